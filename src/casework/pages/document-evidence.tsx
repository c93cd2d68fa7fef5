import { timeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { RecordedEvidence } from '../case-file.js'
import type { Checklist, ShownDocument } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import type { Attention } from './attention.js'
import { ChangeLink } from './change-link.js'
import { Conflict } from './conflict.js'
import { DocumentForm } from './document-form.js'
import { evidenceWords, postedWords } from './evidence-words.js'

interface DocumentEvidenceProps extends Pick<Checklist, 'caseFile'>, Pick<ShownDocument, 'document'> {
  readonly evidence: RecordedEvidence | undefined
  readonly open: boolean
  readonly refused: Attention['refused'] | undefined
}

/** How a document was seen: with its controls, in conflict, or in one line. */
export function DocumentEvidence({ caseFile, document, evidence, open, refused }: DocumentEvidenceProps) {
  const { id } = caseFile
  if (refused?.refusal.code === 'changedMeanwhile')
    return (
      <Conflict
        caseId={id}
        id={`streit-${document.id}`}
        action={paths.evidence(id, document.id)}
        posted={refused.posted}
        mine={postedWords(refused.posted)}
        theirs={evidence && { ...evidence, words: evidenceWords(evidence) }}
      />
    )
  if (open)
    return (
      <>
        <DocumentForm caseId={id} document={document} evidence={evidence} refused={refused} />
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
      {isAtTheOffice(caseFile.state) && (
        <ChangeLink caseId={id} field={{ kind: 'document', id: document.id }} about={document.name} />
      )}
    </p>
  )
}
