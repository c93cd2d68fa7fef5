/** An operator of a content stream with what stands before it, as written: numbers, texts, names with their slash. */
export interface Operator {
  readonly name: string
  readonly operands: readonly string[]
}

const spaces = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y
const token = /<<|>>|[[\]]|<[\dA-Fa-f\0\t\n\f\r ]*>|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y
const operand = /^(?:[/(<>[\]]|[+-]?(?:\d+\.?\d*|\.\d+)$|(?:true|false|null)$)/
const steps = new Map([
  ['[', 1],
  ['<<', 1],
  [']', -1],
  ['>>', -1],
])

/**
 * Reads the commands of a page's content (ISO 32000-1, 7.8.2), without carrying any of them out.
 * @param content unpacked, as Latin-1
 * @throws Error where the content is not written as it must be
 */
export function* operatorsIn(content: string): Generator<Operator> {
  let operands: string[] = []
  let depth = 0
  for (const found of tokensIn(content)) {
    if (operand.test(found)) {
      operands.push(found)
      depth += steps.get(found) ?? 0
      if (depth < 0) unreadable()
    } else {
      if (depth > 0) unreadable()
      yield { name: found, operands }
      operands = []
    }
  }
}

function* tokensIn(content: string): Generator<string> {
  let at = endOf(spaces, content, 0) ?? 0
  while (at < content.length) {
    const end = content[at] === '(' ? endOfText(content, at) : (endOf(token, content, at) ?? unreadable())
    const found = content.slice(at, end)
    yield found
    at = found === 'ID' ? endOfInlineImage(content, end) : end
    at = endOf(spaces, content, at) ?? at
  }
}

/** Where what matches here ends. */
function endOf(pattern: RegExp, content: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(content) ? pattern.lastIndex : null
}

/** Where a text in brackets ends; brackets in it are in pairs or have a backslash before them. */
function endOfText(content: string, start: number): number {
  let open = 0
  for (let at = start; at < content.length; at++) {
    if (content[at] === '\\') at++
    else if (content[at] === '(') open++
    else if (content[at] === ')' && --open === 0) return at + 1
  }
  return unreadable()
}

/** The data of an image in the content end before an `EI` that stands by itself. */
function endOfInlineImage(content: string, at: number): number {
  const end = /\sEI(?=[\s]|$)/g
  end.lastIndex = at
  return end.exec(content)?.index ?? unreadable()
}

function unreadable(): never {
  throw new Error('the content of a page cannot be read')
}
