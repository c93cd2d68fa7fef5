import { becauseOf, consequences } from '../../precheck/consequences.js'
import { paths } from '../../web/paths.js'
import { inputOf } from '../pre-check.js'
import type { Checklist } from '../checklist.js'

interface QuestionPanelProps {
  readonly checklist: Pick<Checklist, 'caseFile' | 'ruleSet' | 'today'>
  readonly questionId: string | undefined
}

/** For the question in focus: why it is asked, what each answer leads to, and where that stands in law. */
export function QuestionPanel({ checklist: { caseFile, ruleSet, today }, questionId }: QuestionPanelProps) {
  const { compiled } = ruleSet
  const question = compiled.ruleSet.questions.find(({ id }) => id === questionId)
  if (question === undefined) return <section id="zur-frage" hidden />
  const input = inputOf(caseFile, today)
  const each = question.for === 'form' ? [] : consequences(compiled, input, question.id)
  return (
    <section
      id="zur-frage"
      data-hinweis={paths.questionPanel(caseFile.id, question.id)}
      aria-labelledby="zur-frage-titel"
    >
      <h2 id="zur-frage-titel">Zur Frage</h2>
      <p>{question.text}</p>
      {question.why && <p>{question.why}</p>}
      {each.length > 0 && (
        <ul class="folgen">
          {each.map(({ label, leadsTo }) => (
            <li key={label}>
              <strong>{label}</strong> → {leadsTo}
            </li>
          ))}
        </ul>
      )}
      {each.length === 0 && <p>{reasonFor(compiled, input, question.id, question.for === 'form')}</p>}
      <span class="quelle">
        {question.source}
        {question.confirmed === false && ' (Quelle noch nicht bestätigt)'}
      </span>
    </section>
  )
}

function reasonFor(
  compiled: Parameters<typeof becauseOf>[0],
  input: Parameters<typeof becauseOf>[1],
  question: string,
  onlyForm: boolean,
): string {
  if (onlyForm) return 'Diese Angabe steht nur im Antragsformular; sie ändert das Ergebnis nicht.'
  const because = becauseOf(compiled, input, question)
  return because.charAt(0).toUpperCase() + because.slice(1)
}
