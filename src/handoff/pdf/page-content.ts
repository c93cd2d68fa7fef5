import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, type PDFPage } from 'pdf-lib'
import { filtersIn, itemsOf } from './look-up.js'

/** The parts of a page's content, in their order. */
export function contentStreams(page: PDFPage): PDFRawStream[] {
  const contents = page.node.Contents()
  if (contents instanceof PDFRawStream) return [contents]
  return contents instanceof PDFArray ? itemsOf(contents).filter((item) => item instanceof PDFRawStream) : []
}

/** The content of a page as Latin-1, its parts joined, because a part may end in the middle of a command. */
export const contentOf = (page: PDFPage, unpack: (stream: PDFRawStream) => Uint8Array): string =>
  contentStreams(page)
    .map((stream) => latin1(unpack(stream)))
    .join('\n')

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * The bytes of a stream that is packed in the usual way or not at all; `null` for any other.
 * @throws Error if they are damaged, or more than `most`
 */
export function plainlyUnpacked({ dict, contents }: PDFRawStream, most: number): Uint8Array | null {
  const [filter, ...more] = filtersIn(dict)
  if (filter === undefined && contents.length > most) throw new Error(`a stream of more than ${most} bytes`)
  if (filter === undefined) return contents
  const isPlain = filter === '/FlateDecode' && more.length === 0 && !dict.has(PDFName.of('DecodeParms'))
  return isPlain ? inflateSync(contents, { maxOutputLength: most }) : null
}

// More than any page of a form unpacks to.
const mostOfForm = 64_000_000

/** The bytes of a stream of a form, however it is packed. */
export const unpacked = (stream: PDFRawStream): Uint8Array =>
  plainlyUnpacked(stream, mostOfForm) ?? decodePDFRawStream(stream).decode()
