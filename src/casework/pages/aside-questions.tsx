import { answerInWords } from '../../precheck/answer-in-words.js'
import { countText } from '../../web/format.js'
import type { Checklist } from '../checklist.js'

/** What stopped mattering, folded away with the reason; answers among them are kept and do not count. */
export function AsideQuestions({ checklist: { aside, caseFile } }: { readonly checklist: Checklist }) {
  if (aside.length === 0) return null
  return (
    <details class="beiseite" id="beiseite">
      <summary>{countText(aside.length, 'Frage ist', 'Fragen sind')} für diesen Vorgang nicht nötig</summary>
      {aside.map(({ question, standing, because }) => {
        const answer = caseFile.answers[question.id]
        return (
          <div class="frage" key={question.id}>
            <p class="kern-body">{question.text}</p>
            {answer && (
              <p class="kern-body">
                Antwort „{answerInWords(question, answer.value)}“ bleibt gespeichert und zählt nicht.
              </p>
            )}
            <p class="leise">
              {standing === 'settled' || !because
                ? 'Davon hängt nichts mehr ab.'
                : `Nicht nötig wegen: ${because}`}
            </p>
          </div>
        )
      })}
    </details>
  )
}
