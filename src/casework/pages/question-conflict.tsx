import { answerInWords } from '../../precheck/answer-in-words.js'
import type { Question } from '../../precheck/rule-set.js'
import { paths } from '../../web/paths.js'
import type { Posted } from '../../web/posted.js'
import { checkTyped } from '../check-typed.js'
import type { Checklist } from '../checklist.js'
import { readAnswer } from '../read-form.js'
import { fieldAnchor } from './attention.js'
import { Conflict } from './conflict.js'

interface QuestionConflictProps {
  readonly checklist: Checklist
  readonly question: Question
  readonly posted: Posted
}

/** A question that a colleague has answered differently in the meantime. */
export function QuestionConflict({
  checklist: { caseFile, today },
  question,
  posted,
}: QuestionConflictProps) {
  const answer = caseFile.answers[question.id]
  return (
    <div class="frage" id={fieldAnchor({ kind: 'question', id: question.id })} data-frage={question.id}>
      <p class="kern-body">{question.text}</p>
      <Conflict
        caseId={caseFile.id}
        id={`streit-${question.id}`}
        action={paths.answer(caseFile.id, question.id)}
        posted={posted}
        mine={inWords(question, posted, today)}
        theirs={answer && { ...answer, words: answerInWords(question, answer.value) }}
      />
    </div>
  )
}

/** The clerk's own input in words; it was fit to be stored, or there would be no conflict. */
function inWords(question: Question, posted: Posted, today: string): string {
  const checked = checkTyped(question, readAnswer(question, posted, today))
  return checked.ok ? answerInWords(question, checked.value) : ''
}
