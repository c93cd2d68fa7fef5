import type { DecidingAnswer, TurningPoint } from '../../precheck/turning-point.js'
import type { OtherAnswer } from '../../precheck/other-answers.js'
import { countText } from '../../web/format.js'
import type { CaseFile } from '../case-file.js'
import type { Checklist } from '../checklist.js'
import { isAtTheOffice } from '../life-cycle.js'
import { alternatives } from './alternatives.js'
import { ChangeLink } from './change-link.js'

interface TurningPointProps {
  readonly checklist: Pick<Checklist, 'caseFile' | 'turningPoint'>
}

/** Beside a verdict against the application: which answers it hangs on. */
export function TurningPointSection({ checklist: { caseFile, turningPoint } }: TurningPointProps) {
  if (turningPoint === null) return null
  return (
    <section id="wendepunkt">
      <WouldChange caseFile={caseFile} {...turningPoint} />
      <Deciding caseFile={caseFile} {...turningPoint} />
    </section>
  )
}

/** In short, before the case goes out: what to look at once more. */
export const TurningPointInShort = ({ checklist: { caseFile, turningPoint } }: TurningPointProps) =>
  turningPoint && <WouldChange caseFile={caseFile} {...turningPoint} />

type Linking = { readonly caseFile: Pick<CaseFile, 'id' | 'state'> }

function WouldChange({ caseFile, change }: Linking & Pick<TurningPoint, 'change'>) {
  if (change.length === 0) return null
  return (
    <>
      <h3>Was das Ergebnis ändern würde</h3>
      {change.length > 1 && (
        <p>{change.length === 2 ? 'Beide' : `Alle ${change.length}`} Angaben zusammen müssten anders sein:</p>
      )}
      <ul class="wende">
        {change.map((other) => (
          <li key={other.fact ?? other.questions[0]!.id}>
            <Other caseFile={caseFile} other={other} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Other = ({ caseFile, other }: Linking & { readonly other: OtherAnswer }) => (
  <>
    {other.fact ?? <ToQuestion caseFile={caseFile} {...other.questions[0]!} />}
    <span class="wende__antwort">{alternatives(other.instead)}</span>
    {other.given !== null && <span class="wende__antwort leise">statt {other.given}</span>}
    {other.fact !== null && (
      <span class="wende__antwort">
        ergibt sich aus:
        {other.questions.map((question) => (
          <ToQuestion key={question.id} caseFile={caseFile} {...question} />
        ))}
      </span>
    )}
  </>
)

/** As many as can stand open beside everything else. */
const mostOpen = 3

function Deciding({ caseFile, change, deciding }: Linking & TurningPoint) {
  // One answer that decides alone was told just before, with what would do instead.
  const isTold = deciding.length === 1 && change[0]?.questions[0]?.id === deciding[0]!.question
  if (deciding.length === 0 || isTold) return null
  const list = (
    <ul class="wende">
      {deciding.map((answer) => (
        <li key={answer.question}>
          <Given caseFile={caseFile} answer={answer} />
        </li>
      ))}
    </ul>
  )
  return deciding.length > mostOpen ? (
    <details class="beiseite" id="entscheidend">
      <summary>Entscheidend: {countText(deciding.length, 'Antwort', 'Antworten')}</summary>
      {list}
    </details>
  ) : (
    <>
      <h3>Entscheidend</h3>
      {list}
    </>
  )
}

const Given = ({ caseFile, answer }: Linking & { readonly answer: DecidingAnswer }) => (
  <>
    <ToQuestion caseFile={caseFile} id={answer.question} text={answer.text} />
    <span class="wende__antwort">{answer.answer}</span>
  </>
)

const ToQuestion = ({ caseFile, id, text }: Linking & { readonly id: string; readonly text: string }) =>
  isAtTheOffice(caseFile.state) ? (
    <ChangeLink caseId={caseFile.id} field={{ kind: 'question', id }} about={text} words={text} />
  ) : (
    <>{text}</>
  )
