import type { CompiledRuleSet } from './compile.js'
import { narrow, relevantQuestions } from './diagram/narrow.js'
import { factsIn } from './fact-order.js'
import type { PrecheckInput } from './evaluate.js'
import type { Question } from './rule-set.js'
import { answerInWords } from './answer-in-words.js'
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
export function questionStandings(compiled: CompiledRuleSet, input: PrecheckInput): StandingQuestion[] {
  const narrowed = narrow(compiled, input.answers, input.today)
  const relevant = new Set(relevantQuestions(narrowed))
  return compiled.ruleSet.questions.map((question) => {
    const applies = narrowed.applies(question.id)
    if (applies === False)
      return { question, standing: 'notApplicable', because: whyNot(compiled, question, input) }
    if (question.for === 'form') return { question, standing: applies === True ? 'form' : 'later' }
    if (Object.hasOwn(input.answers, question.id)) return { question, standing: 'answered' }
    if (!relevant.has(question.id))
      return { question, standing: question.inForm === true ? 'form' : 'settled' }
    return { question, standing: applies === True ? 'ask' : 'later' }
  })
}

/** "Sind Sie Deutsche oder Deutscher? Nein": the answers that the question's `askWhen` looks at. */
function whyNot(compiled: CompiledRuleSet, question: Question, { answers }: PrecheckInput): string {
  return questionsBehind(compiled, factsIn(question.askWhen))
    .filter(({ id }) => Object.hasOwn(answers, id))
    .map((other) => `${other.text} ${answerInWords(other, answers[other.id]!)}`)
    .join(' · ')
}

function questionsBehind(compiled: CompiledRuleSet, facts: readonly string[]): Question[] {
  const found = new Set<string>()
  const visit = (id: string): void => {
    const slot = compiled.slots[compiled.slotOf.get(id)!]!
    if (slot.kind === 'derived') for (const input of slot.derived.of) visit(input)
    if (slot.kind === 'question') found.add(id)
  }
  for (const fact of facts) visit(fact)
  return compiled.ruleSet.questions.filter(({ id }) => found.has(id))
}
