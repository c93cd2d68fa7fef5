import { DataTable } from '../../web/data-table.js'
import { countText } from '../../web/format.js'
import { stands, type Checklist } from '../checklist.js'
import { evidenceWords } from './evidence-words.js'
import { StandingBadge } from './standing-badge.js'

/** Every document with how it was seen. */
export function DocumentsTable({
  checklist: { caseFile, documents, precheck },
}: {
  readonly checklist: Checklist
}) {
  if (documents.length === 0)
    return (
      <p class="kern-body">
        {precheck.relevant.length > 0
          ? 'Welche Unterlagen gebraucht werden, hängt von den offenen Fragen ab.'
          : 'Es werden keine Unterlagen gebraucht.'}
      </p>
    )
  return (
    <DataTable
      caption="Unterlagen"
      columns={['Dokument', 'Stand', 'Nachweis', 'Scans']}
      rows={documents.map(({ document, standing, listedUploads }) => {
        const evidence = caseFile.evidence[document.id]
        const scans = listedUploads.filter(stands).length
        return {
          key: document.id,
          cells: [
            document.name,
            <StandingBadge state={standing.state} />,
            evidence ? evidenceWords(evidence) : 'nichts notiert',
            scans === 0 ? 'keine' : countText(scans, 'Datei', 'Dateien'),
          ],
        }
      })}
    />
  )
}
