import { dayInWords } from '../../precheck/answer-in-words.js'
import { Button } from '../../web/button.js'
import { Field } from '../../web/field/field.js'
import { dayName, type ReadTrial } from '../read-trial.js'
import type { Trial } from '../trial.js'
import { controlOf } from './trial-questions.js'

/** The day at the counter. Its button stands first in the form, so that the Enter key means it and no other. */
export function TrialDay({ trial, errors }: { readonly trial: Trial } & Pick<ReadTrial, 'errors'>) {
  const wrong = errors.get(dayName)
  return (
    <div class="suchzeile">
      <Field
        kind="date"
        id={controlOf(dayName)}
        name={dayName}
        label="Tag der Vorprüfung"
        text={wrong?.text ?? { '': [dayInWords(trial.input.today)] }}
        error={wrong?.message}
      />
      <Button look="secondary">Auswerten</Button>
    </div>
  )
}
