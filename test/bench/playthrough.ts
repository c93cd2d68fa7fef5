import { yes, type Node } from '../../src/precheck/diagram/diagrams.js'
import { evenWeights, type Weights } from '../../src/precheck/diagram/questions-left.js'
import type { RuleDiagram } from '../../src/precheck/diagram/rule-diagram.js'

/** How many questions a citizen is asked: on average over all answers, and at worst. */
export interface Asked {
  readonly mean: number
  readonly worst: number
}

/** A conversation so far, and what is left of the rule set. */
export interface Conversation {
  readonly known: readonly (number | undefined)[]
  readonly asked: ReadonlySet<string>
  readonly results: readonly Node[]
}

/** What to ask next: one question, or several of which the best is to be found; nothing: the end. */
export type Policy = (conversation: Conversation) => readonly string[]

/** Plays all conversations through. `null` if there are more than `most` different states. */
export class Playthrough {
  private readonly weights: Weights
  private readonly played = new Map<string, Asked | null>()

  constructor(
    private readonly diagram: RuleDiagram,
    private readonly policy: Policy,
    private readonly most: number,
  ) {
    this.weights = evenWeights(diagram)
  }

  play(): Asked | null {
    return this.from({
      known: this.diagram.axes.map(() => undefined),
      asked: new Set(),
      results: this.diagram.results,
    })
  }

  private from(conversation: Conversation): Asked | null {
    const choices = this.policy(conversation)
    if (choices.length === 0) return { mean: 0, worst: 0 }
    const open = [...new Set(conversation.results)].filter((node) => node > yes).toSorted((a, b) => a - b)
    const key = `${open.join()}|${choices.join()}`
    const before = this.played.get(key)
    if (before !== undefined) return before
    if (this.played.size >= this.most) return null
    let best: Asked | null = null
    for (const question of choices) {
      const one = this.ask(conversation, question)
      if (one === null) return null
      if (best === null || one.mean < best.mean) best = one
    }
    this.played.set(key, best)
    return best
  }

  private ask(conversation: Conversation, question: string): Asked | null {
    const asked = new Set([...conversation.asked, question])
    const variables = [...this.diagram.axes.entries()].flatMap(([variable, { questions }]) =>
      questions.includes(question) && questions.every((one) => asked.has(one)) ? [variable] : [],
    )
    const after = this.answered({ ...conversation, asked }, variables)
    return after && { mean: after.mean + 1, worst: after.worst + 1 }
  }

  /** Every cell of the first of these variables, then of the next. */
  private answered(conversation: Conversation, [variable, ...others]: readonly number[]): Asked | null {
    if (variable === undefined) return this.from(conversation)
    const { diagrams, axes } = this.diagram
    if (!diagrams.support(conversation.results).has(variable)) return this.answered(conversation, others)
    let mean = 0
    let worst = 0
    for (const cell of axes[variable]!.cells.keys()) {
      const only = axes.map((_, at) => (at === variable ? cell : undefined))
      const known = conversation.known.map((before, at) => only[at] ?? before)
      const results = diagrams.restrict(conversation.results, only)
      const one = this.answered({ ...conversation, known, results }, others)
      if (one === null) return null
      mean += one.mean * this.weights[variable]![cell]!
      worst = Math.max(worst, one.worst)
    }
    return { mean, worst }
  }
}
