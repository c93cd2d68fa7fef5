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
import { PointNote } from './point-note.js'
import { QuestionConflict } from './question-conflict.js'

type QuestionRowProps = ChecklistView & { readonly shown: ShownQuestion }

/** A question on the checklist: open, in conflict, or one line with its answer. */
export function QuestionRow({ checklist, shown, attention, known }: QuestionRowProps) {
  const { caseFile } = checklist
  const { standing, disputed } = shown
  const { question } = standing
  const answer = caseFile.answers[question.id]
  const refused = isField(attention.refused?.field, 'question', question.id) ? attention.refused : undefined
  if (refused?.refusal.code === 'changedMeanwhile')
    return <QuestionConflict checklist={checklist} question={question} posted={refused.posted} />
  const wanted = !answer || refused || disputed || isField(attention.open, 'question', question.id)
  const open = Boolean(wanted) && isAtTheOffice(caseFile.state)
  const id = fieldAnchor({ kind: 'question', id: question.id })
  const stamp = refused || disputed ? undefined : questionStamp(checklist, question.id, open)
  if (stamp !== undefined && known.get(id) === stamp) return <div id={id} data-gleich="" />
  return (
    <div
      class={`frage ${open ? 'frage--offen' : 'frage--zeile'}`}
      id={id}
      data-frage={question.id}
      data-hinweis={paths.questionPanel(caseFile.id, question.id)}
      data-stand={stamp}
    >
      {open && <PointNote caseId={caseFile.id} point={disputed} about={question.text} />}
      {open ? (
        <OpenQuestion caseId={caseFile.id} question={question} answer={answer} refused={refused} />
      ) : (
        <Line caseFile={caseFile} question={question} answer={answer} />
      )}
    </div>
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
