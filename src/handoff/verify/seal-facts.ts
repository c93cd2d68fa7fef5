import { createHash, verify, X509Certificate } from 'node:crypto'
import { holderOf, validFrom, validUntil } from '../seal/certificate.js'
import { fingerprintOf } from '../seal/fingerprint.js'
import { readTimeStamp } from '../seal/read-time-stamp.js'
import { bytesToSign, partsOf, signedData, type SignatureParts } from '../seal/signed-data.js'
import { findSignature, type FoundSignature } from './find-signature.js'
import type { SignatureSeen } from './read-pdf.js'

/** What the seal of a file says, and whether it holds. Who signed is worth nothing unless it holds. */
export interface SealFacts {
  /**
   * `notWhole`: something stands outside of what was signed. `changed`: not the bytes that were signed.
   * `notOne`: the file has other signatures as well. null: the seal holds.
   */
  readonly flaw: 'notWhole' | 'changed' | 'notOne' | null
  readonly signer: string | null
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string | null
  /** ISO instants. */
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly madeAt: string | null
  /** `unsound`: there is one, and it is not about this signature or was changed. */
  readonly timeStamp: { readonly at: string; readonly by: string } | 'unsound' | null
}

/**
 * Looks at the seal of a file.
 * @param seen the signatures that a reader finds through the structure of the file; null if it cannot be read
 * @returns null where there is no seal
 */
export function sealFacts(bytes: Buffer, seen: readonly SignatureSeen[] | null): SealFacts | null {
  const found = findSignature(bytes)
  const parts = found === null ? null : readParts(found)
  if (found === null || parts === null) return null
  const flaw = flawOfRange(bytes, found) ?? flawOfBytes(bytes, found, parts) ?? flawOfFile(found, seen)
  return { flaw, madeAt: found.madeAt, ...signerOf(parts) }
}

type Parts = Omit<SignatureParts, 'digest'>

function readParts({ contents }: FoundSignature): Parts | null {
  try {
    const parts = partsOf(contents)
    return parts.certificates.length === 0 ? null : parts
  } catch {
    return null
  }
}

/** Signed must be every byte of the file but the signature itself. */
function flawOfRange({ length }: Buffer, { from, to, range }: FoundSignature): SealFacts['flaw'] {
  const whole = [0, from, to, length - to]
  return range.every((number, index) => number === whole[index]) ? null : 'notWhole'
}

function flawOfBytes(bytes: Buffer, { from, to, contents }: FoundSignature, parts: Parts): SealFacts['flaw'] {
  const hash = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to))
  const whole = { ...parts, digest: hash.digest() }
  try {
    return isAsSealed(contents, whole) && isSigned(whole) ? null : 'changed'
  } catch {
    return 'changed'
  }
}

/**
 * The bytes of the signature are the only ones that no hash covers. So they must be exactly those that sealing makes
 * of these certificates, this signature and this time stamp, with nothing but zeros behind them.
 */
const isAsSealed = (contents: Buffer, parts: SignatureParts): boolean =>
  Buffer.concat([signedData(parts)], contents.length).equals(contents)

function isSigned(parts: SignatureParts): boolean {
  const { publicKey: key } = new X509Certificate(parts.certificates[0]!)
  return verify('sha256', bytesToSign(parts), { key, dsaEncoding: 'der' }, parts.signature)
}

/** A reader of PDF files must see this signature and no other. */
function flawOfFile(
  { contents, range }: FoundSignature,
  seen: readonly SignatureSeen[] | null,
): SealFacts['flaw'] {
  const [one, ...more] = seen ?? []
  const isThis = one !== undefined && one.contents.equals(contents) && one.range.join(' ') === range.join(' ')
  return isThis && more.length === 0 ? null : 'notOne'
}

function signerOf(parts: Parts): Omit<SealFacts, 'flaw' | 'madeAt'> {
  try {
    const raw = parts.certificates[0]!
    const certificate = new X509Certificate(raw)
    return {
      signer: holderOf(raw),
      fingerprint: fingerprintOf(raw),
      validFrom: validFrom(certificate).toISOString(),
      validUntil: validUntil(certificate).toISOString(),
      timeStamp: timeStampOf(parts),
    }
  } catch {
    return nobody
  }
}

const nobody = {
  signer: null,
  fingerprint: null,
  validFrom: null,
  validUntil: null,
  timeStamp: null,
} as const

function timeStampOf({ timeStamp, signature }: Parts): SealFacts['timeStamp'] {
  if (timeStamp === null) return null
  const read = readTimeStamp(timeStamp, signature)
  return read === null ? 'unsound' : { at: read.at, by: holderOf(read.by) }
}
