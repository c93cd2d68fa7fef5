import type { QuestionDifference, RuleChange } from '../../precheck/rule-change.js'
import type { PossibleMove } from '../checklist.js'

/** Another rule set that the case could be moved to, and what that would mean, by ids. */
export interface MoveOverView extends Pick<RuleChange, 'verdict' | 'fee'> {
  readonly to: string
  readonly stillHold: readonly string[]
  readonly newQuestions: readonly string[]
  readonly toCheck: readonly {
    readonly question: string
    readonly difference: QuestionDifference
    readonly because: string
  }[]
  readonly dropped: readonly string[]
  readonly documentsNeeded: readonly string[]
  readonly documentsNoLongerNeeded: readonly string[]
}

export const moveOverView = ({ to, change }: PossibleMove): MoveOverView => ({
  to: to.id,
  stillHold: ids(change.stillHold),
  newQuestions: ids(change.newQuestions),
  toCheck: change.toCheck.map(({ question, difference }) => ({
    question: question.id,
    difference,
    because: question.source,
  })),
  dropped: ids(change.dropped),
  documentsNeeded: ids(change.documentsNeeded),
  documentsNoLongerNeeded: ids(change.documentsNoLongerNeeded),
  verdict: change.verdict,
  fee: change.fee,
})

const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)
