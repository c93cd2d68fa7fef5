import { crc32 } from 'node:zlib'

/** The files of a ZIP as its central directory names them; fails where a local header or a checksum says otherwise. */
export function filesInZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.toString('latin1', at, at + 4) !== 'PK\u0001\u0002')
      throw new Error('no entry where one should be')
    const [nameLength, size, local] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (zip.toString('utf8', local, local + 4) !== 'PK\u0003\u0004') throw new Error(`no header of ${name}`)
    if (zip.toString('utf8', local + 30, local + 30 + nameLength) !== name)
      throw new Error(`another name than ${name}`)
    const content = zip.subarray(local + 30 + nameLength, local + 30 + nameLength + size)
    if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`wrong checksum of ${name}`)
    files.set(name, content)
    at += 46 + nameLength
  }
  return files
}
