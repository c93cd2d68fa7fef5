import { whysRedrawn, type Redrawn } from '../../casework/case-file.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import type { StoredFile } from '../../platform/write-chunks.js'
import type { FoundScan } from '../scans/prepare-scan.js'

/** The pipe on which a child says what it found, or asks, beside its output. */
export const findings = 3

/**
 * What a child said of a scan. It has seen foreign bytes, so that nothing is taken over that was not looked at.
 * @throws Error if it is not what a child of ours says
 */
export function readFinding(said: string): FoundScan | Refusal {
  const found = JSON.parse(said) as FoundScan | Refusal
  if (isRefusal(found)) return { code: String(found.code), message: String(found.message) }
  const { pages, redrawn, isWhole } = found
  if (!isCount(pages)) throw new Error('a child counted no pages')
  return { pages, redrawn: redrawn.map(readRedrawn), isWhole: isWhole === true }
}

/** What a child wants to have signed. @throws Error if it is no SHA-256 */
export function readDigest(said: string): Buffer {
  if (!isSha256(said)) throw new Error('a child asked for something else than a signature')
  return Buffer.from(said, 'hex')
}

/** What a child says of the file that it wrote. @throws Error if it is not what a child of ours says */
export function readStored(said: string): StoredFile {
  const { sha256, bytes } = JSON.parse(said) as StoredFile
  if (!isSha256(sha256) || !isCount(bytes)) throw new Error('a child wrote no file')
  return { sha256, bytes }
}

function readRedrawn({ why, from, to }: Redrawn): Redrawn {
  if (!whysRedrawn.includes(why) || !isCount(from) || !isCount(to))
    throw new Error('a child said something unknown of a page')
  return { why, from, to }
}

const isSha256 = (value: string): boolean => /^[0-9a-f]{64}$/.test(value)

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) > 0
