import type { Frame } from '../../cooperation/frame.js'
import { dayInWords } from '../../precheck/answer-in-words.js'
import { Alert } from '../../web/alert.js'
import { DataTable } from '../../web/data-table.js'
import { countText } from '../../web/format.js'
import { Layout } from '../../web/layout.js'
import { paths, withQuery } from '../../web/paths.js'
import type { ListedRules, ListedRuleSet, ListedService } from '../list-rule-sets.js'
import { InForceBadge, ReleaseBadge } from './badges.js'
import { FileProblems } from './file-problems.js'

/** "Regeln": every service with its rule sets, as the files lie on the disk now. */
export const RulesPage = ({ viewer, csrf, services, problems }: Frame & ListedRules) => (
  <Layout title="Regeln" viewer={viewer} csrf={csrf} current={paths.rules}>
    <h1 class="kern-heading-large">Regeln</h1>
    {problems.length > 0 && (
      <Alert
        tone="danger"
        title={`Nicht geladen: ${countText(problems.length, 'Mangel', 'Mängel')} in den Regeldateien`}
      >
        <FileProblems problems={problems} />
      </Alert>
    )}
    {services.length === 0 ? (
      <p class="leer">
        Es ist kein Regelwerk geladen. Regelwerke liegen als Dateien im Regelordner, je Leistung ein Ordner.
      </p>
    ) : (
      services.map((service) => <Service key={service.service} {...service} />)
    )}
  </Layout>
)

const Service = ({ service, title, ruleSets }: ListedService) => (
  <section class="gruppe" aria-labelledby={`leistung-${service}`}>
    <h2 id={`leistung-${service}`}>{title}</h2>
    <DataTable
      caption={`Regelwerke: ${title}`}
      columns={[
        'Gültig',
        'Stand',
        'Freigabe',
        'Fragen',
        'Unterlagen',
        'Regeln',
        'Gebühren',
        'Beispiele',
        'Unbestätigt',
      ]}
      rows={ruleSets.map((ruleSet) => ({ key: ruleSet.id, cells: cellsOf(ruleSet) }))}
    />
  </section>
)

const cellsOf = (ruleSet: ListedRuleSet) => [
  <>
    <a
      class="kern-link eng"
      href={paths.ruleSet(ruleSet.id)}
      aria-label={`${periodText(ruleSet)}, ${ruleSet.title}`}
    >
      {periodText(ruleSet)}
    </a>
    {!ruleSet.isRunning && <p class="leise">Am Schalter gilt ein anderer Stand</p>}
  </>,
  <InForceBadge inForce={ruleSet.inForce} />,
  <ReleaseBadge release={ruleSet.release} />,
  ruleSet.questions,
  ruleSet.documents,
  ruleSet.rules,
  ruleSet.fees,
  ruleSet.examples,
  ruleSet.unconfirmed === 0 ? (
    0
  ) : (
    <a
      class="kern-link"
      href={withQuery(paths.ruleSet(ruleSet.id), { nur: 'unbestaetigt' })}
      aria-label={`${ruleSet.unconfirmed} unbestätigt`}
    >
      {ruleSet.unconfirmed}
    </a>
  ),
]

/** `01.07.2026 bis 31.12.2026`, `ab 01.01.2027` */
export const periodText = ({
  inForceFrom,
  inForceUntil,
}: Pick<ListedRuleSet, 'inForceFrom' | 'inForceUntil'>): string =>
  inForceUntil === null
    ? `ab ${dayInWords(inForceFrom)}`
    : `${dayInWords(inForceFrom)} bis ${dayInWords(inForceUntil)}`
