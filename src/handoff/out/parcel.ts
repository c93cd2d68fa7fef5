import { createHash } from 'node:crypto'
import type { Enclosure, PackageContents } from '../package-contents.js'

/** Bytes whose size and hash are known before they are read. Opened as often as they are needed. */
export interface Content {
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly open: () => AsyncIterable<Uint8Array>
}

/** A package with what it is made of at hand. */
export interface ReadyPackage {
  readonly contents: PackageContents
  /** The PDF as it was handed over. */
  readonly pdf: Content
  /** The scans as they came in, where they are wanted and still there. */
  readonly originals: readonly Original[]
}

export interface Original extends Content {
  readonly enclosure: Enclosure
}

export interface ParcelFile extends Content {
  /** Of letters, digits and `-_.` alone; every file lies at the top. */
  readonly name: string
  readonly mediaType: string
}

/** What another system gets: the same package makes the same bytes, however often it is sent. */
export interface Parcel {
  readonly packageId: string
  /** Of letters, digits and `-_.` alone. */
  readonly name: string
  readonly files: readonly ParcelFile[]
}

/** A file that we write ourselves. */
export function writtenFile(name: string, mediaType: string, text: string): ParcelFile {
  const bytes = Buffer.from(text)
  return { name, mediaType, ...inMemory(bytes) }
}

export const inMemory = (bytes: Uint8Array): Content => ({
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  open: async function* () {
    yield bytes
  },
})

/** `2026-000123_0193a5d0-…`: found by people by its number, by programs by its id. */
export const parcelName = ({ caseFile, packageId }: PackageContents): string =>
  `${plainName(caseFile.number)}_${plainName(packageId)}`

const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ẞ: 'SS',
}

/** A name that every file system takes: no folder, no hidden file, no letter that one of them spells differently. */
export function plainName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[äöüÄÖÜßẞ]/g, (letter) => spelledOut[letter]!)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
  return plain === '' ? 'ohne-Namen' : plain
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
}

export const endingOf = (mediaType: string): string => endings[mediaType] ?? 'bin'

/** `anlage-01-mietvertrag.pdf`, numbered as in the package. */
export function originalName({ contents }: ReadyPackage, { enclosure }: Original): string {
  const number = contents.enclosures.findIndex(({ id }) => id === enclosure.id) + 1
  const digits = String(number).padStart(2, '0')
  return `anlage-${digits}-${plainName(enclosure.document)}.${endingOf(enclosure.mediaType)}`
}
