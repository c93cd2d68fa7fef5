import { formTextOf } from '../../casework/form-text.js'
import { answerInWords, dayInWords } from '../../precheck/answer-in-words.js'
import { countText } from '../../web/format.js'
import { documentName, issuedName, questionName } from '../read-trial.js'
import type { Trial } from '../trial.js'

/** What does not matter now, with the reason, and what was said about it: it travels on in the form. */
export const TrialHidden = ({ trial }: { readonly trial: Trial }) => (
  <>
    <Aside trial={trial} />
    {keptQuestions(trial).flatMap((question) =>
      Object.entries(formTextOf(question, trial.input.answers[question.id])).flatMap(([part, values]) =>
        values.map((value) => (
          <input
            type="hidden"
            key={`${question.id}.${part}.${value}`}
            name={part === '' ? questionName(question.id) : `${questionName(question.id)}.${part}`}
            value={value}
          />
        )),
      ),
    )}
    {keptDocuments(trial).map(([id, { seen, issuedOn }]) => (
      <span key={id}>
        <input type="hidden" name={documentName(id)} value={seen} />
        {issuedOn && <input type="hidden" name={issuedName(id)} value={dayInWords(issuedOn)} />}
      </span>
    ))}
  </>
)

function keptQuestions({ ruleSet, groups, formData, input }: Trial) {
  const shown = new Set([...groups.flatMap(({ questions }) => questions), ...formData].map(({ id }) => id))
  return ruleSet.compiled.ruleSet.questions.filter(
    ({ id }) => input.answers[id] !== undefined && !shown.has(id),
  )
}

function keptDocuments({ documents, input }: Trial) {
  const shown = new Set(documents.map(({ document }) => document.id))
  return Object.entries(input.evidence).filter(([id]) => !shown.has(id))
}

function Aside({ trial: { aside, input } }: { readonly trial: Trial }) {
  if (aside.length === 0) return null
  return (
    <details class="beiseite" id="beiseite">
      <summary>{countText(aside.length, 'Frage ist', 'Fragen sind')} nicht nötig</summary>
      {aside.map(({ question, because }) => {
        const answer = input.answers[question.id]
        return (
          <div class="frage" key={question.id}>
            <p class="kern-body">{question.text}</p>
            {answer !== undefined && (
              <p class="kern-body">Antwort „{answerInWords(question, answer)}“ zählt nicht.</p>
            )}
            <p class="leise">{because ? `Nicht nötig wegen: ${because}` : 'Davon hängt nichts mehr ab.'}</p>
          </div>
        )
      })}
    </details>
  )
}
