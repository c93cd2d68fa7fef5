import type { Frame } from '../../cooperation/frame.js'
import type { TouchedCases } from '../../casework/touched-cases.js'
import type { FormStanding } from '../../rulebook/form-standing.js'
import type { RuleSetPart } from '../../rulebook/rule-set-parts.js'
import { headOf } from '../../rulebook/rule-set-head.js'
import { Alert } from '../../web/alert.js'
import { Button } from '../../web/button.js'
import { countText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import { SearchField } from '../../web/search-field.js'
import { SummaryList } from '../../web/summary-list.js'
import { partNames } from '../part-names.js'
import type { ShownEffects } from '../read-effects.js'
import type { CheckState, ShownRuleSet } from '../read-rule-set.js'
import type { RuleSetOverview } from '../rule-set-overview.js'
import type { PartSearch } from '../search-parts.js'
import { Check, Examples } from './check.js'
import { EffectsPicture } from './effects.js'
import { FileProblems } from './file-problems.js'
import { NoticedList } from './noticed.js'
import { RuleSetFrame } from './rule-set-frame.js'
import { RuleSetParts } from './rule-set-parts.js'
import { Touched } from './touched.js'

interface RuleSetPageProps extends Frame, Pick<ShownRuleSet, 'ruleSet' | 'overview'> {
  readonly search: PartSearch
  readonly found: readonly RuleSetPart[]
  readonly check: CheckState
  readonly shown: ShownEffects
  readonly touched: TouchedCases | null
  readonly form: FormStanding | null
}

/** A rule set to read: everything in its file in words, and how it stands in its tests. */
export function RuleSetPage(props: RuleSetPageProps) {
  const { viewer, csrf, ruleSet, overview, search, found, check } = props
  const { effects, survey } = props.shown
  const { id } = ruleSet
  const isSearched = search.text !== '' || search.unconfirmedOnly
  return (
    <RuleSetFrame viewer={viewer} csrf={csrf} overview={overview} at="ruleSet">
      {!overview.isRunning && <NotRunning />}
      <section class="gruppe" id="pruefung">
        <h2>Prüfung</h2>
        <Check state={check} here={`${paths.ruleSet(id)}#pruefung`} />
        <NoticedList survey={survey} />
        <EffectsPicture id={id} ruleSet={ruleSet.compiled.ruleSet} effects={effects} />
        {check.kind === 'done' && <Examples examples={check.check.examples} />}
      </section>
      <Touched overview={overview} touched={props.touched} />
      {!isSearched && <Head {...{ ruleSet, overview, form: props.form }} />}
      <Search id={id} search={search} />
      <p class="leise" role="status">
        {found.length === 0
          ? 'Kein Teil des Regelwerks passt dazu.'
          : countText(found.length, 'Teil des Regelwerks', 'Teile des Regelwerks')}
      </p>
      <Contents found={found} />
      <RuleSetParts id={id} ruleSet={ruleSet.compiled.ruleSet} parts={found} />
    </RuleSetFrame>
  )
}

export const NotRunning = () => (
  <Alert
    tone="warning"
    title="Am Schalter gilt ein anderer Stand als in dieser Datei: Sie ist noch nicht übernommen, oder sie wurde geändert, nachdem das Regelwerk in Kraft war."
  />
)

const Head = ({ ruleSet, overview, form }: Pick<RuleSetPageProps, 'ruleSet' | 'overview' | 'form'>) => (
  <section class="gruppe">
    <h2>Angaben zum Regelwerk</h2>
    <SummaryList
      items={[
        { term: 'Datei', text: <code>{overview.file}</code> },
        { term: 'SHA-256', text: <code class="umbruch">{overview.sha256}</code> },
        ...headOf(ruleSet.compiled.ruleSet)
          .fields.filter(({ label }) => label !== 'Titel')
          .map(({ label, text }) => ({ term: label, text })),
        { term: 'Formular', text: <FormLine form={form} /> },
        { term: 'Unbestätigt', text: countOrNone(overview) },
      ]}
    />
  </section>
)

/** The form as the counter uses it now; one that does not fit stops every hand-over with the rule set. */
const FormLine = ({ form }: { readonly form: FormStanding | null }) => {
  if (form === null) return <>wird geprüft, sobald das Regelwerk übernommen ist</>
  const { problems, pages, takenAs } = form
  if (problems.length > 0)
    return (
      <>
        passt nicht, es wird nichts übergeben:
        <FileProblems problems={problems} />
      </>
    )
  if (pages === 0) return <>keines</>
  return <>{takenAs === 'picture' ? 'passt; kommt als Bild ins Paket' : 'passt'}</>
}

const countOrNone = ({ unconfirmed }: RuleSetOverview): string =>
  unconfirmed === 0 ? 'nichts' : countText(unconfirmed, 'Teil', 'Teile')

/** The kinds of parts, in the order in which they follow. */
const kinds = ['question', 'document', 'rule', 'fee', 'derived'] as const

const Contents = ({ found }: Pick<RuleSetPageProps, 'found'>) =>
  found.length === 0 ? null : (
    <nav aria-label="Teile des Regelwerks">
      <ul class="vorgang-menue">
        {kinds
          .filter((kind) => found.some((part) => part.kind === kind))
          .map((kind) => (
            <li key={kind}>
              <a class="kern-link" href={`#${partNames[kind].anchor}`}>
                {partNames[kind].many}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )

const Search = ({ id, search }: { readonly id: string; readonly search: PartSearch }) => (
  <form method="get" action={`${paths.ruleSet(id)}#suche`} role="search" class="suchzeile">
    <SearchField label="Kennung, Wortlaut oder Fundstelle" text={search.text} />
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        id="nur"
        name="nur"
        value="unbestaetigt"
        checked={search.unconfirmedOnly}
      />
      <label class="kern-label" for="nur">
        nur Unbestätigtes
      </label>
    </div>
    <Button look="secondary">Suchen</Button>
    {(search.text !== '' || search.unconfirmedOnly) && (
      <a class="kern-link" href={paths.ruleSet(id)}>
        Alles anzeigen
      </a>
    )}
  </form>
)
