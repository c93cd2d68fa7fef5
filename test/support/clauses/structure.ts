import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject } from 'pdf-lib'

/** An element of the structure (ISO 32000-1, 14.7.2). */
export interface Element {
  readonly dict: PDFDict
  readonly type: string
  /** Pieces of pages that belong to it: the page's object and the number of the piece. */
  readonly pieces: readonly { readonly page: PDFRef | null; readonly id: number }[]
  /** Annotations and the like. */
  readonly objects: readonly PDFRef[]
}

const name = (text: string): PDFName => PDFName.of(text)

export const rootOf = (document: PDFDocument): PDFDict | undefined =>
  document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)

/** Every element, in reading order. */
export function elementsOf(document: PDFDocument): Element[] {
  const root = rootOf(document)
  return root === undefined ? [] : kidsOf(root).flatMap((kid) => elementsFrom(document, kid, null))
}

function elementsFrom(document: PDFDocument, object: PDFObject, page: PDFRef | null): Element[] {
  const dict = document.context.lookup(object)
  if (!(dict instanceof PDFDict) || !dict.has(name('S'))) return []
  const own = (dict.get(name('Pg')) as PDFRef | undefined) ?? page
  const kids = kidsOf(dict)
  const plain = kids.map((kid) => document.context.lookup(kid))
  const element: Element = {
    dict,
    type: String(dict.get(name('S'))).slice(1),
    pieces: plain.flatMap((kid) => pieceOf(kid, own)),
    objects: plain.flatMap((kid) =>
      kid instanceof PDFDict ? ((kid.get(name('Obj')) as PDFRef | undefined) ?? []) : [],
    ),
  }
  return [element, ...kids.flatMap((kid) => elementsFrom(document, kid, own))]
}

function pieceOf(kid: PDFObject | undefined, page: PDFRef | null): Element['pieces'] {
  if (kid instanceof PDFNumber) return [{ page, id: kid.asNumber() }]
  if (!(kid instanceof PDFDict)) return []
  const id = kid.get(name('MCID'))
  return id instanceof PDFNumber
    ? [{ page: (kid.get(name('Pg')) as PDFRef | undefined) ?? page, id: id.asNumber() }]
    : []
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(name('K'))
  if (kids === undefined) return []
  return kids instanceof PDFArray ? kids.asArray() : [dict.get(name('K'))!]
}

/** From the number that a page or an annotation carries to what it belongs to. */
export function parentsOf(document: PDFDocument): ReadonlyMap<number, PDFObject | undefined> {
  const tree = rootOf(document)?.lookupMaybe(name('ParentTree'), PDFDict)
  return new Map(tree === undefined ? [] : leavesOf(tree))
}

function leavesOf(node: PDFDict): [number, PDFObject | undefined][] {
  const nums = node.lookupMaybe(name('Nums'), PDFArray)
  const kids = node.lookupMaybe(name('Kids'), PDFArray)
  const below = Array.from({ length: kids?.size() ?? 0 }, (_, index) =>
    leavesOf(kids!.lookup(index, PDFDict)),
  )
  const own = Array.from({ length: (nums?.size() ?? 0) / 2 }, (_, index): [number, PDFObject | undefined] => [
    nums!.lookup(2 * index, PDFNumber).asNumber(),
    nums!.lookup(2 * index + 1),
  ])
  return [...own, ...below.flat()]
}
