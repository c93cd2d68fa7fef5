import { controlId, fieldAnchor } from '../../casework/pages/attention.js'
import { StandingBadge } from '../../casework/pages/standing-badge.js'
import { wayNames } from '../../casework/evidence.js'
import { dayInWords } from '../../precheck/answer-in-words.js'
import { ageLimitInWords } from '../../precheck/document-standing.js'
import { Field } from '../../web/field/field.js'
import { documentName, issuedName, notThere, type ReadTrial } from '../read-trial.js'
import type { Trial, TrialDocument } from '../trial.js'
import { controlOf } from './trial-questions.js'

interface TrialDocumentsProps extends Pick<ReadTrial, 'errors'> {
  readonly trial: Trial
}

/** The documents that are needed as far as is known, and how each lies on the counter. */
export function TrialDocuments({ trial, errors }: TrialDocumentsProps) {
  if (trial.documents.length === 0) return null
  return (
    <section class="gruppe" aria-labelledby="gruppe-unterlagen">
      <h2 id="gruppe-unterlagen">Unterlagen</h2>
      {trial.documents.map((shown) => (
        <Row key={shown.document.id} {...{ shown, trial, errors }} />
      ))}
    </section>
  )
}

function Row({ shown, trial, errors }: TrialDocumentsProps & { readonly shown: TrialDocument }) {
  const { document, standing, ways } = shown
  const { id, name, maxAge } = document
  const key = { kind: 'document', id } as const
  const evidence = trial.input.evidence[id]
  return (
    <section class="frage nachweis" id={fieldAnchor(key)} data-frage={id}>
      <div class="nachweis__kopf">
        <h3>{name}</h3>
        <StandingBadge state={standing.state} />
      </div>
      <p class="leise">
        {[document.why, standing.reason, document.whereToGet, document.source].filter(Boolean).join(' · ')}
      </p>
      <Field
        kind="choice"
        id={controlId(key)}
        name={documentName(id)}
        label={`Wie liegt vor: ${name}?`}
        labelHidden
        options={[
          { value: notThere, label: 'liegt nicht vor' },
          ...ways.map((way) => ({ value: way, label: wayNames[way] })),
        ]}
        text={{ '': [evidence?.seen ?? notThere] }}
      />
      {maxAge !== null && evidence !== undefined && <IssueDay {...{ shown, trial, errors }} />}
    </section>
  )
}

function IssueDay({ shown, trial, errors }: TrialDocumentsProps & { readonly shown: TrialDocument }) {
  const { document } = shown
  const wrong = errors.get(issuedName(document.id))
  const issuedOn = trial.input.evidence[document.id]?.issuedOn
  return (
    <Field
      kind="date"
      id={controlOf(issuedName(document.id))}
      name={issuedName(document.id)}
      label="Ausgestellt am"
      hint={`Darf ${ageLimitInWords(document)} sein.`}
      text={wrong?.text ?? (issuedOn === undefined ? {} : { '': [dayInWords(issuedOn)] })}
      error={wrong?.message}
    />
  )
}
