import type { StuckCase } from '../handoff/out/delivery.store.js'
import { DataTable } from '../web/data-table.js'
import { countText, dayText, momentText } from '../web/format.js'
import { Layout } from '../web/layout.js'
import { paths, withQuery } from '../web/paths.js'
import type { Viewer } from '../web/viewer.js'
import { StuckCases } from './delivery-line.js'
import type { InboxEntry, InboxState } from './inbox.js'
import { inboxStates } from './inbox.js'

/** A case in the list with the names that its ids stand for. */
export interface InboxRow extends InboxEntry {
  readonly serviceTitle: string
  readonly officeName: string
}

interface InboxPageProps {
  readonly viewer: Viewer
  readonly csrf: string
  readonly state: InboxState
  readonly rows: readonly InboxRow[]
  readonly stuck: readonly StuckCase[]
}

const stateNames: Record<InboxState, { readonly name: string; readonly empty: string }> = {
  handedOver: { name: 'Zu entscheiden', empty: 'Es liegt nichts vor. Neue Übergabepakete erscheinen hier.' },
  accepted: { name: 'Angenommen', empty: 'Noch kein Vorgang angenommen.' },
  returned: { name: 'Zurückgegeben', empty: 'Kein Vorgang liegt zur Nachbesserung bei einem Bürgerbüro.' },
}

/** The inbox of a department: what waits comes first, the oldest on top. */
export function InboxPage({ viewer, csrf, state, rows, stuck }: InboxPageProps) {
  return (
    <Layout title="Posteingang" viewer={viewer} csrf={csrf} current={paths.inbox}>
      <h1 class="kern-heading-large">Posteingang</h1>
      <p class="leise">{viewer.place}</p>
      <StuckCases stuck={stuck} />
      <StateMenu state={state} />
      {rows.length === 0 ? (
        <p class="leer">{stateNames[state].empty}</p>
      ) : (
        <CaseTable state={state} rows={rows} />
      )}
    </Layout>
  )
}

const StateMenu = ({ state }: Pick<InboxPageProps, 'state'>) => (
  <nav aria-label="Stand">
    <ul class="vorgang-menue">
      {inboxStates.map((one) => (
        <li key={one}>
          <a
            class="kern-link"
            href={withQuery(paths.inbox, { stand: one })}
            aria-current={one === state ? 'page' : undefined}
          >
            {stateNames[one].name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const CaseTable = ({ state, rows }: Pick<InboxPageProps, 'state' | 'rows'>) => (
  <>
    <p class="leise">{countText(rows.length, 'Vorgang', 'Vorgänge')}</p>
    <DataTable
      caption={stateNames[state].name}
      columns={[
        'Vorgang',
        'Leistung',
        'Antragsteller',
        'Bürgerbüro',
        'Eingang',
        'Vollständig seit',
        'Stand vom',
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a class="kern-link eng" href={paths.inboxCase(row.id)}>
            {row.number}
          </a>,
          row.serviceTitle,
          row.applicant ?? '–',
          row.officeName,
          dayText(row.receivedOn),
          row.completeOn === null ? '–' : dayText(row.completeOn),
          momentText(row.changedAt),
        ],
      }))}
    />
  </>
)
