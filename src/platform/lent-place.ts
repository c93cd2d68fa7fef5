import { closeSync, openSync } from 'node:fs'
import { ChunkWriter, type StoredFile } from './write-chunks.js'

/**
 * A file that is there and still empty, as a child gets it to write into: plain data that opens this one and no other.
 * Whoever lends it makes sure that it lasts, and gives it its name.
 */
export interface LentPlace {
  readonly path: string
  /** The key of this file alone, in base64; none where the content shall lie as it is. */
  readonly key?: string
}

/** @throws Error if the writing breaks off or the disk is full: then the file is not whole */
export async function writeTo(
  { path, key }: LentPlace,
  write: (out: ChunkWriter) => Promise<void>,
): Promise<StoredFile> {
  const fd = openSync(path, 'r+')
  try {
    const out = new ChunkWriter(fd, key === undefined ? null : Buffer.from(key, 'base64'))
    await write(out)
    return out.end()
  } finally {
    closeSync(fd)
  }
}
