import { checkAnswer } from '../precheck/check-answer.js'
import type { CompiledRuleSet } from '../precheck/compile.js'
import type { Side } from '../precheck/diagram/merge-rule-sets.js'
import type { Precheck } from '../precheck/precheck.js'
import type { Answers } from '../precheck/rule-set.js'
import { citizenInWords, type AnswerGiven } from './citizen-in-words.js'
import { dialogue } from './dialogue.js'
import type { DiffCause, TwoRuleSets } from './diff-cause.js'
import { documentsShown, evidenceFrom, type DocumentsShown } from './evidence-shown.js'

/** A citizen for whom two rule sets come to something else. */
export interface DiffCitizen {
  /** Everything that is asked on either side, in the order of asking. */
  readonly inWords: readonly AnswerGiven[]
  readonly before: DiffResult
  readonly after: DiffResult
}

/** What a rule set says of a citizen, and all it takes to try it out: the content of a file for `--answers`. */
export interface DiffResult {
  readonly answers: Answers
  readonly documents: DocumentsShown
  readonly result: Precheck
  /** Answers that cannot be given here, because the question has no such option. */
  readonly impossible: readonly string[]
}

/** @param answers to the questions of both, those of one side alone under its sign */
export function citizenOf(two: TwoRuleSets, cause: DiffCause, answers: Answers): DiffCitizen {
  const before = resultFor(two, 'before', cause, answers)
  const after = resultFor(two, 'after', cause, answers)
  const isGiven = (id: string) =>
    [before, after].some(({ answers, impossible }) => Object.hasOwn(answers, id) || impossible.includes(id))
  const given = Object.entries(answers).filter(([name]) => isGiven(name.replace(/^.*~/, '')))
  const { questions } = two.comparison.diagram.compiled.ruleSet
  return { inWords: citizenInWords(questions, Object.fromEntries(given)), before, after }
}

/**
 * What is asked at the counter and what comes out. Everything lies there but the document that makes the difference:
 * otherwise nobody would notice it.
 */
function resultFor(two: TwoRuleSets, side: Side, cause: DiffCause, merged: Answers): DiffResult {
  const compiled = two[side]
  const { answers, impossible } = answersOf(compiled, side, merged)
  const shown = documentsShown(
    compiled.ruleSet.documents.filter(({ id }) => cause.kind !== 'document' || id !== cause.id),
  )
  const { asked, result } = dialogue(compiled, { answers, evidence: evidenceFrom(shown), today: two.day })
  const needed = new Set(result.documents.map(({ id }) => id))
  const documents = Object.fromEntries(Object.entries(shown).filter(([id]) => needed.has(id)))
  return { answers: onlyOf(answers, asked), documents, result, impossible }
}

const onlyOf = (answers: Answers, asked: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => asked.includes(id)))

function answersOf(
  { ruleSet }: CompiledRuleSet,
  side: Side,
  merged: Answers,
): Pick<DiffResult, 'answers' | 'impossible'> {
  const given = ruleSet.questions.flatMap((question) => {
    const name = [question.id, `${side}~${question.id}`].find((one) => Object.hasOwn(merged, one))
    if (name === undefined) return []
    const answer = merged[name]!
    return [{ id: question.id, answer, fits: checkAnswer(question, answer).ok }]
  })
  return {
    answers: Object.fromEntries(given.filter(({ fits }) => fits).map(({ id, answer }) => [id, answer])),
    impossible: given.filter(({ fits }) => !fits).map(({ id }) => id),
  }
}
