import type { CompiledRuleSet } from '../precheck/compile.js'
import { cellsInWords, type AnswersInWords } from '../precheck/diagram/cells-in-words.js'
import { narrow, type Narrowed } from '../precheck/diagram/narrow.js'
import type { RuleOutcome } from '../precheck/diagram/outcome-nodes.js'
import { changeToClear } from '../precheck/diagram/shortest-change.js'
import { shortestReason, type ShortestReason } from '../precheck/diagram/shortest-reason.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { Answers } from '../precheck/rule-set.js'
import { citizenInWords, type AnswerGiven } from './citizen-in-words.js'

/** The least that decides a case, and the least that would have to be different. Documents aside. */
export interface Shortest {
  /** `null` while it is open what the answers come to. */
  readonly shortestReason: {
    readonly decides: RuleOutcome
    readonly answers: readonly AnswerGiven[]
    /** `false`: none of the answers can be left out, but there may be fewer others that suffice. */
    readonly isShortest: boolean
  } | null
  /** What would have to be answered for no finding to stand against it; `null` if none does or nothing helps. */
  readonly shortestChange: readonly AnswersInWords[] | null
}

/** Both for one case. Looks at the answers alone, as if every document were there. */
export function shortestOf(compiled: CompiledRuleSet, { answers, today }: PrecheckInput): Shortest {
  const narrowed = narrow(compiled, answers, today)
  const reason = shortestReason(narrowed)
  return {
    shortestReason: reason && inWords(reason, compiled, answers),
    shortestChange: reason === null || reason.decides === 'clear' ? null : changeOf(narrowed),
  }
}

function inWords(
  { decides, questions, isShortest }: ShortestReason,
  { ruleSet }: CompiledRuleSet,
  answers: Answers,
): Shortest['shortestReason'] {
  const only = Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(id)))
  return { decides, answers: citizenInWords(ruleSet.questions, only), isShortest }
}

function changeOf(narrowed: Narrowed): AnswersInWords[] | null {
  const change = changeToClear(narrowed)
  if (change === null) return null
  return [...change.cells]
    .toSorted(([a], [b]) => a - b)
    .map(([variable, cell]) => cellsInWords(narrowed.diagram, variable, [cell]))
}
