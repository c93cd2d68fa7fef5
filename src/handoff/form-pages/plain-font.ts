import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from 'pdf-lib'
import { lookUp } from '../pdf/look-up.js'

/**
 * Why a font is not fit for PDF/A-3a as it is; `null`: it is. Its program has to come along, and from its codes a
 * reader has to find the characters (ISO 19005-3, 6.2.11).
 */
export function whyNotPlainFont(font: PDFObject): string | null {
  if (!(font instanceof PDFDict)) return 'Eine Schrift ist beschädigt'
  const name = nameOf(font)
  if (!isEmbedded(font)) return `Die Schrift ${name} ist nicht eingebettet`
  if (!tellsCharacters(font)) return `Bei der Schrift ${name} ist nicht bekannt, welche Zeichen sie zeigt`
  return hasPlainEncoding(font)
    ? null
    : `Die Schrift ${name} ist auf eine Art eingebettet, die Archive nicht annehmen`
}

const nameOf = (font: PDFDict): string => {
  const name = lookUp(font, 'BaseFont')
  return name instanceof PDFName ? `„${name.decodeText().replace(/^[A-Z]{6}\+/, '')}“` : 'ohne Namen'
}

const isA = (font: PDFDict, kind: string): boolean => lookUp(font, 'Subtype') === PDFName.of(kind)

/** The part of a composite font that has the program. */
function descendant(font: PDFDict): PDFDict | undefined {
  const fonts = lookUp(font, 'DescendantFonts')
  const first = fonts instanceof PDFArray ? fonts.lookup(0) : undefined
  return first instanceof PDFDict ? first : undefined
}

function programOf(font: PDFDict): PDFRawStream | undefined {
  const descriptor = lookUp(font, 'FontDescriptor')
  if (!(descriptor instanceof PDFDict)) return undefined
  const program = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => lookUp(descriptor, key)).find(Boolean)
  return program instanceof PDFRawStream ? program : undefined
}

const isEmbedded = (font: PDFDict): boolean => programOf(descendant(font) ?? font) !== undefined

const knownEncodings = ['WinAnsiEncoding', 'MacRomanEncoding'].map((name) => PDFName.of(name))
const isKnownEncoding = (encoding: PDFObject | undefined): boolean =>
  knownEncodings.some((known) => known === encoding)

const tellsCharacters = (font: PDFDict): boolean =>
  lookUp(font, 'ToUnicode') instanceof PDFRawStream ||
  (!isA(font, 'Type0') && isKnownEncoding(lookUp(font, 'Encoding')))

/** The ways to find a letter in the program that leave nothing open (6.2.11.3 and 6.2.11.6). */
function hasPlainEncoding(font: PDFDict): boolean {
  const encoding = lookUp(font, 'Encoding')
  if (isA(font, 'Type0')) {
    const inside = descendant(font)
    const map = inside === undefined ? undefined : lookUp(inside, 'CIDToGIDMap')
    const mapped = inside !== undefined && isA(inside, 'CIDFontType2') ? isGlyphMap(map) : map === undefined
    return encoding === PDFName.of('Identity-H') && mapped
  }
  if (isA(font, 'TrueType')) return isKnownEncoding(encoding)
  return isA(font, 'Type1')
}

const isGlyphMap = (map: PDFObject | undefined): boolean =>
  map === PDFName.of('Identity') || map instanceof PDFRawStream
