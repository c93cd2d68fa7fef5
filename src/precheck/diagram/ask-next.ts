import { True } from '../truth.js'
import { yes, type Node } from './diagrams.js'
import { relevantQuestions, type Narrowed } from './narrow.js'
import { countIn, evenWeights, type QuestionCount, type Weigh } from './questions-left.js'
import type { RuleDiagram } from './rule-diagram.js'

/** An order that people know is worth more than a tenth of a question. */
const worthLeavingTheOrder = 0.1

/**
 * The question to ask next, or `null` if none matters any more. The author's groups come in their order. Inside a
 * group the author's first question is next, unless beginning with another one of it saves questions on average;
 * what follows is counted in the author's order, so that the result is never worse than that order.
 * @param weigh how often each answer is given; a function that stays the same, because what it leads to is kept
 */
export function nextQuestion(
  narrowed: Narrowed,
  relevant = relevantQuestions(narrowed),
  weigh: Weigh = evenWeights,
): string | null {
  const { order, compiled } = narrowed.diagram
  const askable = relevant
    .filter((id) => narrowed.applies(id) === True)
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const [first] = askable
  if (first === undefined) return null
  const groupOf = new Map(compiled.ruleSet.questions.map(({ id, group }) => [id, group]))
  const candidates = askable.filter((id) => groupOf.get(id) === groupOf.get(first))
  return candidates.length === 1 ? first : fastest(narrowed, candidates, weigh)
}

/** Every citizen who is so far along meets the same choice, so it is kept; not without end, a server runs long. */
const kept = new WeakMap<QuestionCount, Map<string, string>>()
const mostKept = 10_000

function fastest(
  { diagram, results, answers }: Narrowed,
  candidates: readonly string[],
  weigh: Weigh,
): string {
  const count = countIn(diagram, weigh)
  const chosen = kept.get(count) ?? new Map<string, string>()
  kept.set(count, chosen)
  const open = [...new Set(results)].filter((node) => node > yes)
  const key = `${open.join()}|${candidates.join()}`
  const before = chosen.get(key)
  if (before !== undefined) return before
  const choice = choose(diagram, count, open, new Set(Object.keys(answers)), candidates)
  if (chosen.size >= mostKept) chosen.clear()
  chosen.set(key, choice)
  return choice
}

function choose(
  diagram: RuleDiagram,
  count: QuestionCount,
  open: readonly Node[],
  asked: ReadonlySet<string>,
  candidates: readonly string[],
): string {
  const first = candidates[0]!
  const inOrder = meanAfter(diagram, count, open, asked, first)
  // Where the author's order cannot be counted, nothing can be known to be better.
  if (inOrder === null) return first
  const means = candidates.map((id) => meanAfter(diagram, count, open, asked, id) ?? Infinity)
  const best = Math.min(...means)
  return inOrder - best > worthLeavingTheOrder ? candidates[means.indexOf(best)]! : first
}

/** Of a question with many answers at once, more combinations than this are not worth counting. */
const mostOptions = 5

/** How many questions follow this one on average, the others in the author's order; `null` if that takes too long. */
function meanAfter(
  { diagrams, axes }: RuleDiagram,
  count: QuestionCount,
  open: readonly Node[],
  asked: ReadonlySet<string>,
  question: string,
): number | null {
  const support = diagrams.support(open)
  // What it makes up with others is not known by it alone.
  const isOwn = (at: number) => axes[at]!.questions.length === 1 && axes[at]!.questions[0] === question
  const variables = [...support].filter(isOwn)
  if (variables.length > mostOptions) return null
  const after = new Set([...asked, question])
  const mean = (results: readonly Node[], [variable, ...others]: readonly number[]): number | null => {
    if (variable === undefined) return count.from(results, after)?.mean ?? null
    let sum = 0
    for (const [cell, share] of count.weights[variable]!.entries()) {
      const known = axes.map((_, at) => (at === variable ? cell : undefined))
      const rest = mean(diagrams.restrict(results, known), others)
      if (rest === null) return null
      sum += share * rest
    }
    return sum
  }
  return mean(open, variables)
}
