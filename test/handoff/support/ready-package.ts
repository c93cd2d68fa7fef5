import { inMemory, type ReadyPackage } from '../../../src/handoff/out/parcel.js'
import type { Enclosure, PackageContents } from '../../../src/handoff/package-contents.js'
import { packageContents } from './contents.js'

const bytesOf = (id: string): Buffer => Buffer.from(`%PDF-1.7 stand-in for ${id}`)

const enclosure = (id: string, rest: Partial<Enclosure> = {}): Enclosure => {
  const { bytes, sha256 } = inMemory(bytesOf(id))
  return {
    id,
    document: 'wohnungsgeberbestaetigung',
    documentName: 'Wohnungsgeberbestätigung',
    name: 'Bestätigung <Müller> & Söhne.pdf',
    mediaType: 'application/pdf',
    pages: 1,
    malwareCheckedAt: null,
    redrawn: [],
    bytes,
    sha256,
    ...rest,
  }
}

/** A package with two scans, of which both, one or none go along. Its bytes are stand-ins: forms do not look inside. */
export function readyPackage(change: Partial<PackageContents> = {}, originals = 2): ReadyPackage {
  const enclosures = [
    enclosure('0193a5d0-7c00-7abc-8def-00000000aaaa'),
    enclosure('0193a5d0-7c00-7abc-8def-00000000bbbb', { document: 'ausweis', mediaType: 'image/jpeg' }),
  ]
  const contents = packageContents({ enclosures, ...change })
  return {
    contents,
    pdf: inMemory(bytesOf(contents.packageId)),
    originals: enclosures
      .slice(0, originals)
      .map((one) => ({ ...inMemory(bytesOf(one.id)), enclosure: one })),
  }
}
