import { checkAnswer } from './check-answer.js'
import type { CompiledRuleSet } from './compile.js'
import type { PrecheckInput } from './evaluate.js'
import type { Precheck, Verdict } from './precheck.js'
import { precheckOf } from './precheck-of.js'
import { standingsAlone } from './question-standing.js'
import { notKnown, type Answer, type Answers, type NeededDocument, type Question } from './rule-set.js'

/** How a question differs: it reads differently, is answered differently, offers other choices, or refuses the answer. */
export type QuestionDifference = 'wording' | 'kind' | 'options' | 'value'

export interface ChangedQuestion {
  readonly before: Question
  /** As it stands in the new rule set; its source says which law changed. */
  readonly question: Question
  readonly difference: QuestionDifference
}

interface BeforeAndAfter<T> {
  readonly before: T
  readonly after: T
}

/** What another rule set means for the answers and documents that are there. */
export interface RuleChange {
  /** What goes along: everything but the answers whose question is gone or refuses them. */
  readonly answers: Answers
  readonly stillHold: readonly Question[]
  readonly toCheck: readonly ChangedQuestion[]
  /** Questions that are gone, as they were answered. */
  readonly dropped: readonly Question[]
  /** Questions to be asked that were not to be asked before. */
  readonly newQuestions: readonly Question[]
  readonly documentsNeeded: readonly NeededDocument[]
  readonly documentsNoLongerNeeded: readonly NeededDocument[]
  readonly verdict: BeforeAndAfter<Verdict>
  readonly fee: BeforeAndAfter<number | null>
}

/** Compares two rule sets for one citizen; neither is applied by this. */
export function ruleChange(from: CompiledRuleSet, to: CompiledRuleSet, input: PrecheckInput): RuleChange {
  const { answers, ...compared } = compareAnswers(from, to, input.answers)
  const [before, after] = [precheckOf(from, input), precheckOf(to, { ...input, answers })]
  const askedBefore = new Set(openQuestions(from, input).map(({ id }) => id))
  const answered = (id: string) => Object.hasOwn(input.answers, id)
  return {
    answers,
    ...compared,
    newQuestions: openQuestions(to, { ...input, answers }).filter(
      ({ id }) => !askedBefore.has(id) && !answered(id),
    ),
    documentsNeeded: onlyNeededIn(to, after, before),
    documentsNoLongerNeeded: onlyNeededIn(from, before, after),
    verdict: { before: before.verdict, after: after.verdict },
    fee: { before: before.fee, after: after.fee },
  }
}

function compareAnswers(
  from: CompiledRuleSet,
  to: CompiledRuleSet,
  given: Answers,
): Pick<RuleChange, 'answers' | 'stillHold' | 'toCheck' | 'dropped'> {
  const answers: Record<string, Answer> = { ...given }
  const stillHold: Question[] = []
  const toCheck: ChangedQuestion[] = []
  const dropped: Question[] = []
  for (const before of from.ruleSet.questions.filter(({ id }) => Object.hasOwn(given, id))) {
    const question = to.ruleSet.questions.find(({ id }) => id === before.id)
    const difference = question && differenceOf(before, question, given[before.id]!)
    if (question === undefined) dropped.push(before)
    else if (difference === undefined) stillHold.push(question)
    else toCheck.push({ before, question, difference })
    if (question === undefined || difference === 'value') delete answers[before.id]
  }
  return { answers, stillHold, toCheck, dropped }
}

/** A source that is cited more exactly does not change what was asked, nor does when it is asked. */
function differenceOf(before: Question, after: Question, answer: Answer): QuestionDifference | undefined {
  const fits = checkAnswer(after, answer).ok && (answer !== notKnown || after.mayBeUnknown === true)
  if (!fits) return 'value'
  if (before.kind !== after.kind) return 'kind'
  if (before.text !== after.text || before.hint !== after.hint) return 'wording'
  return choicesOf(before) === choicesOf(after) ? undefined : 'options'
}

const choicesOf = ({ options = [] }: Question): string =>
  JSON.stringify(options.map(({ value, label, hint }) => [value, label, hint]))

const openQuestions = (compiled: CompiledRuleSet, input: PrecheckInput): Question[] =>
  standingsAlone(compiled, input)
    .filter(({ standing }) => standing === 'ask' || standing === 'form')
    .map(({ question }) => question)
    .filter(({ id }) => !Object.hasOwn(input.answers, id))

/** The documents of a rule set that are surely needed by the one pre-check and not even possibly by the other. */
function onlyNeededIn({ ruleSet }: CompiledRuleSet, one: Precheck, other: Precheck): NeededDocument[] {
  const needed = new Set(
    one.documents.filter(({ state }) => state !== 'unclear' && state !== 'moot').map(({ id }) => id),
  )
  const elsewhere = new Set(other.documents.map(({ id }) => id))
  return ruleSet.documents.filter(({ id }) => needed.has(id) && !elsewhere.has(id))
}
