import type { Upload } from '../../casework/case-file.js'
import type { FileStore } from '../../platform/file-store.js'
import type { Package } from '../package.js'
import type { Content, ReadyPackage } from './parcel.js'
import { NotDelivered } from './transport.js'

/** A package that was handed over, with its bytes and those of these scans that went into it. */
export function readyPackage(
  files: FileStore,
  { contents, sha256, bytes }: Package,
  scans: readonly Upload[],
): ReadyPackage {
  const there = new Set(scans.map((scan) => scan.sha256))
  return {
    contents,
    pdf: storedContent(files, sha256, bytes),
    originals: contents.enclosures
      .filter((enclosure) => there.has(enclosure.sha256))
      .map((enclosure) => ({ ...storedContent(files, enclosure.sha256, enclosure.bytes), enclosure })),
  }
}

const storedContent = (files: FileStore, sha256: string, bytes: number): Content => ({
  sha256,
  bytes,
  open: async function* () {
    try {
      yield* files.stream(sha256)
    } catch (cause) {
      throw new NotDelivered('passing', 'Eine Datei des Pakets lässt sich gerade nicht lesen.', { cause })
    }
  },
})
