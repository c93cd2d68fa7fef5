import { PDFArray, PDFName, PDFRef, type PDFContext, type PDFDict, type PDFObject } from 'pdf-lib'

const known = new Map<PDFName, string>()

/**
 * A name as a reader of the file understands it. The library knows `#4A` but not `#4a` for a letter, so names could
 * hide from whoever compares only what it gives.
 */
export function spelled(name: PDFName): string {
  const text = known.get(name) ?? plain(name.decodeText())
  known.set(name, text)
  return text
}

const plain = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The value of a key, however the key is written. */
export function valueOf(dictionary: PDFDict, key: string): PDFObject | undefined {
  const plainly = dictionary.get(PDFName.of(key))
  return plainly ?? dictionary.entries().find(([name]) => spelled(name) === key)?.[1]
}

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
  if (found instanceof PDFName) return [spelled(found)]
  return found instanceof PDFArray ? found.asArray().flatMap((item) => oneName(context, item)) : []
}

function oneName(context: PDFContext, item: PDFObject): string[] {
  const found = resolved(context, item)
  return found instanceof PDFName ? [spelled(found)] : []
}
