import { createHash } from 'node:crypto'

/** SHA-256 of a certificate, hexadecimal. */
export const fingerprintOf = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('hex')

/** A fingerprint as people compare it. */
export const inGroups = (fingerprint: string): string =>
  fingerprint
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? ''
