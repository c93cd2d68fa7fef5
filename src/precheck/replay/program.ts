import type { Expression } from './expressions.js'
import type { Rails } from './rails.js'

/** Words of a bitmap worked on at a time, so that all that lies between leaves and results stays near the processor. */
export const blockWords = 512

/** One expression to be worked out from those before it; `known`: it only has to be fetched. */
interface Step {
  readonly kind: Expression['kind']
  readonly known: Rails | undefined
  readonly parts: readonly number[]
}

/** The steps to some expressions, each after those it needs. */
export class Program {
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
