import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { Field } from '../../web/field/field.js'
import type { FieldText } from '../../web/field/field-props.js'
import { paths } from '../../web/paths.js'
import { stepsFrom } from '../life-cycle.js'
import { needsReason, type OpenPoints } from '../open-points.js'
import { NoteForm } from './note-form.js'
import type { ReviewPageProps } from './review.page.js'

/** The ids of the fields for a reason. */
export const reasonField = 'grund'
export const withdrawalField = 'ruecknahme-grund'

/** The ways out of the office that this case has now; against the advice each asks for a reason. */
export function LeaveForms({
  checklist: { caseFile, ruleSet },
  open,
  receiver,
  note,
  refused,
}: ReviewPageProps) {
  const { id, state, version } = caseFile
  const finish = ruleSet.compiled.ruleSet.finishedAtCounter && stepsFrom(state).includes('finishAtCounter')
  const asks = needsReason(open)
  const typed = refused?.withdrawing ? undefined : shownAgain(refused)
  return (
    <>
      <form method="post" action={paths.handOver(id)} id="uebergeben" noValidate>
        <CsrfField />
        <input type="hidden" name="version" value={version} />
        <h2>Übergeben</h2>
        <p>
          An: <strong>{receiver}</strong>
        </p>
        {asks && (
          <>
            <p>{whyReason(open)}</p>
            <Field
              kind="text"
              id={reasonField}
              name="reason"
              label="Grund, warum trotzdem weitergegeben wird"
              hint="Der Grund steht im Übergabepaket."
              max={1000}
              {...(typed ?? untyped)}
            />
          </>
        )}
        <div class="knopfzeile">
          <Button>Übergeben</Button>
          {finish && (
            <Button look="secondary" action={paths.finishAtCounter(id)}>
              Am Schalter abschließen
            </Button>
          )}
        </div>
      </form>
      <NoteForm id={id} note={note} />
      <WithdrawForm id={id} typed={refused?.withdrawing ? shownAgain(refused) : undefined} />
    </>
  )
}

const whyReason = (open: OpenPoints): string =>
  open.againstAdvice
    ? 'Die Vorprüfung sagt nicht „vollständig“. Weitergeben ist immer möglich (§ 24 Abs. 3 VwVfG); dafür wird ein Grund gebraucht.'
    : 'Es sind noch Punkte offen. Weitergeben ist möglich; dafür wird ein Grund gebraucht.'

/** A reason that was not taken, and why, at the field where it was typed. */
interface TypedReason {
  readonly text: FieldText
  readonly error: string | undefined
}

const shownAgain = (refused: ReviewPageProps['refused']): TypedReason | undefined =>
  refused && {
    text: { '': [refused.reason] },
    error: refused.refusal.place === 'reason' ? refused.refusal.message : undefined,
  }

const untyped: TypedReason = { text: {}, error: undefined }

const WithdrawForm = ({ id, typed }: { readonly id: string; readonly typed: TypedReason | undefined }) => (
  <details class="beiseite" open={typed !== undefined}>
    <summary>Antrag zurücknehmen</summary>
    <form method="post" action={paths.withdraw(id)}>
      <CsrfField />
      <Field
        kind="text"
        id={withdrawalField}
        name="reason"
        label="Grund der Rücknahme"
        hint="Nichts wird gelöscht; der Vorgang kann wieder aufgenommen werden."
        {...(typed ?? untyped)}
      />
      <Button look="secondary" small>
        Zurücknehmen
      </Button>
    </form>
  </details>
)
