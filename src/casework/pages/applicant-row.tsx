import { Field } from '../../web/field/field.js'
import { SavedForm } from '../../web/field/saved-form.js'
import { paths } from '../../web/paths.js'
import type { CaseFile } from '../case-file.js'
import { isAtTheOffice } from '../life-cycle.js'
import { typedText } from '../read-form.js'
import { controlId, isField, type Attention } from './attention.js'

/** Whose case it is: the one thing that no rule set asks, because the office needs it to find the case again. */
export function ApplicantRow({
  caseFile,
  attention,
}: {
  readonly caseFile: CaseFile
  readonly attention: Attention
}) {
  if (!isAtTheOffice(caseFile.state)) return null
  const refused = isField(attention.refused?.field, 'applicant', 'antrag') ? attention.refused : undefined
  const id = controlId({ kind: 'applicant', id: 'antrag' })
  return (
    <div class="frage" id="name-antrag">
      <SavedForm id={`form-${id}`} action={paths.applicant(caseFile.id)} target="#checkliste" revision={0}>
        <Field
          kind="personName"
          id={id}
          label="Name der antragstellenden Person"
          hint="So findet das Bürgerbüro den Vorgang wieder."
          text={refused ? typedText(refused.posted) : { '': [caseFile.applicant ?? ''] }}
          error={refused?.refusal.message}
        />
      </SavedForm>
    </div>
  )
}
