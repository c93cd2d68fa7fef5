import { paths, withQuery } from '../../web/paths.js'
import { controlId, fieldAnchor, type FieldKey } from './attention.js'
import { intoChecklist } from './into-checklist.js'

interface ChangeLinkProps {
  readonly caseId: string
  readonly field: FieldKey
  /** What is changed, for those who hear the link without its line. */
  readonly about: string
  /** What the link reads where it stands away from its line: then that names it. */
  readonly words?: string
}

/** Opens an answered field again; without scripts the same address shows the whole page with it open. */
export function ChangeLink({ caseId, field, about, words }: ChangeLinkProps) {
  const href = withQuery(paths.case(caseId), { offen: fieldAnchor(field) })
  return (
    <a
      class="kern-link"
      href={`${href}#${controlId(field)}`}
      hx-get={href}
      {...intoChecklist}
      data-fuehrt-zu={controlId(field)}
      aria-label={words === undefined ? `ändern: ${about}` : undefined}
    >
      {words ?? 'ändern'}
    </a>
  )
}
