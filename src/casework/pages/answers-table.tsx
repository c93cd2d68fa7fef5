import { answerInWords } from '../../precheck/answer-in-words.js'
import { DataTable } from '../../web/data-table.js'
import { momentText } from '../../web/format.js'
import type { Checklist } from '../checklist.js'

/** Every answer that goes into the package, as it was given, by whom and when. */
export function AnswersTable({
  checklist: { caseFile, groups, formData },
}: {
  readonly checklist: Checklist
}) {
  const given = [...groups.flatMap(({ questions }) => questions), ...formData]
    .map(({ standing }) => standing.question)
    .filter(({ id }) => caseFile.answers[id] !== undefined)
  if (given.length === 0) return <p class="kern-body">Noch keine Frage ist beantwortet.</p>
  return (
    <DataTable
      caption="Antworten"
      columns={['Frage', 'Antwort', 'Erfasst']}
      rows={given.map((question) => {
        const { value, byName, at } = caseFile.answers[question.id]!
        return {
          key: question.id,
          cells: [
            question.text,
            <strong>{answerInWords(question, value)}</strong>,
            <span class="eng leise">
              {byName}
              <br />
              {momentText(at)}
            </span>,
          ],
        }
      })}
    />
  )
}
