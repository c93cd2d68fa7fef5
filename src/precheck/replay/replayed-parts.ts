import type { Verdict } from '../precheck.js'
import { bitmapOf, type Bitmap } from './bitmap.js'
import type { Rails } from './rails.js'
import type { Partition } from './partition.js'
import type { Rerun } from './replay.js'

export type ReplayedKind = 'rule' | 'document' | 'fee'

/** A rule, document or fee over all cases. */
export interface ReplayedPart {
  readonly kind: ReplayedKind
  readonly id: string
  /** The verdicts that can come and go with it. */
  readonly bringsAbout: readonly Verdict[]
  /** Equal exactly if it is the same in another rule set, so that nothing has to be compared. */
  readonly sameAs: string
  /** What a rule finds, `missing` or `there`, an amount in euros or `onSite`; `open`; or the state at rest. */
  readonly states: () => Partition
}

/** How a part stands that has no bearing on a case; a part that a rule set does not have stands so in all cases. */
export const restState: Readonly<Record<ReplayedKind, string>> = {
  rule: 'doesNotApply',
  document: 'notNeeded',
  fee: 'notDue',
}

/** The parts of a rule set by kind and id. */
export function partsOf(rerun: Rerun): ReadonlyMap<string, ReplayedPart> {
  const parts = [...rulesOf(rerun), ...documentsOf(rerun), ...feesOf(rerun)]
  return new Map(parts.map((part) => [`${part.kind}/${part.id}`, part]))
}

const rulesOf = ({ compiled, expressions, rules, cases }: Rerun): ReplayedPart[] =>
  compiled.ruleSet.rules.map(({ id, finding }, i) => ({
    kind: 'rule',
    id,
    bringsAbout: finding === 'notice' ? [] : [finding, 'open'],
    sameAs: `${expressions.rules[i]!.number} ${finding}`,
    states: () => new Map([[finding, rules[i]!.surely], ...otherwise('rule', rules[i]!, cases)]),
  }))

const documentsOf = ({ compiled, expressions, documents, cases }: Rerun): ReplayedPart[] =>
  compiled.ruleSet.documents.map(({ id }, i) => {
    const { needed, lacking } = documents[i]!
    const { needed: need, lacking: lack } = expressions.documents[i]!
    return {
      kind: 'document',
      id,
      bringsAbout: ['missingDocuments', 'open'],
      sameAs: `${need.number} ${lack.number}`,
      states: () =>
        new Map([
          ['missing', bitmapOf(cases, (at) => needed.surely[at]! & lacking[at]!)],
          ['there', bitmapOf(cases, (at) => needed.surely[at]! & ~lacking[at]!)],
          ...otherwise('document', needed, cases),
        ]),
    }
  })

const feesOf = ({ compiled, expressions, fees, cases }: Rerun): ReplayedPart[] =>
  compiled.ruleSet.fees.map(({ id, amount }, i) => {
    const due = amount === null ? 'onSite' : String(amount)
    return {
      kind: 'fee',
      id,
      bringsAbout: [],
      sameAs: `${expressions.fees[i]!.number} ${due}`,
      states: () => new Map([[due, fees[i]!.surely], ...otherwise('fee', fees[i]!, cases)]),
    }
  })

const otherwise = (kind: ReplayedKind, { surely, possibly }: Rails, cases: number): [string, Bitmap][] => [
  ['open', bitmapOf(cases, (at) => possibly[at]! & ~surely[at]!)],
  [restState[kind], bitmapOf(cases, (at) => ~possibly[at]!)],
]
