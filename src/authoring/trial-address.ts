import { formTextOf } from '../casework/form-text.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import type { Answers, Day, RuleSet } from '../precheck/rule-set.js'
import type { DocumentsShown } from '../rulebook/evidence-shown.js'
import { paths } from '../web/paths.js'
import { dayName, documentName, questionName } from './read-trial.js'

/** A citizen who was made up, on a day. */
export interface MadeUpCitizen {
  readonly on: Day
  readonly answers: Answers
  readonly documents?: DocumentsShown
}

/** Where the trial run begins with a made-up citizen: the address holds what its form would. */
export function trialAddress(
  id: string,
  { questions }: RuleSet,
  { on, answers, documents = {} }: MadeUpCitizen,
): string {
  const query = new URLSearchParams({ [dayName]: dayInWords(on) })
  for (const question of questions)
    for (const [part, values] of Object.entries(formTextOf(question, answers[question.id])))
      for (const value of values) query.append(`${questionName(question.id)}${part && `.${part}`}`, value)
  for (const [document, seen] of Object.entries(documents)) query.append(documentName(document), seen)
  return `${paths.trial(id)}?${query}`
}
