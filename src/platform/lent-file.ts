import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'

/** A stored file as a child gets it: plain data that opens this one file and no other. Only for reading. */
export interface LentFile {
  readonly path: string
}

/** The bytes of the file as they come. */
export const streamOf = ({ path }: LentFile): AsyncIterable<Buffer> => createReadStream(path)

export const bytesOf = (file: LentFile): Promise<Buffer> => buffer(streamOf(file))
