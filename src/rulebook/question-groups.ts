import type { Question, RuleSet } from '../precheck/rule-set.js'

export interface GroupOfQuestions {
  readonly id: string
  readonly title: string
  readonly questions: readonly Question[]
}

/** All questions in the order of the rule set's groups; those without a group come last. */
export function questionGroups({ groups = [], questions }: RuleSet): GroupOfQuestions[] {
  const rest = { id: 'weitere', title: groups.length === 0 ? 'Fragen' : 'Weitere Fragen' }
  const known = new Set(groups.map(({ id }) => id))
  const groupOf = ({ group }: Question) => (group !== undefined && known.has(group) ? group : rest.id)
  return [...groups, rest]
    .map(({ id, title }) => ({ id, title, questions: questions.filter((one) => groupOf(one) === id) }))
    .filter((group) => group.questions.length > 0)
}
