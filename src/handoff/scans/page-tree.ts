import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib'
import { namesIn, resolved, valueOf } from '../pdf/pdf-names.js'
import { hasArea } from '../pdf/shown-box.js'
import { unpackedSize } from './unpacked-size.js'

// A tree of 300 pages needs three levels.
const mostLevels = 64

/**
 * How many pages there are, counted, because what the file says about it may be false; `null` if one is missing or the
 * tree leads back into itself.
 */
export function countPages({ context, catalog }: PDFDocument): number | null {
  const seen = new Set<PDFObject>()
  let level: readonly (PDFObject | undefined)[] = [catalog.get(PDFName.of('Pages'))]
  let pages = 0
  for (let depth = 0; level.length > 0; depth++) {
    const nodes = level
      .map((node) => resolved(context, node))
      .filter((node) => !(node instanceof PDFPageLeaf))
    pages += level.length - nodes.length
    if (depth > mostLevels || !nodes.every((node) => node instanceof PDFPageTree && isNew(node, seen)))
      return null
    level = nodes.flatMap((node) => childrenOf(node as PDFPageTree))
  }
  return pages
}

function isNew(node: PDFObject, seen: Set<PDFObject>): boolean {
  const before = seen.size
  return seen.add(node).size > before
}

function childrenOf(node: PDFPageTree): readonly PDFObject[] {
  const kids = resolved(node.context, node.get(PDFName.of('Kids')))
  return kids instanceof PDFArray ? kids.asArray() : [PDFNull]
}

/** Whether who believes the counts of the tree finds the same pages in it as who counts himself. */
export const hasTrueCounts = ({ context }: PDFDocument): boolean =>
  context.enumerateIndirectObjects().every(([, object]) => {
    if (object instanceof PDFPageTree) return countOf(object) === sumOf(object)
    return !(object instanceof PDFPageLeaf && object.has(PDFName.of('Kids')))
  })

function countOf(node: PDFObject | undefined): number {
  if (!(node instanceof PDFPageTree)) return node instanceof PDFPageLeaf ? 1 : NaN
  const count = resolved(node.context, valueOf(node, 'Count'))
  return count instanceof PDFNumber ? count.asNumber() : NaN
}

const sumOf = (tree: PDFPageTree): number =>
  childrenOf(tree).reduce((sum, child) => sum + countOf(resolved(tree.context, child)), 0)

// More than any page that is drawn unpacks to.
const largestContent = 64_000_000

/** Whether a page has an area, and everything that it draws is there: a file that was cut off may be without. */
export function isWhole(page: PDFPage): boolean {
  if (!hasArea(page)) return false
  const { context } = page.doc
  const drawn = resolved(context, page.node.Resources()?.get(PDFName.of('XObject')))
  const pictures = drawn instanceof PDFDict ? drawn.values() : []
  return [...partsOf(page), ...pictures].every((part) => resolved(context, part) instanceof PDFRawStream)
}

/** Whether what a page draws unpacks to no more than a page can need. */
export function isPayable(page: PDFPage): boolean {
  const { context } = page.doc
  const known = new Map<PDFObject | undefined, number | null>()
  let left = largestContent
  for (const part of partsOf(page)) {
    const stream = resolved(context, part)
    if (!(stream instanceof PDFRawStream)) continue
    if (!known.has(stream)) known.set(stream, sizeOf(stream, left))
    const size = known.get(stream)!
    if (size === null || size > left) return false
    left -= size
  }
  return true
}

function sizeOf(stream: PDFRawStream, most: number): number | null {
  const filters = namesIn(stream.dict.context, valueOf(stream.dict, 'Filter'))
  const packed = filters.length === 1 && filters[0] === 'FlateDecode'
  return packed ? unpackedSize(stream.contents, most) : stream.contents.length
}

function partsOf(page: PDFPage): readonly PDFObject[] {
  const contents = page.node.get(PDFName.of('Contents'))
  const found = resolved(page.doc.context, contents)
  if (found instanceof PDFArray) return found.asArray()
  return contents === undefined || found === PDFNull ? [] : [contents]
}
