import type { OpenPoints } from '../open-points.js'
import { paths, withQuery } from '../../web/paths.js'
import { disputedAnchor } from './disputed.js'
import { fieldAnchor, type FieldKey } from './attention.js'

interface OpenPointsListProps {
  readonly caseId: string
  readonly open: OpenPoints
}

/** What the department would have to ask back about, each point leading to its field. */
export function OpenPointsList({ caseId, open }: OpenPointsListProps) {
  const points: readonly { readonly field: FieldKey | null; readonly text: string }[] = [
    ...open.deficiencies.map(({ about: { kind, id }, text }) => ({
      field: kind === 'rule' ? null : { kind, id },
      text: `Mangel noch offen: ${text}`,
    })),
    ...open.toCheck.map(({ question: id, text }) => ({
      field: question(id),
      text: `Nach dem neuen Regelwerk zu prüfen: ${text}`,
    })),
    ...open.questions.map(({ id, text }) => ({
      field: question(id),
      text: `Noch nicht beantwortet: ${text}`,
    })),
    ...open.formData.map(({ id, text }) => ({ field: question(id), text: `Für den Antrag fehlt: ${text}` })),
    ...open.undated.map(({ id, name }) => ({
      field: { kind: 'document' as const, id },
      text: `Ausstellungsdatum fehlt: ${name}`,
    })),
  ]
  if (points.length === 0) return null
  return (
    <section>
      <h2 class="kern-heading-medium">Noch offen</h2>
      <ul class="kern-list kern-list--bullet">
        {points.map(({ field, text }) => (
          <li key={text}>
            <a class="kern-link" href={placeOf(caseId, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const question = (id: string): FieldKey => ({ kind: 'question', id })

/** What is disputed about a rule has no field: it is settled where the checklist tells of the return. */
function placeOf(caseId: string, field: FieldKey | null): string {
  if (field === null) return `${paths.case(caseId)}#${disputedAnchor}`
  const anchor = fieldAnchor(field)
  return `${withQuery(paths.case(caseId), { offen: anchor })}#${anchor}`
}
