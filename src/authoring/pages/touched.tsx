import { dayInWords } from '../../precheck/answer-in-words.js'
import { verdictName } from '../../precheck/outcome-names.js'
import type { OfficeTouched, TouchedCases } from '../../casework/touched-cases.js'
import { DataTable } from '../../web/data-table.js'
import { countText } from '../../web/format.js'
import type { RuleSetOverview } from '../rule-set-overview.js'

interface TouchedProps {
  readonly overview: RuleSetOverview
  readonly touched: TouchedCases | null
}

/** What the rule set means for cases that are open now: figures alone, because authors see no case. */
export function Touched({ overview, touched }: TouchedProps) {
  const isUpcoming = overview.inForce === 'upcoming'
  // In force for long, it concerns no case any more, and there is nothing to say.
  if (touched === null || (!isUpcoming && due(touched) === 0)) return null
  return (
    <section class="gruppe" id="offene-vorgaenge">
      <h2>Offene Vorgänge</h2>
      {due(touched) === 0 ? (
        <p class="leer">Kein offener Vorgang wäre umzustellen.</p>
      ) : (
        <>
          <p>
            {countText(due(touched), 'offener Vorgang wäre', 'offene Vorgänge wären')}{' '}
            {isUpcoming && `ab ${dayInWords(overview.inForceFrom)} `}auf dieses Regelwerk umzustellen.
            Umgestellt wird am Schalter, Vorgang für Vorgang.
          </p>
          <Offices offices={touched.offices} />
          <Verdicts verdicts={touched.verdicts} />
          <LookedAt touched={touched} />
        </>
      )}
    </section>
  )
}

const due = ({ offices }: TouchedCases): number => offices.reduce((sum, office) => sum + office.due, 0)

const columns = [
  'Bürgerbüro',
  'offen',
  'umzustellen',
  'anderes Ergebnis',
  'andere Gebühr',
  'neu zu fragen',
  'Unterlage dazu',
  'ohne Folgen',
] as const

const Offices = ({ offices }: { readonly offices: readonly OfficeTouched[] }) => (
  <DataTable
    caption="Offene Vorgänge je Bürgerbüro"
    columns={columns}
    rows={offices.map((one) => ({
      key: one.office,
      cells: [
        one.office,
        one.open,
        one.due,
        one.otherVerdict,
        one.otherFee,
        one.toAsk,
        one.newDocuments,
        one.unchanged,
      ],
    }))}
  />
)

const Verdicts = ({ verdicts }: Pick<TouchedCases, 'verdicts'>) =>
  verdicts.length === 0 ? null : (
    <ul class="auffaellig">
      {verdicts.map(({ before, after, cases }) => (
        <li key={`${before} ${after}`}>
          {countText(cases, 'Vorgang', 'Vorgänge')}: statt „{verdictName(before)}“ dann „{verdictName(after)}“
        </li>
      ))}
    </ul>
  )

function LookedAt({ touched: { offices, lookedAt } }: { readonly touched: TouchedCases }) {
  const open = offices.reduce((sum, office) => sum + office.open, 0)
  return open === lookedAt ? null : (
    <p class="leise">
      Angesehen sind die {lookedAt} zuletzt bearbeiteten von {open} offenen Vorgängen.
    </p>
  )
}
