import { answerInWords } from '../../precheck/answer-in-words.js'
import type { Question } from '../../precheck/rule-set.js'
import { paths } from '../../web/paths.js'
import type { RecordedAnswer } from '../case-file.js'
import type { Checklist, ShownQuestion } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { fieldAnchor, isField, type ChecklistView } from './attention.js'
import { ChangeLink } from './change-link.js'
import { questionStamp } from './known-rows.js'
import { OpenQuestion } from './open-question.js'
import { disputeTitle, PointNote } from './point-note.js'
import { QuestionConflict } from './question-conflict.js'

type QuestionRowProps = ChecklistView & { readonly shown: ShownQuestion }

/** A question on the checklist: open, in conflict, or one line with its answer. */
export function QuestionRow({ checklist, shown, attention, known }: QuestionRowProps) {
  const { caseFile } = checklist
  const { standing, disputed, toCheck } = shown
  const { question } = standing
  const answer = caseFile.answers[question.id]
  const refused = isField(attention.refused?.field, 'question', question.id) ? attention.refused : undefined
  if (refused?.refusal.code === 'changedMeanwhile')
    return <QuestionConflict checklist={checklist} question={question} posted={refused.posted} />
  const wanted = !answer || refused || disputed || toCheck || isField(attention.open, 'question', question.id)
  const open = Boolean(wanted) && isAtTheOffice(caseFile.state)
  const id = fieldAnchor({ kind: 'question', id: question.id })
  const stamp = refused || disputed || toCheck ? undefined : questionStamp(checklist, question.id, open)
  if (stamp !== undefined && known.get(id) === stamp) return <div id={id} data-gleich="" />
  return (
    <div
      class={`frage ${open ? 'frage--offen' : 'frage--zeile'}`}
      id={id}
      data-frage={question.id}
      data-hinweis={paths.questionPanel(caseFile.id, question.id)}
      data-stand={stamp}
    >
      {open && <Notes caseId={caseFile.id} shown={shown} />}
      {open ? (
        <OpenQuestion caseId={caseFile.id} question={question} answer={answer} refused={refused} />
      ) : (
        <Line caseFile={caseFile} question={question} answer={answer} />
      )}
    </div>
  )
}

/** What the department disputed about the question, and what another rule set left to be checked. */
function Notes({ caseId, shown }: { readonly caseId: string; readonly shown: ShownQuestion }) {
  const { standing, disputed, toCheck } = shown
  const { id, text } = standing.question
  const titles = [disputed && disputeTitle(disputed), toCheck && `Zu prüfen: ${toCheck.text}`]
  return titles.map(
    (title) =>
      title && (
        <PointNote key={title} caseId={caseId} title={title} about={{ kind: 'question', id }} spoken={text} />
      ),
  )
}

interface LineProps extends Pick<Checklist, 'caseFile'> {
  readonly question: Question
  readonly answer: RecordedAnswer | undefined
}

const Line = ({ caseFile, question, answer }: LineProps) => (
  <>
    <p class="frage__text">{question.text}</p>
    <p class={answer ? 'frage__antwort' : 'leise'}>
      {answer ? answerInWords(question, answer.value) : 'nicht beantwortet'}
    </p>
    {isAtTheOffice(caseFile.state) && (
      <ChangeLink caseId={caseFile.id} field={{ kind: 'question', id: question.id }} about={question.text} />
    )}
  </>
)
