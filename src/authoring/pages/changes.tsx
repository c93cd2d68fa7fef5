import type { PartChange } from '../../rulebook/rule-set-changes.js'
import type { Tone } from '../../web/alert.js'
import { Badge } from '../../web/badge.js'
import { paths } from '../../web/paths.js'
import { partAnchor, partNames } from '../part-names.js'

interface ChangesProps {
  /** The rule set after the changes. */
  readonly id: string
  readonly changes: readonly PartChange[]
}

const words: Record<PartChange['change'], readonly [string, Tone]> = {
  added: ['neu', 'success'],
  changed: ['geändert', 'info'],
  removed: ['weggefallen', 'warning'],
}

/** What differs in the texts, part by part: old and new side by side. */
export const Changes = ({ id, changes }: ChangesProps) => (
  <>
    {changes.map((change) => (
      <article class="teil" key={`${change.kind}/${change.id}`}>
        <div class="nachweis__kopf">
          <h3>
            {change.kind !== 'head' && <span class="leise">{partNames[change.kind].one}: </span>}
            <Title id={id} change={change} />
          </h3>
          <Badge tone={words[change.change][1]}>{words[change.change][0]}</Badge>
        </div>
        {change.fields.map((field) => (
          <Field key={field.label} change={change.change} {...field} />
        ))}
      </article>
    ))}
  </>
)

function Title({ id, change }: { readonly id: string; readonly change: PartChange }) {
  const { kind, title } = change
  if (kind === 'head' || change.change === 'removed') return <>{title}</>
  return (
    <a class="kern-link" href={`${paths.ruleSet(id)}#${partAnchor({ kind, id: change.id })}`}>
      {title}
    </a>
  )
}

type FieldProps = PartChange['fields'][number] & Pick<PartChange, 'change'>

/** What came or went as a whole has nothing beside it. */
const Field = ({ label, before, after, change }: FieldProps) => (
  <div class={`gegenueber${change === 'changed' ? '' : ' gegenueber--allein'}`}>
    <p class="gegenueber__was">{label}</p>
    {change !== 'added' && <Side name="bisher" text={before} />}
    {change !== 'removed' && <Side name="neu" text={after} />}
  </div>
)

const Side = ({ name, text }: { readonly name: 'bisher' | 'neu'; readonly text: string | null }) => (
  <p class={`gegenueber__${name}`}>
    <span class="leise">{name}: </span>
    {text ?? 'keine Angabe'}
  </p>
)
