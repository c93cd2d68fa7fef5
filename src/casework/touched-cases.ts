import type { Verdict } from '../precheck/precheck.js'
import type { RuleChange } from '../precheck/rule-change.js'

/** An open case that another rule set would be due for, without anything that says whose it is. */
export interface TouchedCase {
  readonly officeId: string
  readonly change: RuleChange
}

/** What moving open cases over to a rule set would mean, as figures alone: whoever writes rules sees no case. */
export interface TouchedCases {
  readonly offices: readonly OfficeTouched[]
  /** How many cases would go over from one verdict to another, the most frequent first. */
  readonly verdicts: readonly { readonly before: Verdict; readonly after: Verdict; readonly cases: number }[]
  /** How many of the open cases were looked at, the last changed first: all, unless there are very many. */
  readonly lookedAt: number
}

export interface OfficeTouched {
  readonly office: string
  /** All open cases of the service. */
  readonly open: number
  /** For how many of those looked at the rule set would be due instead of their own; of these … */
  readonly due: number
  readonly otherVerdict: number
  readonly otherFee: number
  /** … something would be asked anew, again, or no longer, */
  readonly toAsk: number
  readonly newDocuments: number
  /** … and nothing of all this. */
  readonly unchanged: number
}

/** An office, and how many cases of the service are open there. */
export interface OpenInOffice {
  readonly id: string
  readonly name: string
  readonly open: number
}

export function countTouched(
  open: readonly OpenInOffice[],
  touched: readonly TouchedCase[],
  lookedAt: number,
): TouchedCases {
  const offices = open.map(({ id, name, open }): OfficeTouched => {
    const changes = touched.filter(({ officeId }) => officeId === id).map(({ change }) => change)
    const counted = (is: (change: RuleChange) => boolean) => changes.filter(is).length
    return {
      office: name,
      open,
      due: changes.length,
      otherVerdict: counted(hasOtherVerdict),
      otherFee: counted(hasOtherFee),
      toAsk: counted(hasToAsk),
      newDocuments: counted(hasNewDocuments),
      unchanged: counted((change) => !effects.some((has) => has(change))),
    }
  })
  return { offices, verdicts: verdictsOf(touched.map(({ change }) => change)), lookedAt }
}

const hasOtherVerdict = ({ verdict }: RuleChange): boolean => verdict.before !== verdict.after
const hasOtherFee = ({ fee }: RuleChange): boolean => fee.before !== fee.after
const hasToAsk = ({ newQuestions, toCheck, dropped }: RuleChange): boolean =>
  [newQuestions, toCheck, dropped].some(({ length }) => length > 0)
const hasNewDocuments = ({ documentsNeeded }: RuleChange): boolean => documentsNeeded.length > 0
const effects = [hasOtherVerdict, hasOtherFee, hasToAsk, hasNewDocuments]

function verdictsOf(changes: readonly RuleChange[]): TouchedCases['verdicts'] {
  const alike = Map.groupBy(changes.filter(hasOtherVerdict), ({ verdict }) => JSON.stringify(verdict))
  return [...alike.values()]
    .map((some) => ({ ...some[0]!.verdict, cases: some.length }))
    .toSorted((a, b) => b.cases - a.cases)
}
