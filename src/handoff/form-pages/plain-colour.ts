import { PDFArray, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib'
import { numberIn } from '../pdf/look-up.js'

// The package says that its colours are sRGB, which is what the device's grey and red-green-blue then mean.
const plainNames = new Set(['/DeviceGray', '/DeviceRGB', '/CalGray', '/CalRGB', '/G', '/RGB'])

/** Why a colour space is not fit for a PDF/A file with an output intent of sRGB; `null`: it is (ISO 19005-3, 6.2.4). */
export function whyNotPlainColour(colours: PDFObject | undefined): string | null {
  if (colours instanceof PDFName)
    return plainNames.has(String(colours)) ? null : `Auf der Seite steht der Farbraum ${nameOf(colours)}`
  if (!(colours instanceof PDFArray)) return 'Auf der Seite steht ein unbekannter Farbraum'
  const family = String(colours.lookup(0))
  if (plainNames.has(family)) return null
  if (family === '/Indexed' || family === '/I') return whyNotPlainColour(colours.lookup(1))
  if (family === '/ICCBased' && isPlainProfile(colours.lookup(1))) return null
  return `Auf der Seite steht der Farbraum ${nameOf(colours.lookup(0))}`
}

const isPlainProfile = (profile: PDFObject | undefined): boolean =>
  profile instanceof PDFRawStream && [1, 3].includes(numberIn(profile.dict, 'N'))

const nameOf = (name: PDFObject | undefined): string => (name instanceof PDFName ? name.decodeText() : '?')
