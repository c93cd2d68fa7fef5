import { mostListed } from '../casework/case-list.store.js'
import type { StuckCases } from '../handoff/out/delivery.store.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import { Button } from '../web/button.js'
import { DataTable } from '../web/data-table.js'
import { countText, momentText } from '../web/format.js'
import { Layout } from '../web/layout.js'
import { PageMenu } from '../web/page-menu.js'
import { paths, withQuery } from '../web/paths.js'
import { SearchField } from '../web/search-field.js'
import type { Viewer } from '../web/viewer.js'
import { StuckNotice } from './delivery-line.js'
import { inboxStates, type InboxRow, type InboxState } from './inbox.js'

interface InboxPageProps {
  readonly viewer: Viewer
  readonly csrf: string
  readonly state: InboxState
  /** What was searched for; empty for all. */
  readonly text: string
  readonly rows: readonly InboxRow[]
  readonly stuck: StuckCases
}

interface StateWords {
  readonly name: string
  readonly empty: string
  /** In place of their number, where there are more than the page shows. */
  readonly most: string
}

const stateNames: Record<InboxState, StateWords> = {
  handedOver: {
    name: 'Zu entscheiden',
    empty: 'Es liegt nichts vor. Neue Übergabepakete erscheinen hier.',
    most: `Die ${mostListed} ältesten Vorgänge; die Suche findet auch neuere.`,
  },
  accepted: {
    name: 'Angenommen',
    empty: 'Noch kein Vorgang angenommen.',
    most: `Die letzten ${mostListed} Vorgänge; die Suche findet auch ältere.`,
  },
  returned: {
    name: 'Zurückgegeben',
    empty: 'Kein Vorgang liegt zur Nachbesserung bei einem Bürgerbüro.',
    most: `Die letzten ${mostListed} Vorgänge; die Suche findet auch ältere.`,
  },
}

/** The inbox of a department: what waits comes first, the oldest on top. */
export function InboxPage({ viewer, csrf, state, text, rows, stuck }: InboxPageProps) {
  return (
    <Layout title="Posteingang" viewer={viewer} csrf={csrf} current={paths.inbox}>
      <h1 class="kern-heading-large">Posteingang</h1>
      <p class="leise">{viewer.place}</p>
      <StuckNotice stuck={stuck} />
      <StateMenu state={state} text={text} />
      <form method="get" action={paths.inbox} role="search" class="suchzeile">
        <input type="hidden" name="stand" value={state} />
        <SearchField label="Name, Vorgangsnummer oder Leistung" text={text} />
        <Button look="secondary">Suchen</Button>
      </form>
      {rows.length === 0 ? (
        <p class="leer">
          {text === '' ? stateNames[state].empty : 'Kein Vorgang mit diesem Stand passt zur Suche.'}
        </p>
      ) : (
        <CaseTable state={state} rows={rows} />
      )}
    </Layout>
  )
}

const StateMenu = ({ state, text }: Pick<InboxPageProps, 'state' | 'text'>) => (
  <PageMenu
    name="Stand"
    pages={inboxStates.map((at) => ({
      at,
      label: stateNames[at].name,
      href: withQuery(paths.inbox, { stand: at, suche: text }),
    }))}
    current={state}
  />
)

const CaseTable = ({ state, rows }: Pick<InboxPageProps, 'state' | 'rows'>) => (
  <>
    <p class="leise" role="status">
      {rows.length === mostListed ? stateNames[state].most : countText(rows.length, 'Vorgang', 'Vorgänge')}
    </p>
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
          dayInWords(row.receivedOn),
          row.completeOn === null ? '–' : dayInWords(row.completeOn),
          momentText(row.changedAt),
        ],
      }))}
    />
  </>
)
