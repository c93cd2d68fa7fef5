import { dayInWords } from '../../precheck/answer-in-words.js'
import type { NeededDocument } from '../../precheck/rule-set.js'
import { ageLimitInWords } from '../../precheck/document-standing.js'
import { Field } from '../../web/field/field.js'
import type { FieldText } from '../../web/field/field-props.js'
import { SavedForm } from '../../web/field/saved-form.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import type { RecordedEvidence } from '../case-file.js'
import { revisionOf } from '../change.js'
import { waysFor, wayNames } from '../evidence.js'
import { controlId, type Attention } from './attention.js'

interface DocumentFormProps {
  readonly caseId: string
  readonly document: NeededDocument
  readonly evidence: RecordedEvidence | undefined
  readonly refused: Attention['refused'] | undefined
}

/** How a document was seen, its date of issue where its age counts, and why it is not needed. */
export function DocumentForm({ caseId, document, evidence, refused }: DocumentFormProps) {
  const id = controlId({ kind: 'document', id: document.id })
  const shown = refused ? typed(refused.posted) : stored(evidence)
  const message = (codes: readonly string[]) =>
    refused && codes.includes(refused.refusal.code) ? refused.refusal.message : undefined
  const reasonCodes = ['reasonMissing', 'reasonTooLong', 'badReason']
  const error = message([...reasonCodes, 'badDay']) === undefined ? refused?.refusal.message : undefined
  return (
    <SavedForm
      id={`form-${id}`}
      action={paths.evidence(caseId, document.id)}
      target="#checkliste"
      revision={revisionOf(evidence)}
    >
      <Field
        kind="choice"
        id={id}
        name="seen"
        label={`Wie liegt vor: ${document.name}?`}
        labelHidden
        options={waysFor(document).map((way) => ({ value: way, label: wayNames[way] }))}
        text={one(shown.seen)}
        error={error}
      />
      {document.maxAge !== null && (
        <Field
          kind="date"
          id={`${id}-ausgestellt`}
          name="issuedOn"
          label="Ausgestellt am"
          hint={`${capital(ageLimitInWords(document))}.`}
          text={one(shown.issuedOn)}
          error={message(['badDay'])}
        />
      )}
      <div class="grund">
        <Field
          kind="text"
          id={`${id}-grund`}
          name="reason"
          label="Nicht nötig, weil"
          text={one(shown.reason)}
          error={message(reasonCodes)}
        />
      </div>
    </SavedForm>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

interface Shown {
  readonly seen: string
  readonly issuedOn: string
  readonly reason: string
}

const one = (text: string): FieldText => (text === '' ? {} : { '': [text] })

const stored = (evidence: RecordedEvidence | undefined): Shown => ({
  seen: evidence?.seen ?? '',
  issuedOn: evidence?.issuedOn ? dayInWords(evidence.issuedOn) : '',
  reason: evidence?.reason ?? '',
})

const typed = (posted: Posted): Shown => ({
  seen: textIn(posted, 'seen'),
  issuedOn: textIn(posted, 'issuedOn'),
  reason: textIn(posted, 'reason'),
})
