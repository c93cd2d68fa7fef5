import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib'

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
