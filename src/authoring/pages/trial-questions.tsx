import { formTextOf } from '../../casework/form-text.js'
import { controlId, fieldAnchor } from '../../casework/pages/attention.js'
import { fieldOf } from '../../casework/pages/field-of.js'
import { notKnown, type Question } from '../../precheck/rule-set.js'
import { Button } from '../../web/button.js'
import { Field } from '../../web/field/field.js'
import { unknownValue } from '../../web/field/field-props.js'
import { clearName, isTyped, questionName, type ReadTrial } from '../read-trial.js'
import type { Trial } from '../trial.js'

interface TrialQuestionsProps extends Pick<ReadTrial, 'errors'> {
  readonly trial: Trial
}

/** Where a message about a control of the form leads; by the name of the control. */
export function controlOf(name: string): string {
  const [kind, id = '', part] = name.split('.')
  if (kind === 'frage') return controlId({ kind: 'question', id })
  const document = controlId({ kind: 'document', id })
  return kind === 'nachweis' ? `${document}${part === undefined ? '' : '-ausgestellt'}` : `feld-${name}`
}

/** The questions that matter, with their controls open: an author wants to change one and look again. */
export const TrialQuestions = ({ trial, errors }: TrialQuestionsProps) => (
  <>
    {trial.groups.map(({ id, title, questions }) => (
      <section class="gruppe" key={id} aria-labelledby={`gruppe-${id}`}>
        <h2 id={`gruppe-${id}`}>{title}</h2>
        {questions.map((question) => (
          <Row key={question.id} {...{ question, trial, errors }} />
        ))}
      </section>
    ))}
    {trial.formData.length > 0 && (
      <details class="beiseite" id="antragsangaben">
        <summary>Angaben für den Antrag ({trial.formData.length}); sie entscheiden nichts</summary>
        {trial.formData.map((question) => (
          <Row key={question.id} {...{ question, trial, errors }} />
        ))}
      </details>
    )}
  </>
)

function Row({ question, trial, errors }: TrialQuestionsProps & { readonly question: Question }) {
  const { id, source } = question
  const answer = trial.input.answers[id]
  const wrong = errors.get(questionName(id))
  const field = fieldOf(question, {
    id: controlId({ kind: 'question', id }),
    text: wrong?.text ?? formTextOf(question, answer),
    error: wrong?.message,
    errorPart: wrong?.part,
  })
  return (
    <div class="frage" id={fieldAnchor({ kind: 'question', id })} data-frage={id}>
      <Field {...field} name={questionName(id)} />
      {answer === notKnown && isTyped(question) && (
        <input type="hidden" name={questionName(id)} value={unknownValue} />
      )}
      <div class="frage__fuss">
        <p>{source}</p>
        {answer !== undefined && (
          <Button
            look="tertiary"
            small
            name={clearName}
            value={id}
            spoken={`Antwort löschen: ${question.text}`}
          >
            Antwort löschen
          </Button>
        )}
      </div>
    </div>
  )
}
