import { consequences, dependents, type Consequence } from '../../precheck/consequences.js'
import { narrow } from '../../precheck/diagram/narrow.js'
import { paths } from '../../web/paths.js'
import { inputOf } from '../pre-check.js'
import type { Checklist } from '../checklist.js'
import { ConsequenceList } from './consequence-list.js'

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
  const each =
    question.for === 'form' ? [] : consequences(narrow(compiled, input.answers, today), input, question.id)
  return (
    <section
      id="zur-frage"
      data-hinweis={paths.questionPanel(caseFile.id, question.id)}
      aria-labelledby="zur-frage-titel"
    >
      <h2 id="zur-frage-titel">Zur Frage</h2>
      <p>{question.text}</p>
      {question.why && <p>{question.why}</p>}
      {question.for === 'form' ? (
        <p>Diese Angabe steht nur im Antragsformular; sie ändert das Ergebnis nicht.</p>
      ) : each.some(leadsSomewhere) ? (
        <ConsequenceList each={each} />
      ) : (
        <Dependents of={dependents(compiled, question.id)} />
      )}
      <span class="quelle">
        {question.source}
        {question.confirmed === false && ' (Quelle noch nicht bestätigt)'}
      </span>
    </section>
  )
}

/** An answer after which the same is open as before tells nothing by itself. */
const leadsSomewhere = ({ leadsTo }: Consequence): boolean => leadsTo !== 'weiter'

/** More than a glance takes in is only counted. */
const mostNamed = 4

function Dependents({ of }: { readonly of: readonly string[] }) {
  const more = of.length - mostNamed
  return (
    <>
      <p>Davon hängt ab:</p>
      <ul class="folgen">
        {of.slice(0, more === 1 ? of.length : mostNamed).map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
        {more > 1 && <li>und {more} weitere Punkte</li>}
      </ul>
    </>
  )
}
