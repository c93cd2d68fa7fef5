import type { ShapeProblem } from './check-shape.js'
import { codePoint, firstMisleading } from './misleading.js'

const deepestNesting = 60
const mostValues = 50_000
const mostProblems = 100

const tokens = {
  space: /[ \t\n\r]*/y,
  // Between the quotes: every sign from the space on, but no quote and no backslash, and the escapes that JSON has.
  string: /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  word: /true|false|null/y,
} as const

/** What a kind of file may hold. */
export interface JsonLimits {
  /** In one object or list. */
  readonly mostEntries: number
  readonly longestKey: number
  /** The first character of a text that must not be there, as `U+202E`. */
  readonly firstForbidden: (text: string) => string | null
}

const ruleFileLimits: JsonLimits = { mostEntries: 1000, longestKey: 200, firstForbidden: firstMisleading }

/**
 * Looks at a JSON text before it is parsed: `JSON.parse` names no line, lets a key stand twice and counts the last,
 * turns 1e999 into Infinity and follows any nesting. No problem: the text is plain JSON of a bearable size.
 */
export const scanJson = (text: string, limits = ruleFileLimits): ShapeProblem[] =>
  new Scanner(text, limits).scan()

/** A JSON pointer (RFC 6901). */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Nothing more can be told about this text. */
class Unreadable extends Error {}

class Scanner {
  private at = 0
  private values = 0
  private readonly path: (string | number)[] = []
  private readonly problems: ShapeProblem[] = []

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
  ) {}

  scan(): ShapeProblem[] {
    try {
      this.value()
      if (this.next() !== undefined) this.fail('Nach dem Ende steht noch etwas')
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
    }
    return this.problems
  }

  private value(): void {
    const sign = this.next()
    if (++this.values > mostValues) this.giveUp(`Die Datei hat mehr als ${mostValues} Werte.`)
    const seen = new Map<string, number>()
    if (sign === '{') this.entries('}', () => this.member(seen))
    else if (sign === '[') this.entries(']', (index) => this.within(index, () => this.value()))
    else if (sign === '"') this.checkText(this.at, this.string('ein Text').replaceAll(/[\t\n\r]/g, ' '))
    else if (this.take('word') === null) this.number()
  }

  /** What stands between two brackets, separated by commas. */
  private entries(end: string, readEntry: (index: number) => void): void {
    if (this.path.length >= deepestNesting)
      this.giveUp(`Die Datei ist tiefer als ${deepestNesting} Ebenen verschachtelt.`)
    this.at++
    if (this.next() === end) return void this.at++
    for (let index = 0; ; index++) {
      if (index === this.limits.mostEntries)
        this.giveUp(`Hier stehen mehr als ${this.limits.mostEntries} Einträge.`)
      readEntry(index)
      const sign = this.next()
      if (sign !== end && sign !== ',') this.fail(`Erwartet wird ein Komma oder „${end}“`)
      this.at++
      if (sign === end) return
      if (this.next() === end) this.fail('Das Komma davor ist zu viel')
    }
  }

  /** A key with its value; `seen` are the keys of the same object, with the place of each. */
  private member(seen: Map<string, number>): void {
    this.next()
    const start = this.at
    const key = this.string('ein Schlüssel in Anführungszeichen')
    if (key.length > this.limits.longestKey)
      this.giveUp(
        `Ein Schlüssel ist länger als ${this.limits.longestKey} Zeichen: „${key.slice(0, 30)}…“.`,
        start,
      )
    if (key === '__proto__')
      this.tell(start, 'Der Schlüssel __proto__ ist nicht erlaubt; bitte entfernen oder anders nennen.')
    if (this.next() !== ':') this.fail('Nach dem Schlüssel fehlt der Doppelpunkt')
    this.at++
    this.within(key, () => {
      this.checkText(start, key)
      this.checkOnce(start, seen.get(key))
      this.value()
    })
    seen.set(key, start)
  }

  private checkOnce(at: number, first: number | undefined): void {
    if (first === undefined) return
    this.tell(
      at,
      `Dieser Schlüssel steht schon in Zeile ${this.lineOf(first)}; bitte einen von beiden entfernen.`,
    )
  }

  private string(wanted: string): string {
    const token = this.take('string')
    if (token === null) return this.failAtText(wanted)
    return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1)
  }

  /** A text that begins and does not end properly breaks off at a line break, or at an escape that does not exist. */
  private failAtText(wanted: string): never {
    if (this.text[this.at] !== '"') return this.fail(`Erwartet wird ${wanted}`)
    const begun = new RegExp(tokens.string.source.slice(0, -1), 'y')
    begun.lastIndex = this.at
    begun.test(this.text)
    return this.fail('Der Text bricht hier ab', begun.lastIndex)
  }

  private checkText(at: number, text: string): void {
    const found = this.limits.firstForbidden(text)
    if (found !== null)
      this.tell(at, `Das Zeichen ${found} ist unsichtbar oder ändert die Schreibrichtung; bitte entfernen.`)
  }

  private number(): void {
    const start = this.at
    const token = this.take('number')
    if (token === null) return this.fail('Erwartet wird ein Wert')
    if (Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER)
      this.tell(start, 'Diese Zahl ist zu groß, um genau zu sein.')
  }

  private within(step: string | number, work: () => void): void {
    this.path.push(step)
    work()
    this.path.pop()
  }

  /** The next sign that is not white space; `undefined` at the end. */
  private next(): string | undefined {
    this.take('space')
    return this.text[this.at]
  }

  private take(kind: keyof typeof tokens): string | null {
    const token = tokens[kind]
    token.lastIndex = this.at
    const found = token.exec(this.text)
    if (found === null) return null
    this.at = token.lastIndex
    return found[0]
  }

  /** What breaks the grammar ends the reading. */
  private fail(wanted: string, at = this.at): never {
    const sign = this.text.slice(at, at + 2)
    const found =
      sign === '' ? 'die Datei endet hier, vielleicht nur halb geschrieben' : `hier steht ${named(sign)}`
    return this.giveUp(`Das ist kein gültiges JSON. ${wanted}; ${found}.${this.adviceOn(at)}`, at)
  }

  /** What people write who know JSON from looking at it. */
  private adviceOn(at: number): string {
    const rest = this.text.slice(at, at + 2)
    if (/^(?:\/[/*]|#)/.test(rest)) return ' Kommentare gibt es in JSON nicht; bitte löschen.'
    if (/^[„“”‚‘’«»']/.test(rest)) return ' Anführungszeichen sind hier die geraden: ".'
    if (/^[\n\r]/.test(rest)) return ' Ein Text steht in einer Zeile.'
    if (/^\d/.test(rest) && /\d,$/.test(this.text.slice(0, at)))
      return ' Zahlen haben einen Punkt statt des Kommas: 5.50.'
    if (/^\p{L}/u.test(rest) && this.text[at - 1] === '"')
      return ' Anführungszeichen im Text sind „…“ statt ".'
    return ''
  }

  /** Told of the whole file: from here on no pointer leads anywhere. */
  private giveUp(message: string, at = this.at): never {
    this.path.length = 0
    this.tell(at, message)
    throw new Unreadable()
  }

  private tell(at: number, message: string): void {
    this.problems.push({ pointer: pointerTo(this.path), message: `${this.placeOf(at)}: ${message}` })
    if (this.problems.length === mostProblems) throw new Unreadable()
  }

  private placeOf(at: number): string {
    return `Zeile ${this.lineOf(at)}, Spalte ${at - this.text.lastIndexOf('\n', at - 1)}`
  }

  private lineOf(at: number): number {
    return this.text.slice(0, at).split('\n').length
  }
}

/** A printable sign as itself, any other by its number. */
const named = (signs: string): string => (/^[!-~]/.test(signs) ? `„${signs[0]}“` : codePoint(signs))
