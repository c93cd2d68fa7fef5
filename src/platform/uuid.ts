import { createHash } from 'node:crypto'

/** Small letters alone: in capitals it would be the same row, with another audit chain. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Sixteen bytes as a UUID of this version (RFC 9562, 4.1 and 4.2). */
export function uuidFrom(bytes: Buffer, version: 4 | 7 | 8): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * An id made of a text: the same text always has the same.
 * @param version 8 says that it is made so; 4 is for those who take no other
 */
export const uuidOf = (text: string, version: 4 | 8 = 8): string =>
  uuidFrom(createHash('sha256').update(text).digest(), version)
