import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFPage } from 'pdf-lib'

type Matrix = readonly [number, number, number, number, number, number]

/** What an annotation looks like, and the matrix that puts it where it stands on the page. */
export interface Appearance {
  readonly stream: PDFRawStream
  readonly placement: Matrix
}

const hidden = 0b10
const noView = 0b100000
const upright: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * The looks of the form fields, stamps and notes on a page, as a viewer shows them (ISO 32000-1, 12.5.5): a filled
 * form that a citizen sends would lose its entries with its fields.
 */
export function appearancesOn(page: PDFPage): Appearance[] {
  const annotations = page.node.Annots()?.asArray() ?? []
  return annotations.flatMap((item) => {
    const annotation = page.doc.context.lookup(item)
    if (!(annotation instanceof PDFDict) || isHidden(annotation)) return []
    const stream = lookOf(annotation)
    const rectangle = numbers(annotation, 'Rect')
    if (stream === undefined || rectangle.length !== 4) return []
    return [{ stream, placement: placementOf(stream, rectangle) }]
  })
}

function isHidden(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'))
  const popup = annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')
  return popup || (flags instanceof PDFNumber && (flags.asNumber() & (hidden | noView)) !== 0)
}

/** The normal look; a box has several and says in `/AS` which one counts. */
function lookOf(annotation: PDFDict): PDFRawStream | undefined {
  const looks = annotation.lookup(PDFName.of('AP'))
  const normal = looks instanceof PDFDict ? looks.lookup(PDFName.of('N')) : undefined
  if (normal instanceof PDFRawStream) return normal
  const state = annotation.lookup(PDFName.of('AS'))
  const look = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined
  return look instanceof PDFRawStream ? look : undefined
}

/** Moves and stretches the look's box, turned by its own matrix, onto the annotation's rectangle. */
function placementOf({ dict }: PDFRawStream, rectangle: readonly number[]): Matrix {
  const [left, bottom, right, top] = sorted(rectangle)
  const box = numbers(dict, 'BBox')
  const given = numbers(dict, 'Matrix')
  const [x0, y0, x1, y1] = box.length === 4 ? box : [0, 0, right - left, top - bottom]
  const matrix = given.length === 6 ? (given as unknown as Matrix) : upright
  const corners = [x0, x1].flatMap((x) => [y0, y1].map((y) => applied(matrix, x!, y!)))
  const [minX, maxX] = ends(corners.map(([x]) => x))
  const [minY, maxY] = ends(corners.map(([, y]) => y))
  const scaleX = maxX === minX ? 1 : (right - left) / (maxX - minX)
  const scaleY = maxY === minY ? 1 : (top - bottom) / (maxY - minY)
  return [scaleX, 0, 0, scaleY, left - minX * scaleX, bottom - minY * scaleY]
}

function numbers(dictionary: PDFDict, key: string): number[] {
  const array = dictionary.lookup(PDFName.of(key))
  if (!(array instanceof PDFArray)) return []
  return array.asArray().flatMap((_, index) => {
    const item = array.lookup(index)
    return item instanceof PDFNumber ? [item.asNumber()] : []
  })
}

const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f] as const

const ends = (values: readonly number[]): [least: number, most: number] => [
  Math.min(...values),
  Math.max(...values),
]

function sorted([x0, y0, x1, y1]: readonly number[]): [number, number, number, number] {
  const [left, right] = ends([x0!, x1!])
  const [bottom, top] = ends([y0!, y1!])
  return [left, bottom, right, top]
}
