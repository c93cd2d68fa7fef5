import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of content in a chunk; only the last may have fewer. Small, so that no chunk keeps the server from others. */
export const chunkBytes = 65_536
const tagBytes = 16
export const encryptedChunkBytes = chunkBytes + tagBytes

/** So that files of another kind, or of a later version, are told apart. */
const magic = Buffer.from('LOTSE\0\x01\n', 'latin1')
const idBytes = 8
const saltBytes = 32
const hashBytes = 32
const idAt = magic.length
const saltAt = idAt + idBytes
const nameAt = saltAt + saltBytes

/** magic and version, id of the master key, salt, the SHA-256 of the content (encrypted): what stands before the chunks. */
export const headerBytes = nameAt + hashBytes + tagBytes

/** What a nonce is for; under one key no nonce comes twice. */
const kinds = { more: 0, last: 1, name: 2 } as const
type Kind = keyof typeof kinds

export interface EncryptedHeader {
  readonly keyId: string
  readonly salt: Buffer
  readonly name: Buffer
}

/** Of the key of one file: made from the master key, for this salt alone. */
export function fileKeyFrom(master: Uint8Array, keyId: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, Buffer.concat([magic, Buffer.from(keyId, 'hex')]), 32))
}

export const newSalt = (): Buffer => randomBytes(saltBytes)

export const headerOf = (keyId: string, salt: Buffer, fileKey: Buffer, sha256: string): Buffer =>
  Buffer.concat([
    magic,
    Buffer.from(keyId, 'hex'),
    salt,
    ...encrypted(fileKey, 0, 'name', Buffer.from(sha256, 'hex')),
  ])

/** `null` if these bytes do not begin an encrypted file. */
export function readHeader(bytes: Buffer): EncryptedHeader | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, idAt).equals(magic)) return null
  return {
    keyId: bytes.subarray(idAt, saltAt).toString('hex'),
    salt: bytes.subarray(saltAt, nameAt),
    name: bytes.subarray(nameAt, headerBytes),
  }
}

/** The SHA-256 of the content as it was when the file was encrypted. @throws Error if the header was altered */
export const nameIn = ({ name }: EncryptedHeader, fileKey: Buffer): string =>
  decrypted(fileKey, 0, 'name', name).toString('hex')

export const encryptChunk = (
  fileKey: Buffer,
  index: number,
  isLast: boolean,
  content: Uint8Array,
): Buffer[] => encrypted(fileKey, index, isLast ? 'last' : 'more', content)

/** @throws Error if the chunk was altered, or is not the one of this index, or is not or should be the last */
export const decryptChunk = (fileKey: Buffer, index: number, isLast: boolean, chunk: Uint8Array): Buffer =>
  decrypted(fileKey, index, isLast ? 'last' : 'more', chunk)

/**
 * The nonce counts the chunks and says which one is the last (STREAM, Hoang et al. 2015): a chunk that was altered,
 * moved, left out or added does not open, and neither does the rest of a file that was cut.
 */
function nonceOf(index: number, kind: Kind): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = kinds[kind]
  return nonce
}

function encrypted(key: Buffer, index: number, kind: Kind, content: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, kind))
  const parts = [cipher.update(content), cipher.final()]
  return [...parts, cipher.getAuthTag()].filter(({ length }) => length > 0)
}

function decrypted(key: Buffer, index: number, kind: Kind, bytes: Uint8Array): Buffer {
  const end = bytes.length - tagBytes
  if (end < 0) throw new Error('shorter than its tag')
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, kind), { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(end))
  const content = decipher.update(bytes.subarray(0, end))
  decipher.final()
  return content
}
