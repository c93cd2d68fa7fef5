/** An operator of a content stream with the operands before it: numbers and texts as written, names with their slash. */
export interface Operator {
  readonly name: string
  readonly operands: readonly string[]
}

const delimiters = '()<>[]{}/%'
const isSpace = (code: number): boolean =>
  code === 0 || (code >= 9 && code <= 13 && code !== 11) || code === 32
const isRegular = (text: string, at: number): boolean =>
  at < text.length && !isSpace(text.charCodeAt(at)) && !delimiters.includes(text[at]!)

/**
 * Reads the commands of a page's content (ISO 32000-1, 7.8.2), without carrying any of them out.
 * @param content unpacked, as Latin-1
 * @throws Error where the content is no content
 */
export function* operatorsIn(content: string): Generator<Operator> {
  let operands: string[] = []
  let at = 0
  while (at < content.length) {
    const end = endOfToken(content, at)
    const token = content.slice(at, end)
    at = end
    if (isSpace(token.charCodeAt(0)) || token[0] === '%') continue
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    yield { name: token, operands }
    operands = []
    if (token === 'ID') at = endOfInlineImage(content, at)
  }
}

const isOperator = (token: string): boolean =>
  /^[A-Za-z'"]/.test(token) && token !== 'true' && token !== 'false' && token !== 'null'

function endOfToken(text: string, at: number): number {
  const first = text[at]!
  if (first === '(') return endOfString(text, at)
  if (first === '%') return endWhere(text, at, (code) => code === 10 || code === 13)
  if (first === '<' && text[at + 1] !== '<') return text.indexOf('>', at) + 1 || unfinished()
  if (text.startsWith('<<', at) || text.startsWith('>>', at)) return at + 2
  if (first !== '/' && !isRegular(text, at)) return at + 1
  let end = at + 1
  while (isRegular(text, end)) end++
  return end
}

function endOfString(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return unfinished()
}

function endWhere(text: string, start: number, isEnd: (code: number) => boolean): number {
  let at = start
  while (at < text.length && !isEnd(text.charCodeAt(at))) at++
  return at
}

/** The data of an image in the content end before an `EI` that stands by itself. */
function endOfInlineImage(text: string, at: number): number {
  const end = /\sEI(?=[\s]|$)/g
  end.lastIndex = at
  return end.exec(text)?.index ?? unfinished()
}

function unfinished(): never {
  throw new Error('the content ends in the middle of a command')
}
