import { limits } from '../limits.js'
import { withoutMetadata } from './jpeg-segments.js'
import { sharp } from './sharp.js'

/** An image as it goes into a document: upright, sRGB or grey, without metadata. */
export interface NormalImage {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** A4 at 300 dpi, with room for a crooked scan. */
const longestSide = 3_600

type Metadata = Awaited<ReturnType<ReturnType<typeof sharp>['metadata']>>

/** Reads a JPEG or PNG scan for a document. A JPEG that already is as it should be is taken as it is. */
export async function normalImage(scan: Buffer): Promise<NormalImage> {
  const metadata = await sharp(scan, { limitInputPixels: limits.pixels }).metadata()
  if (isNormalJpeg(metadata)) {
    const { width, height } = metadata
    return { bytes: withoutMetadata(scan), width, height }
  }
  const upright = sharp(scan, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true })
    .rotate()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace(metadata.space === 'b-w' ? 'b-w' : 'srgb')
  const written = metadata.format === 'png' ? upright.png() : upright.jpeg({ quality: 85 })
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

const isNormalJpeg = ({
  format,
  orientation = 1,
  space,
  depth,
  hasProfile,
  width,
  height,
}: Metadata): boolean =>
  format === 'jpeg' &&
  orientation === 1 &&
  (space === 'srgb' || space === 'b-w') &&
  depth === 'uchar' &&
  !hasProfile &&
  Math.max(width, height) <= longestSide
