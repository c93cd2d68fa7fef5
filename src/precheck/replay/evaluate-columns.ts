import { holds } from '../operators.js'
import { casesWith, trim, wordsFor, type Bitmap } from './bitmap.js'
import type { Column } from './column.js'
import type { ColumnLeaf, Expression } from './expressions.js'

/**
 * Kleene's three truth values of all cases on two rails: true where it is surely so, false where it is not even
 * possibly so, unknown in between.
 */
export interface Rails {
  readonly surely: Bitmap
  readonly possibly: Bitmap
}

/** Works out expressions for all cases, 32 with each instruction. What it has worked out it keeps. */
export class ColumnEvaluation {
  private readonly known = new Map<Expression, Rails>()
  private readonly unanswered = new Map<Column, Bitmap | null>()
  private scratch: Uint32Array = new Uint32Array(0)

  constructor(private readonly cases: number) {}

  /** The rails of each expression, in their order. */
  railsOf(expressions: readonly Expression[]): Rails[] {
    this.workOut([...new Set(expressions)].filter((expression) => !this.known.has(expression)))
    return expressions.map((expression) => this.known.get(expression)!)
  }

  private workOut(wanted: readonly Expression[]): void {
    const program = new Program(wanted, (expression) =>
      expression.kind === 'leaf' ? this.leaf(expression) : this.known.get(expression),
    )
    if (this.scratch.length < program.room) this.scratch = new Uint32Array(program.room)
    const words = wordsFor(this.cases)
    const results = wanted.map(() => ({ surely: new Uint32Array(words), possibly: new Uint32Array(words) }))
    for (let from = 0; from < words; from += blockWords)
      program.run(this.scratch, from, Math.min(from + blockWords, words), results)
    wanted.forEach((expression, i) => {
      const { surely, possibly } = results[i]!
      this.known.set(expression, {
        surely: trim(surely, this.cases),
        possibly: trim(possibly, this.cases),
      })
    })
  }

  /** Known to hold, known not to hold, or its fact is unanswered. */
  private leaf(leaf: ColumnLeaf): Rails {
    const before = this.known.get(leaf)
    if (before !== undefined) return before
    const { column, operator, constant } = leaf
    const surely = casesWith(column, (value) => value !== undefined && holds(operator, value, constant))
    const open = this.unansweredIn(column)
    const rails = {
      surely,
      possibly: open === null ? surely : surely.map((word, at) => word | open[at]!),
    }
    this.known.set(leaf, rails)
    return rails
  }

  private unansweredIn(column: Column): Bitmap | null {
    const before = this.unanswered.get(column)
    if (before !== undefined) return before
    const open = column.values.includes(undefined) ? casesWith(column, (value) => value === undefined) : null
    this.unanswered.set(column, open)
    return open
  }
}

/** Words of a bitmap worked on at a time, so that all that lies between leaves and results stays near the processor. */
const blockWords = 512

/** One expression to be worked out from those before it; `known`: it only has to be fetched. */
interface Step {
  readonly kind: Expression['kind']
  readonly known: Rails | undefined
  readonly parts: readonly number[]
}

/** The steps to some expressions, each after those it needs. */
class Program {
  private readonly steps: Step[] = []
  private readonly places = new Map<Expression, number>()
  private readonly results: readonly number[]

  constructor(
    wanted: readonly Expression[],
    private readonly knownOf: (expression: Expression) => Rails | undefined,
  ) {
    this.results = wanted.map((expression) => this.placeOf(expression))
  }

  /** How many words it takes to run it. */
  get room(): number {
    return this.steps.length * 2 * blockWords
  }

  private placeOf(expression: Expression): number {
    const before = this.places.get(expression)
    if (before !== undefined) return before
    const known = this.knownOf(expression)
    const parts = known === undefined && expression.kind !== 'leaf' ? expression.parts : []
    const step = { kind: expression.kind, known, parts: parts.map((part) => this.placeOf(part)) }
    const place = this.steps.push(step) - 1
    this.places.set(expression, place)
    return place
  }

  /** Each step has two stretches of the scratch: its `surely`, then its `possibly`. */
  run(scratch: Uint32Array, from: number, to: number, results: readonly Rails[]): void {
    for (const [place, { kind, known, parts }] of this.steps.entries()) {
      const at = place * 2 * blockWords
      if (known !== undefined) {
        scratch.set(known.surely.subarray(from, to), at)
        scratch.set(known.possibly.subarray(from, to), at + blockWords)
      } else if (kind === 'not') negate(scratch, at, parts[0]! * 2 * blockWords)
      else {
        scratch.fill(kind === 'all' ? -1 : 0, at, at + 2 * blockWords)
        const join = kind === 'all' ? meet : unite
        for (const part of parts) join(scratch, at, part * 2 * blockWords)
      }
    }
    for (const [i, place] of this.results.entries()) {
      const at = place * 2 * blockWords
      results[i]!.surely.set(scratch.subarray(at, at + to - from), from)
      results[i]!.possibly.set(scratch.subarray(at + blockWords, at + blockWords + to - from), from)
    }
  }
}

/** What is not even possibly so is surely not so, and the other way round. */
function negate(scratch: Uint32Array, at: number, part: number): void {
  for (let word = 0; word < blockWords; word++) {
    scratch[at + word] = ~scratch[part + blockWords + word]!
    scratch[at + blockWords + word] = ~scratch[part + word]!
  }
}

function meet(scratch: Uint32Array, at: number, part: number): void {
  for (let word = 0; word < 2 * blockWords; word++) scratch[at + word]! &= scratch[part + word]!
}

function unite(scratch: Uint32Array, at: number, part: number): void {
  for (let word = 0; word < 2 * blockWords; word++) scratch[at + word]! |= scratch[part + word]!
}
