import type { Day, RuleSet, Sourced } from '../precheck/rule-set.js'

/** A part of a rule set with a source of its own, and where it stands in the file. */
export interface SourcedPart extends Sourced {
  readonly id: string
  /** JSON pointer. */
  readonly pointer: string
}

/** All questions, documents, rules and fees, in the order of the file. */
export const sourcedParts = ({ questions, documents, rules, fees }: RuleSet): SourcedPart[] =>
  Object.entries({ questions, documents, rules, fees }).flatMap(([list, parts]) =>
    parts.map((part, i) => ({ ...part, pointer: `/${list}/${i}` })),
  )

/** When a part was last compared with its source, as far as the file says. */
export const lastChecked = (
  { checkedOn, inForceFrom }: Pick<RuleSet, 'checkedOn' | 'inForceFrom'>,
  part?: Sourced,
): Day => part?.checkedOn ?? checkedOn ?? inForceFrom
