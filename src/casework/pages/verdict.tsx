import { verdictName } from '../../precheck/outcome-names.js'
import type { Verdict } from '../../precheck/precheck.js'
import type { Tone } from '../../web/alert.js'

export const verdictTones: Record<Verdict, Tone> = {
  open: 'info',
  complete: 'success',
  missingDocuments: 'warning',
  needsReview: 'warning',
  notEligible: 'danger',
  wrongAuthority: 'danger',
}

/** The result of the pre-check in one line. */
export const VerdictLine = ({ verdict }: { readonly verdict: Verdict }) => (
  <p class={`urteil urteil--${verdictTones[verdict]}`}>
    <span class={`kern-icon kern-icon--${verdictTones[verdict]}`} aria-hidden="true" />
    {verdictName(verdict)}
  </p>
)
