import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { DamagedFile } from './damaged-file.js'
import type { LentFile } from './lent-file.js'
import { headerBytes, nameIn, readHeader, type EncryptedHeader } from './encrypted-format.js'
import { encryptedSuffix, type StoreKeyRing } from './store-key-ring.js'
import { fileKeyOf } from './store-keys.js'

/** A file that is there. */
export interface Found {
  readonly file: LentFile & { readonly sha256: string }
  /** Which of our keys it is encrypted with; `null` where it lies as it came. */
  readonly keyId: string | null
}

/**
 * What is needed to read a file of the store: whether it is encrypted shows in its name, which key it needs in its header.
 * `null` if there is no such file.
 * @throws DamagedFile if it cannot be opened with any key
 */
export async function findStored(path: string, ring: StoreKeyRing): Promise<Found | null> {
  const start = await startOf(path)
  if (start === null) return null
  const name = basename(path)
  if (!name.endsWith(encryptedSuffix)) return { file: { path, sha256: name }, keyId: null }
  const header = readHeader(start)
  if (header === null) throw new DamagedFile(name, 'has no header')
  const key = ring.with(header.keyId)
  if (key === undefined) throw new DamagedFile(name, `needs the key ${header.keyId}`)
  const fileKey = fileKeyOf(key, header.salt)
  const file = { path, key: fileKey.toString('base64'), sha256: nameOf(header, fileKey, name) }
  return { file, keyId: key.id }
}

function nameOf(header: EncryptedHeader, fileKey: Buffer, name: string): string {
  try {
    return nameIn(header, fileKey)
  } catch {
    throw new DamagedFile(name, 'has a header that was altered')
  }
}

async function startOf(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
