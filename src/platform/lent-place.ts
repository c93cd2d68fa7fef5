import { open } from 'node:fs/promises'
import { writeChunks, type Content, type StoredFile } from './write-chunks.js'

/**
 * A file that is there and still empty, as a child gets it to write into: plain data that opens this one and no other.
 * Whoever lends it makes sure that it lasts, and gives it its name.
 */
export interface LentPlace {
  readonly path: string
  /** The key of this file alone, in base64; none where the content shall lie as it is. */
  readonly key?: string
}

/** @throws Error if the content breaks off or the disk is full: then the file is not whole */
export async function writeTo({ path, key }: LentPlace, content: Content): Promise<StoredFile> {
  const file = await open(path, 'r+')
  try {
    return await writeChunks(file, key === undefined ? null : Buffer.from(key, 'base64'), content)
  } finally {
    await file.close()
  }
}
