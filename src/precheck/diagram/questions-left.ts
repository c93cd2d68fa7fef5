import type { Axis } from './axis.js'
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

/** More states than this are not worth a clerk's waiting. */
const mostStates = 100_000

/** What was counted for a diagram is kept with it: every citizen who is so far along needs the same. */
const kept = new WeakMap<RuleDiagram, QuestionCount>()

export function countIn(diagram: RuleDiagram): QuestionCount {
  const count = kept.get(diagram) ?? new QuestionCount(diagram)
  kept.set(diagram, count)
  return count
}

/** Counts the questions that are left, exactly. `null` where there are too many states to go through. */
export const questionsLeft = ({ diagram, results, answers }: Narrowed): QuestionsLeft | null =>
  countIn(diagram).from(results, new Set(Object.keys(answers)))

/** The same from the start of a conversation. */
export const questionsInAll = (diagram: RuleDiagram): QuestionsLeft | null =>
  countIn(diagram).from(diagram.results, new Set())

/** The most questions that can still be asked; where they cannot be counted, all that matter. */
export const mostLeft = (narrowed: Narrowed): number =>
  questionsLeft(narrowed)?.most ?? relevantQuestions(narrowed).length

const nothingLeft: QuestionsLeft = { fewest: 0, most: 0, mean: 0 }

/** Counts questions in the diagram's order and keeps what it has counted. */
export class QuestionCount {
  private readonly known = new Map<string, QuestionsLeft>()
  /** The last variable that each question settles: from there on it does not matter whether it was asked. */
  private readonly lastVariable = new Map<string, number>()

  constructor(
    private readonly diagram: RuleDiagram,
    readonly weights: Weights = evenWeights(diagram),
  ) {
    diagram.axes.forEach(({ questions }, variable) => {
      for (const question of questions) this.lastVariable.set(question, variable)
    })
  }

  /** @param asked questions that cost nothing more */
  from(results: readonly Node[], asked: ReadonlySet<string>): QuestionsLeft | null {
    const open = [...new Set(results)].filter((node) => node > yes).toSorted((a, b) => a - b)
    if (open.length === 0) return nothingLeft
    const { diagrams, axes } = this.diagram
    const variable = Math.min(...open.map((node) => diagrams.variableOf(node)))
    const still = [...asked].filter((question) => this.lastVariable.get(question)! >= variable)
    const key = `${open.join()}|${still.join()}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    if (this.known.size >= mostStates) return null
    const counted = this.through(variable, axes[variable]!, open, new Set(still))
    if (counted !== null) this.known.set(key, counted)
    return counted
  }

  private through(
    variable: number,
    { questions, cells }: Axis,
    open: readonly Node[],
    asked: ReadonlySet<string>,
  ): QuestionsLeft | null {
    const cost = questions.filter((question) => !asked.has(question)).length
    const after = new Set([...asked, ...questions])
    let fewest = Infinity
    let most = 0
    let mean = 0
    for (const cell of cells.keys()) {
      const left = this.from(
        open.map((node) => this.diagram.diagrams.step(node, variable, cell)),
        after,
      )
      if (left === null) return null
      fewest = Math.min(fewest, left.fewest)
      most = Math.max(most, left.most)
      mean += this.weights[variable]![cell]! * left.mean
    }
    return { fewest: fewest + cost, most: most + cost, mean: mean + cost }
  }
}
