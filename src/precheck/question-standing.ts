import type { CompiledRuleSet } from './compile.js'
import { decisionOn } from './deciding.js'
import { narrow, relevantQuestions } from './diagram/narrow.js'
import type { PrecheckInput } from './evaluate.js'
import type { Question } from './rule-set.js'
import { reasonsOf, withoutChains, type Reason } from './reason.js'
import { False, True } from './truth.js'

/**
 * Where a question stands on the checklist:
 * `ask` it matters and can be asked; `later` it may matter once another is answered;
 * `answered` its answer counts; `notApplicable` another answer excludes it, its own answer is kept and does not
 * count; `settled` nothing depends on it any more; `form` it decides nothing (any more) and fills the form.
 */
export type QuestionStanding = 'ask' | 'later' | 'answered' | 'notApplicable' | 'settled' | 'form'

export interface StandingQuestion {
  readonly question: Question
  readonly standing: QuestionStanding
  /** For `notApplicable`: which answers exclude it, in words. */
  readonly because?: string
}

/** All questions of a rule set with their standing, in the author's order. */
export const questionStandings = (compiled: CompiledRuleSet, input: PrecheckInput): StandingQuestion[] =>
  standingsAlone(compiled, input).map((one) =>
    one.standing === 'notApplicable'
      ? { ...one, because: answersInWords(whatExcludes(compiled, input, one.question.id)) }
      : one,
  )

/** The same without saying what excludes a question, which takes much longer to find out. */
export function standingsAlone(compiled: CompiledRuleSet, input: PrecheckInput): StandingQuestion[] {
  const narrowed = narrow(compiled, input.answers, input.today)
  const relevant = new Set(relevantQuestions(narrowed))
  return compiled.ruleSet.questions.map((question) => {
    const applies = narrowed.applies(question.id)
    if (applies === False) return { question, standing: 'notApplicable' }
    if (question.for === 'form') return { question, standing: applies === True ? 'form' : 'later' }
    if (Object.hasOwn(input.answers, question.id)) return { question, standing: 'answered' }
    if (!relevant.has(question.id))
      return { question, standing: question.inForm === true ? 'form' : 'settled' }
    return { question, standing: applies === True ? 'ask' : 'later' }
  })
}

/** Why a question does not apply, by the answers that its `askWhen` rests on. */
export function whatExcludes(
  compiled: CompiledRuleSet,
  { answers, today }: PrecheckInput,
  id: string,
): Reason[] {
  const slot = compiled.slots[compiled.slotOf.get(id)!]!
  if (slot.kind !== 'question' || slot.askWhen === null) return []
  return withoutChains(reasonsOf(decisionOn(compiled, slot.askWhen, answers, today)))
}

/** "Sind Sie Deutsche oder Deutscher? Nein" */
function answersInWords(reasons: readonly Reason[]): string {
  const given = (reason: Reason): string[] =>
    reason.kind === 'answer' ? [`${reason.text} ${reason.value}`] : reason.from.flatMap(given)
  return [...new Set(reasons.flatMap(given))].join(' · ')
}
