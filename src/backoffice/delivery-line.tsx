import type { Delivery } from '../handoff/out/delivery.js'
import type { StuckCases } from '../handoff/out/delivery.store.js'
import { Alert } from '../web/alert.js'
import { Button } from '../web/button.js'
import { CsrfField } from '../web/csrf.js'
import { countText, momentText } from '../web/format.js'
import { paths } from '../web/paths.js'

/** How the package got, or gets, into the department's own system. */
export function deliveryWords({ state, tries, problem, deliveredAt }: Delivery): string {
  if (state === 'delivered') return `zugestellt am ${momentText(deliveredAt!.toISOString())}`
  if (state === 'needsHuman') return 'nicht zugestellt, siehe oben'
  return problem === null ? 'wird zugestellt' : `wird weiter versucht (bisher ${tries}-mal), siehe oben`
}

/** What the department can do where its package did not arrive. The package itself is at hand here in any case. */
export function NotDeliveredAlert({
  id,
  delivery,
}: {
  readonly id: string
  readonly delivery: Delivery | null
}) {
  if (delivery === null || delivery.state === 'delivered' || delivery.problem === null) return null
  const title =
    delivery.state === 'needsHuman'
      ? 'Das Paket ist nicht in Ihrem System angekommen'
      : 'Das Paket ist noch nicht in Ihrem System angekommen'
  return (
    <div class="gruppe">
      <Alert tone={delivery.state === 'needsHuman' ? 'danger' : 'warning'} title={title}>
        <p class="kern-body">{delivery.problem}</p>
        <form method="post" action={paths.retryDelivery(id)}>
          <CsrfField />
          <Button look="secondary">Erneut zustellen</Button>
        </form>
      </Alert>
    </div>
  )
}

/** Above the inbox: what its department has to see to, or who runs its system. */
export const StuckNotice = ({ stuck: { total, cases } }: { readonly stuck: StuckCases }) =>
  total === 0 ? null : (
    <div class="gruppe">
      <Alert
        tone="danger"
        title={`${countText(total, 'Paket', 'Pakete')} nicht zugestellt: hier im Posteingang, aber nicht in Ihrem System`}
      >
        <ul class="kern-list">
          {cases.map(({ caseFileId, caseNumber }) => (
            <li key={caseFileId}>
              <a class="kern-link" href={paths.inboxCase(caseFileId)}>
                {caseNumber}
              </a>
            </li>
          ))}
          {total > cases.length && <li>und {total - cases.length} weitere</li>}
        </ul>
      </Alert>
    </div>
  )
