import { decodePDFRawStream, PDFArray, PDFRawStream, PDFStream, type PDFPage } from 'pdf-lib'

/** What the marks in a page's content say. */
export interface Marks {
  /** Numbers of the pieces that belong to the structure, in the order of the content. */
  readonly ids: readonly number[]
  /** Operators that paint outside of structure and artifacts. */
  readonly loose: readonly string[]
}

const painting = ['Tj', 'TJ', "'", '"', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI']

/** Reads the content of a page without drawing it (ISO 32000-1, 14.6). */
export function marksOf(page: PDFPage): Marks {
  const ids: number[] = []
  const loose: string[] = []
  const open: boolean[] = []
  let operands: string[] = []
  for (const token of tokensOf(contentOf(page))) {
    if (!/^[A-Za-z'"*]+\d?$/.test(token)) {
      operands.push(token)
      continue
    }
    if (token === 'BDC' || token === 'BMC') {
      const id = idIn(operands)
      if (id !== null) ids.push(id)
      open.push(id !== null || operands.includes('/Artifact'))
    }
    if (token === 'EMC') open.pop()
    if (painting.includes(token) && !open.includes(true)) loose.push(token)
    operands = []
  }
  return { ids, loose }
}

function idIn(operands: readonly string[]): number | null {
  const at = operands.indexOf('/MCID')
  return at === -1 ? null : Number(operands[at + 1])
}

export function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index, PDFStream))
      : [contents].filter((stream) => stream !== undefined)
  return streams.map(textOf).join('\n')
}

const textOf = (stream: PDFStream): string =>
  Buffer.from(
    stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents(),
  ).toString('latin1')

/** Strings, dictionary brackets, names, numbers and operators. */
const tokensOf = (content: string): string[] =>
  content.match(/\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g) ??
  []
