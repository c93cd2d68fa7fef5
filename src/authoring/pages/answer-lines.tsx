import type { AnswerGiven } from '../../rulebook/citizen-in-words.js'
import { countText } from '../../web/format.js'

type Line = Pick<AnswerGiven, 'text' | 'answer'>

/** Answers under each other, each after its question. */
export const AnswerLines = ({ answers }: { readonly answers: readonly Line[] }) => (
  <span class="antworten">
    {answers.map(({ text, answer }) => (
      <span key={text}>
        <span class="leise">{text}</span> {answer}
      </span>
    ))}
  </span>
)

/** As many as stand open beside everything else; more fold. */
const mostOpen = 3

/** The answers of a made-up citizen. */
export function MadeUpAnswers({ answers }: { readonly answers: readonly AnswerGiven[] }) {
  if (answers.length === 0) return <p>Zum Beispiel jemand, der noch nichts gefragt werden muss.</p>
  return answers.length > mostOpen ? (
    <details class="beiseite">
      <summary>Zum Beispiel mit {countText(answers.length, 'Antwort', 'Antworten')}</summary>
      <AnswerLines answers={answers} />
    </details>
  ) : (
    <>
      <p class="leise">Zum Beispiel:</p>
      <AnswerLines answers={answers} />
    </>
  )
}
