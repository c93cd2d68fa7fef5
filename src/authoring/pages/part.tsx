import type { RuleSetPart, PartKind } from '../../rulebook/rule-set-parts.js'
import { Badge } from '../../web/badge.js'
import { partAnchor } from '../part-names.js'
import { Condition } from './condition.js'

interface PartProps {
  readonly part: RuleSetPart
  readonly hrefOf: (fact: string) => string | null
}

/** What follows from the condition of a part; derived facts have none. */
const thenWords: Record<Exclude<PartKind, 'derived'>, string> = {
  question: 'Gefragt',
  document: 'Nötig',
  rule: 'Gilt',
  fee: 'Fällig',
}

/** A question, derived fact, document, rule or fee with all that its file says about it. */
export const Part = ({ part, hrefOf }: PartProps) => (
  <article class="teil" id={partAnchor(part)} aria-labelledby={`${partAnchor(part)}-titel`}>
    <div class="nachweis__kopf">
      <h4 id={`${partAnchor(part)}-titel`}>{part.title}</h4>
      {!part.confirmed && <Badge tone="warning">unbestätigt</Badge>}
    </div>
    <p class="leise">
      <code>{part.id}</code>
      {part.source && ` · ${part.source}`}
    </p>
    {part.kind !== 'derived' && (
      <Condition then={thenWords[part.kind]} words={part.condition} hrefOf={hrefOf} />
    )}
    <dl class="teil__angaben">
      {part.fields
        .filter(({ label }) => !saidElsewhere.includes(label))
        .map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  </article>
)

/** The heading above says it, or it is for programs. */
const saidElsewhere = ['Gruppe', 'Feststellung', 'Beispiel einer Antwort']
