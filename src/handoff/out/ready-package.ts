import type { FileStore } from '../../platform/file-store.js'
import type { KeptFiles } from '../kept-files.store.js'
import type { Package } from '../package.js'
import type { Content, ReadyPackage } from './parcel.js'
import { NotDelivered } from './transport.js'

/** A package that was handed over, with its bytes and, where they are wanted, the scans that are still there. */
export async function readyPackage(
  files: FileStore,
  kept: KeptFiles,
  { contents, sha256, bytes }: Package,
  withOriginals: boolean,
): Promise<ReadyPackage> {
  const wanted = withOriginals ? contents.enclosures : []
  const there = await kept.among(wanted.map((enclosure) => enclosure.sha256))
  return {
    contents,
    pdf: storedContent(files, sha256, bytes),
    originals: wanted
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
