import { answerInWords } from '../../precheck/answer-in-words.js'
import { checkAnswer } from '../../precheck/check-answer.js'
import type { Question } from '../../precheck/rule-set.js'
import { paths } from '../../web/paths.js'
import type { Checklist, ShownQuestion } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { readAnswer, type Posted } from '../read-form.js'
import { fieldAnchor, isField, type Attention } from './attention.js'
import { ChangeLink } from './change-link.js'
import { Conflict } from './conflict.js'
import { OpenQuestion } from './open-question.js'
import { PointNote } from './point-note.js'

interface QuestionRowProps {
  readonly checklist: Checklist
  readonly shown: ShownQuestion
  readonly attention: Attention
}

/** A question on the checklist: open, in conflict, or one line with its answer. */
export function QuestionRow({ checklist, shown, attention }: QuestionRowProps) {
  const { caseFile } = checklist
  const { question } = shown.standing
  const key = { kind: 'question', id: question.id } as const
  const answer = caseFile.answers[question.id]
  const refused = isField(attention.refused?.field, 'question', question.id) ? attention.refused : undefined
  const hinweis = paths.questionPanel(caseFile.id, question.id)
  if (refused?.refusal.code === 'changedMeanwhile')
    return (
      <div class="frage" id={fieldAnchor(key)} data-frage={question.id}>
        <p class="kern-body">{question.text}</p>
        <Conflict
          caseId={caseFile.id}
          id={`streit-${question.id}`}
          action={paths.answer(caseFile.id, question.id)}
          posted={refused.posted}
          mine={inWords(question, refused.posted, checklist.today)}
          theirs={answer && { ...answer, words: answerInWords(question, answer.value) }}
        />
      </div>
    )
  const open =
    answer === undefined || refused || shown.disputed || isField(attention.open, 'question', question.id)
  if (open && isAtTheOffice(caseFile.state))
    return (
      <div class="frage frage--offen" id={fieldAnchor(key)} data-frage={question.id} data-hinweis={hinweis}>
        <PointNote point={shown.disputed} />
        <OpenQuestion caseId={caseFile.id} question={question} answer={answer} refused={refused} />
      </div>
    )
  return (
    <div class="frage frage--zeile" id={fieldAnchor(key)} data-frage={question.id} data-hinweis={hinweis}>
      <p class="frage__text">{question.text}</p>
      <p class="frage__antwort">{answer ? answerInWords(question, answer.value) : 'nicht beantwortet'}</p>
      {isAtTheOffice(caseFile.state) && <ChangeLink caseId={caseFile.id} field={key} about={question.text} />}
    </div>
  )
}

/** The clerk's own input in words; it was fit to be stored, or there would be no conflict. */
function inWords(question: Question, posted: Posted, today: string): string {
  const typed = readAnswer(question, posted, today)
  const checked = 'raw' in typed ? checkAnswer(question, typed.raw) : null
  return checked?.ok ? answerInWords(question, checked.value) : ''
}
