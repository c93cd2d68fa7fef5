import { appliesOf, factsFor, type CompiledRuleSet } from './compile.js'
import { fewestAnswers } from './deciding.js'
import type { PrecheckInput } from './evaluate.js'
import type { UnaskedQuestion } from './explanation.js'
import { standingsAlone, whatExcludes, type QuestionStanding } from './question-standing.js'
import { reasonOf, type Reason } from './reason.js'
import type { Answers, Question } from './rule-set.js'
import { False } from './truth.js'

/** The questions that could decide something and did not have to be asked, in the author's order. */
export function unaskedQuestions(
  compiled: CompiledRuleSet,
  input: PrecheckInput,
  asked: readonly string[],
): UnaskedQuestion[] {
  const answers = Object.fromEntries(asked.map((id) => [id, input.answers[id]!]))
  const given = { ...input, answers }
  return standingsAlone(compiled, given).flatMap(({ question, standing }): UnaskedQuestion[] => {
    const { id, text, source } = question
    if (question.for === 'form' || standing === 'answered' || stillMatters(standing)) return []
    return standing === 'notApplicable'
      ? [{ question: id, text, source, why: 'notApplicable', because: whatExcludes(compiled, given, id) }]
      : [{ question: id, text, source, why: 'settled', because: whatSettles(compiled, given, question) }]
  })
}

const stillMatters = (standing: QuestionStanding | undefined): boolean =>
  standing === 'ask' || standing === 'later'

/** The answers without which the question would still matter: none of them can be left out. */
function whatSettles(compiled: CompiledRuleSet, input: PrecheckInput, { id }: Question): Reason[] {
  const isSettled = (answers: Answers) =>
    !stillMatters(
      standingsAlone(compiled, { ...input, answers }).find(({ question }) => question.id === id)?.standing,
    )
  const enough = fewestAnswers(input.answers, isSettled)
  const facts = factsFor(compiled, enough, input.today)
  return Object.keys(enough)
    .map((answered) => compiled.slotOf.get(answered)!)
    .filter((at) => appliesOf(facts, at) !== False)
    .map((at) => reasonOf(facts, at))
}
