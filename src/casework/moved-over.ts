import { answerInWords } from '../precheck/answer-in-words.js'
import { ruleChange, type ChangedQuestion, type QuestionDifference } from '../precheck/rule-change.js'
import type { Answers, Day, Question } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import type { AnswerToCheck, CaseFile, FormerAnswer } from './case-file.js'
import { inputOf } from './pre-check.js'

/** What changed about a question, as the clerk reads it. */
export const differences: Record<QuestionDifference, string> = {
  wording: 'der Wortlaut ist neu',
  kind: 'sie wird anders beantwortet',
  options: 'die Auswahl ist neu',
  value: 'die Antwort passt nicht mehr',
}

/**
 * The case under another rule set. Answers that still fit go along; those whose question changed are to be checked;
 * those without a question that takes them are set aside, because what counts must never rest on them.
 */
export function movedOver(caseFile: CaseFile, from: LoadedRuleSet, to: LoadedRuleSet, today: Day): CaseFile {
  const { answers, toCheck, dropped } = ruleChange(from.compiled, to.compiled, inputOf(caseFile, today))
  const lost = [...dropped, ...toCheck.map(({ before }) => before)].filter(
    ({ id }) => !Object.hasOwn(answers, id),
  )
  const changed = new Set(toCheck.map(({ question }) => question.id))
  return {
    ...caseFile,
    ruleSet: to.id,
    answers: goingAlong(caseFile, answers, changed),
    toCheck: [
      ...caseFile.toCheck.filter(
        ({ question }) => !changed.has(question) && Object.hasOwn(answers, question),
      ),
      ...toCheck.map((changed) => pointOf(changed, caseFile)),
    ],
    formerAnswers: [...caseFile.formerAnswers, ...lost.map((question) => formerAnswer(caseFile, question))],
  }
}

/** What the trail says of a move. */
export const moveTold = (before: CaseFile, after: CaseFile) => ({
  from: before.ruleSet,
  to: after.ruleSet,
  toCheck: after.toCheck.map(({ question }) => question),
  setAside: after.formerAnswers.slice(before.formerAnswers.length).map(({ question }) => question),
})

/** An answer to a changed question counts as touched, so that a page with the earlier question cannot confirm it. */
const goingAlong = (caseFile: CaseFile, kept: Answers, changed: ReadonlySet<string>): CaseFile['answers'] =>
  Object.fromEntries(
    Object.entries(caseFile.answers)
      .filter(([id]) => Object.hasOwn(kept, id))
      .map(([id, answer]) => [id, changed.has(id) ? { ...answer, revision: caseFile.version + 1 } : answer]),
  )

function pointOf({ before, question, difference }: ChangedQuestion, caseFile: CaseFile): AnswerToCheck {
  const words = answerInWords(before, caseFile.answers[before.id]!.value)
  const earlier: Record<QuestionDifference, string> = {
    wording: `; vorher: „${before.text}“`,
    kind: '',
    options: newChoices(before, question),
    value: `; sie war „${words}“`,
  }
  return {
    question: question.id,
    text: `${differences[difference]} (${question.source})${earlier[difference]}`,
  }
}

/** The choices that the citizen was not offered: most likely what has to be asked. */
function newChoices(before: Question, { options = [] }: Question): string {
  const offered = new Set(before.options?.map(({ label }) => label))
  const labels = options.map(({ label }) => label).filter((label) => !offered.has(label))
  return labels.length === 0 ? '' : `; neu: ${labels.map((label) => `„${label}“`).join(', ')}`
}

const formerAnswer = (caseFile: CaseFile, question: Question): FormerAnswer => ({
  ...caseFile.answers[question.id]!,
  question: question.id,
  text: question.text,
  words: answerInWords(question, caseFile.answers[question.id]!.value),
  ruleSet: caseFile.ruleSet,
})
