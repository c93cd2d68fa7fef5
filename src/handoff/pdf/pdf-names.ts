import { PDFArray, PDFName, PDFRef, type PDFContext, type PDFDict, type PDFObject } from 'pdf-lib'

export const valueOf = (dictionary: PDFDict, key: string): PDFObject | undefined =>
  dictionary.get(PDFName.of(key))

const mostSteps = 8

/** What a reference leads to, also over others; nothing where they go in a circle. */
export function resolved(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  let found = object
  for (let step = 0; found instanceof PDFRef; step++) {
    if (step === mostSteps) return undefined
    found = context.lookup(found)
  }
  return found
}

/** The names in a value that is one name or a list of them. */
export function namesIn(context: PDFContext, value: PDFObject | undefined): string[] {
  const found = resolved(context, value)
  if (found instanceof PDFName) return [found.decodeText()]
  return found instanceof PDFArray ? found.asArray().flatMap((item) => oneName(context, item)) : []
}

function oneName(context: PDFContext, item: PDFObject): string[] {
  const found = resolved(context, item)
  return found instanceof PDFName ? [found.decodeText()] : []
}
