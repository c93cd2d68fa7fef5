import { Button } from '../../web/button.js'
import { Field } from '../../web/field/field.js'
import { paths } from '../../web/paths.js'
import type { TrialView } from './trial.page.js'

/** The case as an example: the file is the author's to put beside the others; the server writes no rule files. */
export const TrialExample = ({ trial, name, nameError, example }: TrialView) => (
  <section class="gruppe" id="als-beispiel">
    <h2>Als Beispiel festhalten</h2>
    <p class="kern-body">
      Was jetzt herauskommt, wird zur Erwartung. Die Datei gehört neben die anderen Beispiele der Leistung;
      der Server schreibt sie nicht selbst.
    </p>
    <Field
      kind="text"
      id="feld-name"
      name="name"
      label="Name des Beispiels"
      hint="Zum Beispiel „Kind kommt allein, Sorgeberechtigte uneinig“."
      max={200}
      text={name === '' ? {} : { '': [name] }}
      error={nameError}
    />
    <div class="knopfzeile">
      <Button look="secondary" name="beispiel" value="zeigen">
        Datei anzeigen
      </Button>
      <Button look="secondary" action={paths.trialExample(trial.ruleSet.id)}>
        Datei herunterladen
      </Button>
    </div>
    {example && (
      <div class="kern-form-input">
        <label class="kern-label" for="beispiel-datei">
          Inhalt von {example.file}
        </label>
        <textarea
          class="kern-form-input__input feld--breit datei"
          id="beispiel-datei"
          rows={18}
          readOnly
          value={example.json}
        />
      </div>
    )}
  </section>
)
