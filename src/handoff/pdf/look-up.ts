import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib'

/** An entry of a dictionary, whether it stands there or elsewhere in the file. */
export const lookUp = (dictionary: PDFDict, key: string): PDFObject | undefined =>
  dictionary.lookup(PDFName.of(key))

/** The values of a dictionary in a dictionary, such as the fonts among the resources. */
export function entriesIn(dictionary: PDFDict, key: string): PDFObject[] {
  const entries = lookUp(dictionary, key)
  if (!(entries instanceof PDFDict)) return []
  return entries.keys().flatMap((name) => entries.lookup(name) ?? [])
}

export const itemsOf = (array: PDFArray): (PDFObject | undefined)[] =>
  array.asArray().map((_, index) => array.lookup(index))

export function numberIn(dictionary: PDFDict, key: string, otherwise = NaN): number {
  const value = lookUp(dictionary, key)
  return value instanceof PDFNumber ? value.asNumber() : otherwise
}

export const truthIn = (dictionary: PDFDict, key: string): boolean => lookUp(dictionary, key) === PDFBool.True

/** How a stream is packed, the last packing first, with slashes: `/FlateDecode`. */
export function filtersIn(dictionary: PDFDict): string[] {
  const filter = lookUp(dictionary, 'Filter')
  if (filter === undefined) return []
  return filter instanceof PDFArray ? itemsOf(filter).map(String) : [String(filter)]
}
