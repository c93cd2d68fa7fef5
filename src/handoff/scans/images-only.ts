import type { PDFPage, PDFRawStream } from 'pdf-lib'
import type { WhyRedrawn } from '../../casework/case-file.js'
import { operatorsIn } from '../pdf/content-operators.js'
import { contentOf, plainlyUnpacked } from '../pdf/page-content.js'
import { hasLooks } from './annotations.js'
import { product, turned, type Box } from '../pdf/geometry.js'
import { NotPlain, PlacedImages } from './placed-images.js'
import type { MadePlate } from './plates.js'
import { shownBox } from '../pdf/shown-box.js'

/** More than a scanned page with its recognised text has to say. */
const largestContent = 2_000_000
/** No page is as long, in points. */
const farthest = 1e6

/** The page as a plate if it is provably nothing but images, else why it has to be drawn anew. */
export function imagesOnly(page: PDFPage): MadePlate | WhyRedrawn {
  const { angle } = page.getRotation()
  if (hasLooks(page) || angle % 90 !== 0) return 'content'
  const box = shownBox(page)
  const upright = turned(angle, box)
  const placed = imagesOn(page, box)
  if (typeof placed === 'string') return placed
  const images = placed.map((image) => ({ ...image, matrix: product(image.matrix, upright.matrix) }))
  const isNear = images.every(({ matrix }) => matrix.every((number) => Math.abs(number) <= farthest))
  return isNear ? { width: upright.width, height: upright.height, images, text: null } : 'content'
}

function imagesOn(page: PDFPage, box: Box): MadePlate['images'] | WhyRedrawn {
  try {
    const placed = new PlacedImages(page.node.Resources(), box)
    for (const operator of operatorsIn(contentOf(page, unpacked))) placed.follow(operator)
    return placed.images
  } catch (error) {
    // What cannot be read cannot be proved either.
    return error instanceof NotPlain ? error.why : 'content'
  }
}

function unpacked(stream: PDFRawStream): Uint8Array {
  const bytes = plainlyUnpacked(stream, largestContent)
  if (bytes === null) throw new NotPlain('content')
  return bytes
}
