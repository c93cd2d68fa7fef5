import type { DocumentState } from '../../precheck/precheck.js'
import type { Tone } from '../../web/alert.js'
import { Badge } from '../../web/badge.js'
import { dayText, timeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { RecordedEvidence } from '../case-file.js'
import type { Checklist, ShownDocument } from '../checklist.js'
import { wayNames } from '../evidence.js'
import { isAtTheOffice } from '../life-cycle.js'
import type { Posted } from '../read-form.js'
import { fieldAnchor, isField, type Attention } from './attention.js'
import { ChangeLink } from './change-link.js'
import { Conflict } from './conflict.js'
import { DocumentForm } from './document-form.js'
import { PointNote } from './point-note.js'
import { Scans } from './scans.js'

const stateWords: Record<DocumentState, readonly [string, Tone]> = {
  present: ['liegt vor', 'success'],
  fetched: ['holt die Behörde', 'success'],
  waived: ['nicht nötig', 'info'],
  missing: ['fehlt', 'warning'],
  unclear: ['noch offen, ob nötig', 'info'],
  moot: ['derzeit ohne Bedeutung', 'info'],
}

export function StandingBadge({ state }: { readonly state: DocumentState }) {
  const [word, tone] = stateWords[state]
  return <Badge tone={tone}>{word}</Badge>
}

interface DocumentRowProps {
  readonly checklist: Checklist
  readonly shown: ShownDocument
  readonly attention: Attention
}

/** A needed document: how it stands, how it was seen, and its scans. */
export function DocumentRow({ checklist: { caseFile }, shown, attention }: DocumentRowProps) {
  const { document, standing, uploads } = shown
  const key = { kind: 'document', id: document.id } as const
  const evidence = caseFile.evidence[document.id]
  const refused = isField(attention.refused?.field, 'document', document.id) ? attention.refused : undefined
  const fileError = refused && 'datei' in refused.posted ? refused.refusal.message : undefined
  return (
    <section class="frage nachweis" id={fieldAnchor(key)} data-frage={document.id}>
      <div class="nachweis__kopf">
        <h3>{document.name}</h3>
        <StandingBadge state={standing.state} />
      </div>
      <p class="leise">{about(shown)}</p>
      <PointNote point={shown.disputed} />
      <Body {...{ caseFile, shown, evidence, attention, refused: fileError ? undefined : refused }} />
      {document.noCopy ? (
        <p class="leise">Nur ansehen, keine Kopie nehmen (§ 20 PAuswG).</p>
      ) : (
        <Scans
          caseId={caseFile.id}
          document={document.id}
          documentName={document.name}
          uploads={uploads}
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
    oldest && `ausgestellt frühestens am ${dayText(oldest)}`,
    document.whereToGet && `zu bekommen: ${document.whereToGet}`,
    document.source,
  ]
    .filter(Boolean)
    .join(' · ')

type BodyProps = Pick<Checklist, 'caseFile'> & {
  readonly shown: ShownDocument
  readonly evidence: RecordedEvidence | undefined
  readonly attention: Attention
  readonly refused: Attention['refused'] | undefined
}

function Body({ caseFile, shown: { document, disputed }, evidence, attention, refused }: BodyProps) {
  const key = { kind: 'document', id: document.id } as const
  if (refused?.refusal.code === 'changedMeanwhile')
    return (
      <Conflict
        caseId={caseFile.id}
        id={`streit-${document.id}`}
        action={paths.evidence(caseFile.id, document.id)}
        posted={refused.posted}
        mine={postedWords(refused.posted)}
        theirs={evidence && { ...evidence, words: evidenceWords(evidence) }}
      />
    )
  const open = !evidence || refused || disputed || isField(attention.open, 'document', document.id)
  if (open && isAtTheOffice(caseFile.state))
    return (
      <>
        <DocumentForm caseId={caseFile.id} document={document} evidence={evidence} refused={refused} />
        {evidence && !refused && (
          <p class="frage__fuss gespeichert">
            gespeichert {timeText(evidence.at)}, {evidence.byName}
          </p>
        )}
      </>
    )
  return (
    <p>
      <span class="frage__antwort">{evidence ? evidenceWords(evidence) : 'nichts notiert'}</span>{' '}
      {isAtTheOffice(caseFile.state) && <ChangeLink caseId={caseFile.id} field={key} about={document.name} />}
    </p>
  )
}

/** "Original gesehen, ausgestellt am 02.11.2026" */
export const evidenceWords = ({ seen, issuedOn, reason }: RecordedEvidence): string =>
  [wayNames[seen], issuedOn && `ausgestellt am ${dayText(issuedOn)}`, reason && `weil: ${reason}`]
    .filter(Boolean)
    .join(', ')

function postedWords({ seen, issuedOn, reason }: Posted): string {
  const way = Object.entries(wayNames).find(([name]) => name === seen)?.[1]
  return [way, issuedOn, reason].filter((part) => typeof part === 'string' && part !== '').join(', ')
}
