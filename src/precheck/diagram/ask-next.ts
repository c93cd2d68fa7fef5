import { True } from '../truth.js'
import { yes, type Node } from './diagrams.js'
import { relevantQuestions, type Narrowed } from './narrow.js'
import { countIn } from './questions-left.js'
import type { RuleDiagram } from './rule-diagram.js'

/** An order that people know is worth more than a tenth of a question. */
const worthLeavingTheOrder = 0.1

/**
 * The question to ask next, or `null` if none matters any more. The author's groups come in their order. Inside a
 * group the author's first question is next, unless beginning with another one of it saves questions on average;
 * what follows is counted in the author's order, so that the result is never worse than that order.
 */
export function nextQuestion(narrowed: Narrowed, relevant = relevantQuestions(narrowed)): string | null {
  const askable = relevant.filter((id) => narrowed.applies(id) === True)
  const [first] = askable
  if (first === undefined) return null
  const groupOf = new Map(narrowed.diagram.compiled.ruleSet.questions.map(({ id, group }) => [id, group]))
  const candidates = askable.filter((id) => groupOf.get(id) === groupOf.get(first))
  return candidates.length === 1 ? first : fastest(narrowed, candidates)
}

/** Every citizen who is so far along meets the same choice, so it is kept. */
const kept = new WeakMap<RuleDiagram, Map<string, string>>()

function fastest({ diagram, results, answers }: Narrowed, candidates: readonly string[]): string {
  const chosen = kept.get(diagram) ?? new Map<string, string>()
  kept.set(diagram, chosen)
  const open = [...new Set(results)].filter((node) => node > yes)
  const key = `${open.join()}|${candidates.join()}`
  const before = chosen.get(key)
  if (before !== undefined) return before
  const asked = new Set(Object.keys(answers))
  const means = candidates.map((id) => meanAfter(diagram, open, asked, id))
  const best = means.indexOf(Math.min(...means))
  const choice = candidates[means[0]! - means[best]! > worthLeavingTheOrder ? best : 0]!
  chosen.set(key, choice)
  return choice
}

/** Of a question with many answers at once, more combinations than this are not worth counting. */
const mostOptions = 5

/** How many questions follow this one on average, the others in the author's order. */
function meanAfter(
  diagram: RuleDiagram,
  open: readonly Node[],
  asked: ReadonlySet<string>,
  question: string,
): number {
  const { diagrams, axes } = diagram
  const count = countIn(diagram)
  const support = diagrams.support(open)
  const variables = [...axes.keys()].filter((at) => support.has(at) && axes[at]!.questions.includes(question))
  if (variables.length > mostOptions) return Infinity
  const after = new Set([...asked, question])
  const mean = (results: readonly Node[], [variable, ...others]: readonly number[]): number => {
    if (variable === undefined) return count.from(results, after)?.mean ?? Infinity
    const shares = count.weights[variable]!
    return shares.reduce((sum, share, cell) => {
      const known = axes.map((_, at) => (at === variable ? cell : undefined))
      return sum + share * mean(diagrams.restrict(results, known), others)
    }, 0)
  }
  return mean(open, variables)
}
