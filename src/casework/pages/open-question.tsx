import type { Question } from '../../precheck/rule-set.js'
import { Field, hasParts } from '../../web/field/field.js'
import { SavedForm } from '../../web/field/saved-form.js'
import { timeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { RecordedAnswer } from '../case-file.js'
import { revisionOf } from '../change.js'
import { formTextOf } from '../form-text.js'
import { typedText } from '../read-form.js'
import { controlId, type Attention } from './attention.js'
import { fieldOf } from './field-of.js'

interface OpenQuestionProps {
  readonly caseId: string
  readonly question: Question
  readonly answer: RecordedAnswer | undefined
  readonly refused: Attention['refused'] | undefined
}

/** A question with its controls; a refused input stands in them as it was typed. */
export function OpenQuestion({ caseId, question, answer, refused }: OpenQuestionProps) {
  const id = controlId({ kind: 'question', id: question.id })
  const part = refused?.refusal.place?.split('/').slice(1).join('.')
  return (
    <>
      <SavedForm
        id={`form-${id}`}
        action={paths.answer(caseId, question.id)}
        target="#checkliste"
        revision={revisionOf(answer)}
        whole={hasParts(question.kind)}
      >
        <Field
          {...fieldOf(question, {
            id,
            text: refused ? typedText(refused.posted) : formTextOf(question, answer?.value),
            error: refused?.refusal.message,
            errorPart: part || undefined,
          })}
        />
      </SavedForm>
      <div class="frage__fuss">
        {answer && !refused && (
          <p class="gespeichert">
            gespeichert {timeText(answer.at)}, {answer.byName}
          </p>
        )}
        <p>{question.source}</p>
        <p class="ohne-skript">
          <a class="kern-link kern-link--small" href={`${paths.question(caseId, question.id)}#zur-frage`}>
            Warum wird das gefragt?<span class="kern-sr-only"> {question.text}</span>
          </a>
        </p>
      </div>
    </>
  )
}
