import { dayInWords } from '../../precheck/answer-in-words.js'
import { Badge } from '../../web/badge.js'
import { Button, ButtonLink } from '../../web/button.js'
import { DataTable } from '../../web/data-table.js'
import { countText, momentText } from '../../web/format.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import { SearchField } from '../../web/search-field.js'
import { mostListed } from '../case-list.store.js'
import { states, type State } from '../life-cycle.js'
import type { FoundCase } from '../search-cases.js'
import type { Frame } from '../../cooperation/frame.js'
import { StateBadge, stateNames } from './state-badge.js'

interface CasesPageProps extends Frame {
  readonly cases: readonly FoundCase[]
  readonly text: string
  readonly state: State | null
}

/** "Meine Vorgänge": the cases of the office, whoever opened them. */
export const CasesPage = ({ viewer, csrf, cases, text, state }: CasesPageProps) => (
  <Layout title="Meine Vorgänge" viewer={viewer} csrf={csrf} current={paths.cases}>
    <h1 class="kern-heading-large">Meine Vorgänge</h1>
    <form method="get" action={paths.cases} role="search" class="suchzeile">
      <SearchField label="Name, Vorgangsnummer oder Leistung" text={text} />
      <StateSelect state={state} />
      <Button look="secondary">Suchen</Button>
      <ButtonLink href={paths.newCase} icon="add">
        Neuer Vorgang
      </ButtonLink>
      <ButtonLink href={paths.goOn} look="secondary">
        Code vom Laufzettel
      </ButtonLink>
    </form>
    {cases.length === 0 ? <Nothing searched={text !== '' || state !== null} /> : <Found cases={cases} />}
  </Layout>
)

const StateSelect = ({ state }: { readonly state: State | null }) => (
  <div class="kern-form-input">
    <label class="kern-label" for="stand">
      Stand
    </label>
    <div class="kern-form-input__select-wrapper">
      <select class="kern-form-input__select" id="stand" name="stand">
        <option value="">alle</option>
        {states.map((one) => (
          <option key={one} value={one} selected={one === state}>
            {stateNames[one]}
          </option>
        ))}
      </select>
    </div>
  </div>
)

const Nothing = ({ searched }: { readonly searched: boolean }) => (
  <div class="leer">
    <p class="kern-body">
      {searched
        ? 'Kein Vorgang dieses Bürgerbüros passt zur Suche.'
        : 'Dieses Bürgerbüro hat noch keine Vorgänge. Mit „Neuer Vorgang“ beginnt der erste.'}
    </p>
    {searched && (
      <p class="kern-body">
        <a class="kern-link" href={paths.cases}>
          Alle Vorgänge anzeigen
        </a>
      </p>
    )}
  </div>
)

const Found = ({ cases }: { readonly cases: readonly FoundCase[] }) => (
  <>
    <p class="leise" role="status">
      {cases.length === mostListed
        ? `Die letzten ${mostListed} Vorgänge; die Suche findet auch ältere.`
        : countText(cases.length, 'Vorgang', 'Vorgänge')}
    </p>
    <DataTable
      caption="Vorgänge des Bürgerbüros"
      columns={['Name', 'Leistung', 'Nummer', 'Stand', 'Eingang', 'Zuletzt geändert']}
      rows={cases.map((one) => ({
        key: one.id,
        cells: [
          <a class="kern-link" href={paths.case(one.id)}>
            {one.applicant ?? 'ohne Namen'}
          </a>,
          one.title,
          <span class="eng">{one.number}</span>,
          <span class="marken">
            <StateBadge state={one.state} />
            {one.moveOverDue && <Badge tone="info">neues Regelwerk</Badge>}
          </span>,
          dayInWords(one.receivedOn),
          momentText(one.changedAt),
        ],
      }))}
    />
  </>
)
