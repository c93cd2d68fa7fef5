import { inflateSync } from 'node:zlib'

interface Table {
  readonly tag: number
  readonly offset: number
  readonly packedLength: number
  readonly length: number
  readonly checksum: number
}

const woffHeaderLength = 44
const sfntHeaderLength = 12

/**
 * Unpacks a WOFF 1.0 font (W3C Recommendation, 2012-12-13) to the sfnt it was made from.
 * The PDF writer reads WOFF as well, but inflates a table each time it looks into it: embedding then takes
 * 360 ms instead of 10.
 */
export function sfntFromWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, woffHeaderLength + index * 20))
  const header = sfntHeader(woff.readUInt32BE(4), count)
  const parts = [header]
  let position = header.length
  for (const [index, table] of tables.entries()) {
    writeTableRecord(header, sfntHeaderLength + index * 16, table, position)
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    unpack(woff, table).copy(padded)
    parts.push(padded)
    position += padded.length
  }
  return Buffer.concat(parts)
}

function readTable(woff: Buffer, at: number): Table {
  const [tag, offset, packedLength, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
    woff.readUInt32BE(at + field),
  ) as [number, number, number, number, number]
  return { tag, offset, packedLength, length, checksum }
}

function unpack(woff: Buffer, { offset, packedLength, length }: Table): Buffer {
  const packed = woff.subarray(offset, offset + packedLength)
  return packedLength < length ? inflateSync(packed, { maxOutputLength: length }) : packed
}

function sfntHeader(flavour: number, count: number): Buffer {
  const header = Buffer.alloc(sfntHeaderLength + count * 16)
  const power = Math.floor(Math.log2(count))
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10)
  return header
}

function writeTableRecord(header: Buffer, at: number, table: Table, position: number): void {
  header.writeUInt32BE(table.tag, at)
  header.writeUInt32BE(table.checksum, at + 4)
  header.writeUInt32BE(position, at + 8)
  header.writeUInt32BE(table.length, at + 12)
}
