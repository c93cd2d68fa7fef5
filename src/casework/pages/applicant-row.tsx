import { Field } from '../../web/field/field.js'
import { SavedForm } from '../../web/field/saved-form.js'
import { paths } from '../../web/paths.js'
import type { CaseFile } from '../case-file.js'
import { isAtTheOffice } from '../life-cycle.js'
import { typedText } from '../read-form.js'
import { controlId, fieldAnchor, isField, type Attention } from './attention.js'
import { ChangeLink } from './change-link.js'

const key = { kind: 'applicant', id: 'antrag' } as const
const label = 'Name der antragstellenden Person'

/** Whose case it is: the one thing that no rule set asks, because the office needs it to find the case again. */
export function ApplicantRow({
  caseFile,
  attention,
}: {
  readonly caseFile: CaseFile
  readonly attention: Attention
}) {
  const refused = isField(attention.refused?.field, 'applicant', key.id) ? attention.refused : undefined
  const editable = isAtTheOffice(caseFile.state)
  const open = caseFile.applicant === null || refused || isField(attention.open, 'applicant', key.id)
  if (editable && open) return <OpenApplicant caseFile={caseFile} refused={refused} />
  return (
    <div class="frage frage--zeile" id={fieldAnchor(key)} data-frage={key.id}>
      <p class="frage__text">{label}</p>
      <p class="frage__antwort">{caseFile.applicant ?? 'nicht erfasst'}</p>
      {editable && <ChangeLink caseId={caseFile.id} field={key} about={label} />}
    </div>
  )
}

interface OpenApplicantProps {
  readonly caseFile: CaseFile
  readonly refused: Attention['refused'] | undefined
}

function OpenApplicant({ caseFile, refused }: OpenApplicantProps) {
  const id = controlId(key)
  return (
    <div class="frage frage--offen" id={fieldAnchor(key)} data-frage={key.id}>
      <SavedForm id={`form-${id}`} action={paths.applicant(caseFile.id)} target="#checkliste" revision={0}>
        <Field
          kind="personName"
          id={id}
          label={label}
          hint="So findet das Bürgerbüro den Vorgang wieder. Sonst kommt der Name aus den Angaben für den Antrag."
          text={refused ? typedText(refused.posted) : { '': [caseFile.applicant ?? ''] }}
          error={refused?.refusal.message}
        />
      </SavedForm>
    </div>
  )
}
