import { notKnown, type Answer, type Person, type RuleSet } from '../precheck/rule-set.js'
import type { CaseFile } from './case-file.js'
import { answersOf } from './known.js'

/**
 * The applicant's name as the answers tell it: "Familienname, Vornamen" from the data of the official form (question
 * ids that end so), or the first person of a list that the rule set decides on, or the one name of whoever need not be
 * a person. Every rule set has one of them. `null` while unknown.
 */
export function applicantOf({ questions }: RuleSet, caseFile: Pick<CaseFile, 'answers'>): string | null {
  const answers = answersOf(caseFile)
  const answerTo = (ending: RegExp): Answer | undefined => {
    const question = questions.find(({ id }) => ending.test(id))
    const answer = question && answers[question.id]
    return answer === notKnown ? undefined : answer
  }
  const list = questions.find(({ kind, for: purpose }) => kind === 'persons' && purpose === undefined)
  const [first] = list ? ((answers[list.id] ?? []) as readonly Person[]) : []
  const parts = [
    answerTo(/(^|_)familienname$/) ?? first?.familyName,
    answerTo(/(^|_)vornamen?$/) ?? first?.givenNames,
  ]
  const person = parts.filter((part) => typeof part === 'string').join(', ')
  return person || ((answerTo(/^(antragsteller_name|firma)$/) as string | undefined) ?? null)
}

/** A name that came from the answers follows them; one that the clerk typed stays. */
export function withApplicant(ruleSet: RuleSet, before: CaseFile, after: CaseFile): CaseFile {
  if (before.applicant !== applicantOf(ruleSet, before)) return after
  const applicant = applicantOf(ruleSet, after)
  return applicant === after.applicant ? after : { ...after, applicant }
}
