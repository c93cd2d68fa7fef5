import { notKnown, type Answer, type Person, type RuleSet } from '../precheck/rule-set.js'
import type { CaseFile } from './case-file.js'
import { answersOf } from './known.js'

/**
 * The applicant's name as the answers tell it: "Familienname, Vornamen" from the data of the official form (question
 * ids that end so, in every rule set), or the first person of a list that the rule set decides on. `null` while unknown.
 */
export function applicantOf({ questions }: RuleSet, caseFile: CaseFile): string | null {
  const answers = answersOf(caseFile)
  const answerTo = (ending: RegExp): Answer | undefined => {
    const question = questions.find(({ id, kind }) => kind === 'personName' && ending.test(id))
    return question && answers[question.id]
  }
  const list = questions.find(({ kind, for: purpose }) => kind === 'persons' && purpose === undefined)
  const [first] = list ? ((answers[list.id] ?? []) as readonly Person[]) : []
  const parts = [
    answerTo(/(^|_)familienname$/) ?? first?.familyName,
    answerTo(/(^|_)vornamen?$/) ?? first?.givenNames,
  ]
  return parts.filter((part) => typeof part === 'string' && part !== notKnown).join(', ') || null
}

/** A name that came from the answers follows them; one that the clerk typed stays. */
export function withApplicant(ruleSet: RuleSet, before: CaseFile, after: CaseFile): CaseFile {
  if (before.applicant !== applicantOf(ruleSet, before)) return after
  const applicant = applicantOf(ruleSet, after)
  return applicant === after.applicant ? after : { ...after, applicant }
}
