import { yes, type Node } from './diagrams.js'
import { relevantQuestions, type Narrowed } from './narrow.js'
import type { RuleDiagram } from './rule-diagram.js'

/** How many questions are still to be asked, from one answered state on, asking in the diagram's order. */
export interface QuestionsLeft {
  readonly fewest: number
  readonly most: number
  /** Mean over all answers, weighed by `weights`. */
  readonly mean: number
}

/** Shares of the cells of each axis, by variable; each list adds up to 1. */
export type Weights = readonly (readonly number[])[]

/** Every option of a choice and every run of an ordered kind as likely as the next one. */
export const evenWeights = ({ axes }: RuleDiagram): Weights =>
  axes.map(({ cells }) => {
    const sum = cells.reduce((all, { weight }) => all + weight, 0)
    return cells.map(({ weight }) => weight / sum)
  })

/** The weights to count a diagram with: even ones, or how often each cell was answered in past cases. */
export type Weigh = (diagram: RuleDiagram) => Weights

/** More states than this in one count are not worth a clerk's waiting. */
const mostStates = 20_000
/** More than this are not kept: a server runs for months. */
const mostStatesKept = 100_000

/** What was counted for a diagram is kept with it: every citizen who is so far along needs the same. */
const kept = new WeakMap<RuleDiagram, WeakMap<Weigh, QuestionCount>>()

/** The count of a diagram, which goes on from what was counted before. */
export function countIn(diagram: RuleDiagram, weigh: Weigh = evenWeights): QuestionCount {
  const counts = kept.get(diagram) ?? new WeakMap<Weigh, QuestionCount>()
  kept.set(diagram, counts)
  const count = counts.get(weigh) ?? new QuestionCount(diagram, weigh(diagram))
  counts.set(weigh, count)
  return count
}

/** Counts the questions that are left, exactly. `null` where there are too many states to go through. */
export const questionsLeft = (
  { diagram, results, answers }: Narrowed,
  weigh: Weigh = evenWeights,
): QuestionsLeft | null => countIn(diagram, weigh).from(results, new Set(Object.keys(answers)))

/** The same from the start of a conversation. */
export const questionsInAll = (diagram: RuleDiagram, weigh: Weigh = evenWeights): QuestionsLeft | null =>
  countIn(diagram, weigh).from(diagram.results, new Set())

/** The most questions that can still be asked; where they cannot be counted, all that matter. */
export const mostLeft = (narrowed: Narrowed): number =>
  questionsLeft(narrowed)?.most ?? relevantQuestions(narrowed).length

const nothingLeft: QuestionsLeft = { fewest: 0, most: 0, mean: 0 }

/** Counts questions in the diagram's order and keeps what it has counted. */
export class QuestionCount {
  /** `null`: too many states lie behind it. */
  private readonly known = new Map<string, QuestionsLeft | null>()
  private statesLeft = 0
  /** The last variable that each question settles: from there on it does not matter whether it was asked. */
  private readonly lastVariable = new Map<string, number>()

  constructor(
    private readonly diagram: RuleDiagram,
    readonly weights: Weights,
  ) {
    diagram.axes.forEach(({ questions }, variable) => {
      for (const question of questions) this.lastVariable.set(question, variable)
    })
  }

  /** @param asked questions that cost nothing more */
  from(results: readonly Node[], asked: ReadonlySet<string>): QuestionsLeft | null {
    if (this.known.size > mostStatesKept) this.known.clear()
    this.statesLeft = mostStates
    return this.count(openAmong(results), asked)
  }

  private count(open: readonly Node[], asked: ReadonlySet<string>): QuestionsLeft | null {
    if (open.length === 0) return nothingLeft
    const variable = Math.min(...open.map((node) => this.diagram.diagrams.variableOf(node)))
    const still = [...asked].filter((question) => this.lastVariable.get(question)! >= variable)
    const key = `${open.join()}|${still.join()}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const counted = this.statesLeft-- > 0 ? this.through(variable, open, new Set(still)) : null
    this.known.set(key, counted)
    return counted
  }

  private through(variable: number, open: readonly Node[], asked: ReadonlySet<string>): QuestionsLeft | null {
    const { diagrams, axes } = this.diagram
    const { questions, cells } = axes[variable]!
    const cost = questions.filter((question) => !asked.has(question)).length
    const after = new Set([...asked, ...questions])
    let fewest = Infinity
    let most = 0
    let mean = 0
    for (const cell of cells.keys()) {
      const left = this.count(openAmong(open.map((node) => diagrams.step(node, variable, cell))), after)
      if (left === null) return null
      fewest = Math.min(fewest, left.fewest)
      most = Math.max(most, left.most)
      mean += this.weights[variable]![cell]! * left.mean
    }
    return { fewest: fewest + cost, most: most + cost, mean: mean + cost }
  }
}

/** What is not settled yet, each function once and in the order of its number. */
const openAmong = (nodes: readonly Node[]): Node[] =>
  [...new Set(nodes)].filter((node) => node > yes).toSorted((a, b) => a - b)
