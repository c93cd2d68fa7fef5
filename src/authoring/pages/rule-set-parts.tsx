import { findingKinds, type RuleSet } from '../../precheck/rule-set.js'
import { questionGroups } from '../../rulebook/question-groups.js'
import { findingNames } from '../../precheck/outcome-names.js'
import type { PartKind, RuleSetPart } from '../../rulebook/rule-set-parts.js'
import { paths } from '../../web/paths.js'
import { partAnchor, partNames } from '../part-names.js'
import { Part } from './part.js'

interface RuleSetPartsProps {
  readonly id: string
  readonly ruleSet: RuleSet
  /** Those that the search left over. */
  readonly parts: readonly RuleSetPart[]
}

interface Chapter {
  readonly kind: PartKind
  readonly sections: readonly { readonly title: string | null; readonly ids: readonly string[] }[]
}

/** Questions by group, rules by finding, everything else in the order of the file. */
export function RuleSetParts({ id, ruleSet, parts }: RuleSetPartsProps) {
  const hrefOf = linkTo(ruleSet, (anchor) => `${paths.ruleSet(id)}#${anchor}`)
  return (
    <>
      {chaptersOf(ruleSet).map(({ kind, sections }) => {
        const own = parts.filter((part) => part.kind === kind)
        return own.length === 0 ? null : (
          <section class="gruppe" id={partNames[kind].anchor} key={kind}>
            <h2>
              {partNames[kind].many} ({own.length})
            </h2>
            {sections.map(({ title, ids }) => {
              const inside = own.filter((part) => ids.includes(part.id))
              return inside.length === 0 ? null : (
                <>
                  <h3 class={title === null ? 'kern-sr-only' : 'teil__gruppe'}>
                    {title ?? partNames[kind].many}
                  </h3>
                  {inside.map((part) => (
                    <Part key={part.id} part={part} hrefOf={hrefOf} />
                  ))}
                </>
              )
            })}
          </section>
        )
      })}
    </>
  )
}

function chaptersOf(ruleSet: RuleSet): Chapter[] {
  const whole = (parts: readonly { readonly id: string }[]) => [
    { title: null, ids: parts.map(({ id }) => id) },
  ]
  return [
    {
      kind: 'question',
      sections: questionGroups(ruleSet).map(({ title, questions }) => ({
        title,
        ids: questions.map(({ id }) => id),
      })),
    },
    { kind: 'document', sections: whole(ruleSet.documents) },
    {
      kind: 'rule',
      sections: findingKinds.map((finding) => ({
        title: capital(findingNames[finding]),
        ids: ruleSet.rules.filter((rule) => rule.finding === finding).map(({ id }) => id),
      })),
    },
    { kind: 'fee', sections: whole(ruleSet.fees) },
    { kind: 'derived', sections: whole((ruleSet.derived ?? []).map(({ fact }) => ({ id: fact }))) },
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The day of the pre-check stands nowhere; every other fact is a question or derived. */
function linkTo({ questions }: RuleSet, hrefOf: (anchor: string) => string) {
  const asked = new Set(questions.map(({ id }) => id))
  return (fact: string): string | null =>
    fact === 'today' ? null : hrefOf(partAnchor({ kind: asked.has(fact) ? 'question' : 'derived', id: fact }))
}
