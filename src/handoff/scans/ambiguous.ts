import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFDocument,
  type PDFObject,
} from 'pdf-lib'
import { resolved, valueOf } from './pdf-names.js'

/**
 * Whether one program may see other pages in a file than another: the parser reads it from top to bottom and keeps the
 * last of what stands there twice; a viewer follows its table.
 */
export function isAmbiguous({ context }: PDFDocument, replaced: readonly PDFObject[]): boolean {
  const objects = context.enumerateIndirectObjects()
  const numbers = new Set(objects.map(([{ objectNumber }]) => objectNumber))
  const catalogues = objects.filter(
    ([, object]) => object instanceof PDFDict && object.has(PDFName.of('Pages')),
  )
  return (
    replaced.length > 0 ||
    numbers.size < objects.length ||
    catalogues.length !== 1 ||
    objects.some(([, object]) => contradictsItself(object))
  )
}

function contradictsItself(object: PDFObject): boolean {
  if (object instanceof PDFRawStream) return !endsAsItSays(object)
  if (object instanceof PDFPageTree) return countOf(object) !== sumOf(object)
  return object instanceof PDFPageLeaf && object.has(PDFName.of('Kids'))
}

/** The parser takes the first end that it finds where the length stands elsewhere, and leaves out the end of the line. */
function endsAsItSays({ dict, contents }: PDFRawStream): boolean {
  const length = resolved(dict.context, valueOf(dict, 'Length'))
  const isNumber = length instanceof PDFNumber
  return isNumber && Math.abs(length.asNumber() - contents.length) <= '\r\n'.length
}

function countOf(node: PDFObject | undefined): number {
  if (!(node instanceof PDFPageTree)) return node instanceof PDFPageLeaf ? 1 : NaN
  const count = resolved(node.context, valueOf(node, 'Count'))
  return count instanceof PDFNumber ? count.asNumber() : NaN
}

function sumOf(tree: PDFPageTree): number {
  const kids = resolved(tree.context, valueOf(tree, 'Kids'))
  if (!(kids instanceof PDFArray)) return NaN
  return kids.asArray().reduce((sum, kid) => sum + countOf(resolved(tree.context, kid)), 0)
}
