import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Content, ParcelFile } from './parcel.js'
import { NotDelivered } from './transport.js'

/** What the fields of 32 bits can say (APPNOTE 4.4.8); no package comes near it. */
const mostBytes = 0xffff_ffff

interface Entry {
  readonly file: ParcelFile
  /** Where its local header stands. */
  readonly at: number
  /** The fields that local header and central directory share. */
  readonly fields: Buffer
}

/**
 * The files in one ZIP, as they are: PDFs and photographs are compressed already. It is never in memory as a whole, and
 * the same files make the same bytes.
 * @throws NotDelivered if they are more than a ZIP holds
 */
export async function zipOf(files: readonly ParcelFile[], madeAt: Date): Promise<Content> {
  const total = files.reduce((sum, { bytes, name }) => sum + bytes + 2 * name.length + 100, 0)
  if (total > mostBytes)
    throw new NotDelivered('lasting', 'Das Paket ist größer als 4 GB; so viel fasst ein ZIP nicht.')
  const entries: Entry[] = []
  let at = 0
  for (const file of files) {
    entries.push({ file, at, fields: await fieldsOf(file, madeAt) })
    at += localHeaderBytes + file.name.length + file.bytes
  }
  const directory = directoryOf(entries, at)
  const open = () => written(entries, directory)
  const hash = createHash('sha256')
  for await (const chunk of open()) hash.update(chunk)
  return { bytes: at + directory.length, sha256: hash.digest('hex'), open }
}

async function* written(entries: readonly Entry[], directory: Buffer): AsyncGenerator<Uint8Array, void> {
  for (const { file, fields } of entries) {
    yield Buffer.concat([signature(0x04034b50), fields, Buffer.from(file.name)])
    yield* file.open()
  }
  yield directory
}

const localHeaderBytes = 30

/** Version, flags, method, time, day, checksum, sizes, lengths of name and extra field (APPNOTE 4.3.7). */
async function fieldsOf({ name, bytes, open }: ParcelFile, madeAt: Date): Promise<Buffer> {
  let checksum = 0
  for await (const chunk of open()) checksum = crc32(chunk, checksum)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(
    (madeAt.getUTCHours() << 11) | (madeAt.getUTCMinutes() << 5) | (madeAt.getUTCSeconds() >> 1),
    6,
  )
  fields.writeUInt16LE(
    ((yearInZip(madeAt) - 1980) << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate(),
    8,
  )
  fields.writeUInt32LE(checksum, 10)
  fields.writeUInt32LE(bytes, 14)
  fields.writeUInt32LE(bytes, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

/** The format counts years from 1980 to 2107. */
const yearInZip = (at: Date): number => Math.min(2107, Math.max(1980, at.getUTCFullYear()))

/** The central directory and its end (APPNOTE 4.3.12, 4.3.16). */
function directoryOf(entries: readonly Entry[], at: number): Buffer {
  const headers = entries.map((entry) => {
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.at, 10)
    const madeBy = Buffer.from([20, 0])
    return Buffer.concat([signature(0x02014b50), madeBy, entry.fields, rest, Buffer.from(entry.file.name)])
  })
  const bytes = headers.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(bytes, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...headers, signature(0x06054b50), end])
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
