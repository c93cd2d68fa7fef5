import { countText } from '../../web/format.js'
import type { ShownDocument } from '../checklist.js'
import type { ChecklistView } from './attention.js'
import { DocumentRow } from './document-row.js'

/** The documents of the case; those that nobody is sent home for are folded away, and can be noted all the same. */
export function Documents(view: ChecklistView) {
  const { documents } = view.checklist
  if (documents.length === 0) return null
  const moot = documents.filter(({ standing }) => standing.state === 'moot')
  const row = (shown: ShownDocument) => <DocumentRow key={shown.document.id} shown={shown} {...view} />
  return (
    <section class="gruppe" id="gruppe-unterlagen" aria-labelledby="gruppe-unterlagen-titel">
      <h2 id="gruppe-unterlagen-titel">Unterlagen</h2>
      {documents.filter(({ standing }) => standing.state !== 'moot').map(row)}
      {moot.length > 0 && (
        <details class="beiseite" id="ohne-bedeutung">
          <summary>{countText(moot.length, 'Dokument', 'Dokumente')} derzeit ohne Bedeutung</summary>
          {moot.map(row)}
        </details>
      )}
    </section>
  )
}
