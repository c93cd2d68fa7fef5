import { dayInWords } from '../../precheck/answer-in-words.js'
import type { ShownDocument } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { fieldAnchor, isField, type ChecklistView } from './attention.js'
import { DocumentEvidence } from './document-evidence.js'
import { documentStamp } from './known-rows.js'
import { disputeTitle, PointNote } from './point-note.js'
import { Scans } from './scans.js'
import { StandingBadge } from './standing-badge.js'

type DocumentRowProps = ChecklistView & { readonly shown: ShownDocument }

/** A needed document: how it stands, how it was seen, and its scans. */
export function DocumentRow({ checklist, shown, attention, known, uploadMegabytes }: DocumentRowProps) {
  const { caseFile } = checklist
  const { document, disputed } = shown
  const evidence = caseFile.evidence[document.id]
  const refused = isField(attention.refused?.field, 'document', document.id) ? attention.refused : undefined
  const fileError = refused && 'datei' in refused.posted ? refused.refusal.message : undefined
  const wanted = !evidence || refused || disputed || isField(attention.open, 'document', document.id)
  const open = Boolean(wanted) && isAtTheOffice(caseFile.state)
  const id = fieldAnchor({ kind: 'document', id: document.id })
  const stamp = refused || disputed ? undefined : documentStamp(checklist, shown, open)
  if (stamp !== undefined && known.get(id) === stamp) return <section id={id} data-gleich="" />
  return (
    <section class="frage nachweis" id={id} data-frage={document.id} data-stand={stamp}>
      <div class="nachweis__kopf">
        <h3>{document.name}</h3>
        <StandingBadge state={shown.standing.state} />
      </div>
      <p class="leise">{about(shown)}</p>
      {open && disputed && (
        <PointNote
          caseId={caseFile.id}
          title={disputeTitle(disputed)}
          about={disputed.about}
          spoken={document.name}
        />
      )}
      <DocumentEvidence
        {...{ caseFile, document, evidence, open, refused: fileError ? undefined : refused }}
      />
      {document.noCopy ? (
        <p class="leise">Nur ansehen, keine Kopie nehmen (§ 20 PAuswG).</p>
      ) : (
        <Scans
          caseId={caseFile.id}
          document={document.id}
          documentName={document.name}
          uploads={shown.listedUploads}
          megabytes={uploadMegabytes}
          editable={isAtTheOffice(caseFile.state)}
          error={fileError}
        />
      )}
    </section>
  )
}

const about = ({ document, standing, oldest }: ShownDocument): string =>
  [
    document.why,
    standing.reason,
    oldest && `ausgestellt frühestens am ${dayInWords(oldest)}`,
    document.whereToGet && `zu bekommen: ${document.whereToGet}`,
    document.source,
  ]
    .filter(Boolean)
    .join(' · ')
