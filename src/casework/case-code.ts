import { createHash } from 'node:crypto'

/** A code on a note (Merkcode): opens its case at any office of the installation until it expires. */
export interface CaseCode {
  readonly hash: Buffer
  readonly caseFileId: string
  /** The second language of the note; `null` for one in German alone. */
  readonly language: string | null
  readonly madeBy: string
  /** ISO instants, UTC. */
  readonly madeAt: string
  readonly expiresAt: string
}

/** Crockford's digits: none of them looks like another one. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 140 bits: more than anyone can try. */
const codeLength = 28

/** How many random bytes `codeFrom` needs. */
export const codeBytes = codeLength

/** A code out of random bytes. */
export const codeFrom = (random: Uint8Array): string =>
  Array.from(random.subarray(0, codeLength), (byte) => digits[byte % digits.length]).join('')

/** A code as it is printed for typing: `K7QX-29AB-…`. */
export const codeInGroups = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-')

/** A code as it was typed or scanned, read as kindly as can be; `null` for what cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((digit) => digits.includes(digit)) ? code : null
}

export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest()
