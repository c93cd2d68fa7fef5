import { PDFName, type PDFDict } from 'pdf-lib'
import { filtersIn, lookUp, truthIn } from '../pdf/look-up.js'
import { whyNotPlainColour } from './plain-colour.js'

const plainFilters = new Set([
  '/FlateDecode',
  '/DCTDecode',
  '/CCITTFaxDecode',
  '/RunLengthDecode',
  '/ASCII85Decode',
  '/ASCIIHexDecode',
])

/** Why an image is not fit for PDF/A as it is; `null`: it is (ISO 19005-3, 6.1.7 and 6.2.8). */
export function whyNotPlainImage(image: PDFDict): string | null {
  if (!filtersIn(image).every((filter) => plainFilters.has(filter)))
    return 'Auf der Seite steht ein Bild in einem Format, das Archive nicht annehmen'
  if (image.has(PDFName.of('SMask')) || image.has(PDFName.of('SMaskInData')))
    return 'Auf der Seite ist etwas durchsichtig'
  if (truthIn(image, 'Interpolate')) return 'Auf der Seite steht ein Bild, das geglättet wird'
  if (truthIn(image, 'ImageMask')) return null
  return whyNotPlainColour(lookUp(image, 'ColorSpace'))
}

const plainInline = new Set([
  '/G',
  '/RGB',
  '/DeviceGray',
  '/DeviceRGB',
  '/Fl',
  '/DCT',
  '/CCF',
  '/RL',
  '/A85',
  '/AHx',
])
const inlineKeys = new Set(
  '/BPC /BitsPerComponent /CS /ColorSpace /D /Decode /DP /DecodeParms /F /Filter /H /Height /IM /ImageMask /W /Width /K /Columns /Rows /BlackIs1 /EndOfLine /EncodedByteAlign /EndOfBlock /DamagedRowsBeforeError /Predictor /Colors'.split(
    ' ',
  ),
)

/** The same of an image that stands in the content itself: its keys and names one after the other. */
export function whyNotPlainInlineImage(operands: readonly string[]): string | null {
  const names = operands.filter((operand) => operand.startsWith('/') && !inlineKeys.has(operand))
  return names.every((name) => plainInline.has(name))
    ? null
    : 'Auf der Seite steht ein Bild, das Archive nicht annehmen'
}
