import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { Field } from '../../web/field/field.js'
import { paths } from '../../web/paths.js'
import { stepsFrom } from '../life-cycle.js'
import { needsReason, type OpenPoints } from '../open-points.js'
import { NoteForm } from './note-form.js'
import type { ReviewPageProps } from './review.page.js'

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
              id="grund"
              name="reason"
              label="Grund, warum trotzdem weitergegeben wird"
              hint="Der Grund steht im Übergabepaket."
              text={{ '': [refused?.reason ?? ''] }}
              error={refused?.refusal.place === 'reason' ? refused.refusal.message : undefined}
              max={1000}
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
      <WithdrawForm id={id} />
    </>
  )
}

const whyReason = (open: OpenPoints): string =>
  open.againstAdvice
    ? 'Die Vorprüfung sagt nicht „vollständig“. Weitergeben ist immer möglich (§ 24 Abs. 3 VwVfG); dafür wird ein Grund gebraucht.'
    : 'Es sind noch Punkte offen. Weitergeben ist möglich; dafür wird ein Grund gebraucht.'

const WithdrawForm = ({ id }: { readonly id: string }) => (
  <details class="beiseite">
    <summary>Antrag zurücknehmen</summary>
    <form method="post" action={paths.withdraw(id)}>
      <CsrfField />
      <Field
        kind="text"
        id="ruecknahme-grund"
        name="reason"
        label="Grund der Rücknahme"
        hint="Nichts wird gelöscht; der Vorgang kann wieder aufgenommen werden."
        text={{}}
      />
      <Button look="secondary" small>
        Zurücknehmen
      </Button>
    </form>
  </details>
)
