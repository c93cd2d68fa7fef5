import { crc32 } from 'node:zlib'

export type Chunk = readonly [type: string, data: Buffer]

/** A PNG of these chunks, each with its right checksum. */
export const pngOf = (...chunks: readonly Chunk[]): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks.map(chunkOf)])

/** `colour` as the format counts: 0 grey, 2 of three colours, 3 of a palette. */
export function header(width: number, height: number, depth: number, colour: number): Chunk {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, colour, 0, 0, 0], 8)
  return ['IHDR', data]
}

export const end: Chunk = ['IEND', Buffer.alloc(0)]

function chunkOf([type, data]: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
