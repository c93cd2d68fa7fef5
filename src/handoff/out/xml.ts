/** An element, made by `element` alone, so that no text gets into a document without being escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

type Child = Xml | string | number | null

/** @param children text is escaped; `null` leaves the place empty */
export const element = (name: string, ...children: readonly Child[]): Xml =>
  elementWith(name, {}, ...children)

export function elementWith(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): Xml {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return new Xml(`<${name}${given.join('')}>${children.map(childText).join('')}</${name}>`)
}

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`

function childText(child: Child): string {
  if (child instanceof Xml) return child.text
  return child === null ? '' : escaped(String(child))
}

/** What XML 1.0 has no way to write (control characters, halves of surrogate pairs) becomes a replacement character. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll(/[&<>"\r]/g, (sign) => `&#${sign.codePointAt(0)};`)
