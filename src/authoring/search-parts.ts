import { plain } from '../web/format.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { conditionSentence } from '../rulebook/condition-in-words.js'
import { ruleSetParts, type RuleSetPart } from '../rulebook/rule-set-parts.js'

export interface PartSearch {
  readonly text: string
  readonly unconfirmedOnly: boolean
}

/** The parts in which every word of the text occurs: in id, wording, source, condition or anything else said. */
export function searchParts(ruleSet: RuleSet, { text, unconfirmedOnly }: PartSearch): RuleSetPart[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return ruleSetParts(ruleSet).filter((part) => {
    if (unconfirmedOnly && part.confirmed) return false
    const said = plain(everythingSaid(part))
    return words.every((word) => said.includes(word))
  })
}

const everythingSaid = ({ id, title, source, fields, condition }: RuleSetPart): string =>
  [
    id,
    title,
    source ?? '',
    ...fields.map(({ text }) => text),
    condition === null ? '' : conditionSentence(condition),
  ].join(' ')
