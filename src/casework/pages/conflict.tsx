import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { timeText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { Posted } from '../../web/posted.js'
import type { Recorded } from '../case-file.js'
import { intoChecklist } from './into-checklist.js'

interface ConflictProps {
  readonly caseId: string
  readonly id: string
  readonly action: string
  readonly posted: Posted
  readonly mine: string
  /** What is stored now; `undefined` if the colleague took the answer away. */
  readonly theirs: (Recorded & { readonly words: string }) | undefined
}

/** Two people filled the same field: what each of them says, and the clerk chooses. Stored is the colleague's. */
export const Conflict = ({ caseId, id, action, posted, mine, theirs }: ConflictProps) => (
  <div class="kern-alert kern-alert--warning streit" id={id} role="alert">
    <div class="kern-alert__header">
      <span class="kern-icon kern-icon--warning" aria-hidden="true" />
      <p class="kern-title">Inzwischen geändert</p>
    </div>
    <div class="kern-alert__body">
      <p class="kern-body">
        {theirs
          ? `${theirs.byName} hat um ${timeText(theirs.at)} „${theirs.words}“ gespeichert.`
          : 'Die Antwort wurde inzwischen entfernt.'}{' '}
        Ihre Eingabe: „{mine}“.
      </p>
      <div>
        <form method="post" action={action} id={`${id}-wahl`} hx-post={action} {...intoChecklist}>
          <CsrfField />
          <input type="hidden" name="revision" value={theirs?.revision ?? 0} />
          <Again posted={posted} />
          <Button look="secondary" small>
            Meine Eingabe speichern
          </Button>
        </form>
        <a class="kern-link" href={paths.case(caseId)} hx-get={paths.case(caseId)} {...intoChecklist}>
          Gespeicherten Stand behalten
        </a>
      </div>
    </div>
  </div>
)

const ownFields = new Set(['_csrf', 'revision'])

/** The refused input, ready to be sent once more. */
const Again = ({ posted }: { readonly posted: Posted }) => (
  <>
    {Object.entries(posted)
      .filter(([name]) => !ownFields.has(name))
      .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
      .filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string')
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name}=${value}`} />
      ))}
  </>
)
