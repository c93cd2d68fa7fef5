import { inflateSync } from 'node:zlib'
import { PDFArray, PDFName, PDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib'

/** One instruction of a page: its operator and what stands before it. */
export interface Instruction {
  readonly operator: string
  readonly operands: readonly Operand[]
}

/** A number, a name with its slash, or null for what no one asks here: texts, lists, dictionaries. */
export type Operand = number | string | null

/** More than a scanned page with its recognised text has to say. */
const largestContent = 2_000_000

/** The content of a page unpacked, or `null` if it is too long or packed in a rare way. */
export function contentOf(page: PDFPage): string | null {
  const parts: string[] = []
  for (const stream of contentStreams(page)) {
    const bytes = unpacked(stream, largestContent)
    if (bytes === null) return null
    parts.push(Buffer.from(bytes).toString('latin1'))
  }
  return parts.join('\n')
}

function contentStreams(page: PDFPage): PDFRawStream[] {
  const contents: PDFObject | undefined = page.node.Contents()
  if (contents instanceof PDFRawStream) return [contents]
  if (!(contents instanceof PDFArray)) return []
  return contents.asArray().flatMap((item) => {
    const stream = page.doc.context.lookup(item)
    return stream instanceof PDFRawStream ? [stream] : []
  })
}

/** The bytes of a stream without packing or packed plainly; `null` for any other, a damaged one, or a longer one. */
export function unpacked(stream: PDFRawStream, longest: number): Uint8Array | null {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const name = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (name === undefined) return stream.contents.length > longest ? null : stream.contents
  if (name !== PDFName.of('FlateDecode') || stream.dict.has(PDFName.of('DecodeParms'))) return null
  try {
    return inflateSync(stream.contents, { maxOutputLength: longest })
  } catch {
    return null
  }
}

const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s()<>[\]{}/%])/y
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const hexText = /<[0-9A-Fa-f\s]*>/y
const bracket = /<<|>>|[[\]]/y
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

/**
 * Reads the instructions of a page one after the other.
 * @throws Error where the content is not written as it must be
 */
export function* instructionsOf(content: string): Generator<Instruction> {
  let operands: Operand[] = []
  let depth = 0
  let at = 0
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(content)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const operand = (value: Operand) => void (depth === 0 && operands.push(value))
  while (at < content.length) {
    if (match(space) !== null) continue
    let found: string | null
    if ((found = match(number)) !== null) operand(Number(found))
    else if ((found = match(name)) !== null) operand(found)
    else if (content[at] === '(') {
      at = endOfText(content, at)
      operand(null)
    } else if ((found = match(bracket)) !== null) {
      const opens = found === '<<' || found === '['
      if (opens) operand(null)
      depth += opens ? 1 : -1
    } else if (match(hexText) !== null) operand(null)
    else if ((found = match(word)) !== null) {
      if (depth !== 0 || ['true', 'false', 'null'].includes(found)) operand(null)
      else {
        yield { operator: found, operands }
        operands = []
      }
    } else throw new Error('the content of a page cannot be read')
    if (depth < 0 || operands.length > 64) throw new Error('the content of a page cannot be read')
  }
}

/** Where a text in brackets ends; brackets in it are in pairs or have a backslash before them. */
function endOfText(content: string, start: number): number {
  let open = 0
  for (let at = start; at < content.length; at++) {
    const character = content[at]
    if (character === '\\') at++
    else if (character === '(') open++
    else if (character === ')' && --open === 0) return at + 1
  }
  throw new Error('a text in the content of a page has no end')
}
