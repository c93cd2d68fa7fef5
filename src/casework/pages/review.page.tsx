import { Alert } from '../../web/alert.js'
import { ButtonLink } from '../../web/button.js'
import { ErrorSummary } from '../../web/error-summary.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import type { Refusal } from '../../platform/refusal.js'
import type { Checklist } from '../checklist.js'
import type { OpenPoints } from '../open-points.js'
import type { NoteChoice } from '../note-choice.js'
import { isAtTheOffice } from '../life-cycle.js'
import { AnswersTable } from './answers-table.js'
import { CaseBar } from './case-bar.js'
import { CaseMenu } from './case-menu.js'
import { DocumentsTable } from './documents-table.js'
import { Findings, Notices } from './findings.js'
import type { Frame } from '../../cooperation/frame.js'
import { LeaveForms, reasonField, withdrawalField } from './leave-forms.js'
import { OpenPointsList } from './open-points-list.js'
import { ScansLeftOut } from './scans-aside.js'
import { TurningPointInShort } from './turning-point.js'
import { VerdictLine } from './verdict.js'

interface Refused {
  readonly refusal: Refusal
  readonly reason: string
  /** Whether it was the withdrawal. */
  readonly withdrawing?: boolean
}

export interface ReviewPageProps extends Frame {
  readonly checklist: Checklist
  readonly open: OpenPoints
  /** Who gets the package: "Wohngeldstelle, Stadt Grabow". */
  readonly receiver: string
  readonly note: NoteChoice
  /** What was not done, and the reason as it was typed. */
  readonly refused?: Refused | undefined
}

/** "Prüfen und übergeben": everything once more, then the way out of the office. */
export function ReviewPage(props: ReviewPageProps) {
  const { viewer, csrf, checklist, open, refused } = props
  const { caseFile, ruleSet, precheck } = checklist
  const { title } = ruleSet.compiled.ruleSet
  return (
    <Layout
      title={`Prüfen: ${title}, ${caseFile.number}`}
      viewer={viewer}
      csrf={csrf}
      caseBar={<CaseBar caseFile={caseFile} title={title} />}
    >
      <CaseMenu id={caseFile.id} current="review" />
      <h1 class="kern-heading-large">Prüfen und übergeben</h1>
      {refused && <RefusedStep {...refused} />}
      <div class="pruefen">
        <div>
          <OpenPointsList caseId={caseFile.id} open={open} />
          <h2 class="kern-heading-medium">Unterlagen</h2>
          <DocumentsTable checklist={checklist} />
          <ScansLeftOut checklist={checklist} />
          <h2 class="kern-heading-medium">Antworten</h2>
          <AnswersTable checklist={checklist} />
        </div>
        <aside class="ergebnis" aria-label="Ergebnis und Übergabe">
          <h2>Vorprüfung</h2>
          <VerdictLine verdict={precheck.verdict} />
          <Findings findings={precheck.findings} />
          <TurningPointInShort checklist={checklist} />
          {isAtTheOffice(caseFile.state) ? <LeaveForms {...props} /> : <Left id={caseFile.id} />}
          <Notices findings={precheck.findings} />
        </aside>
      </div>
    </Layout>
  )
}

/** What is wrong about a reason stands at its field as well, far down on a small screen. */
const RefusedStep = ({ refusal: { place, message }, withdrawing }: Refused) =>
  place === 'reason' ? (
    <ErrorSummary errors={[{ place: withdrawing ? withdrawalField : reasonField, message }]} />
  ) : (
    <Alert tone="danger" title={message} urgent />
  )

const Left = ({ id }: { readonly id: string }) => (
  <div class="knopfzeile">
    <p>Der Vorgang liegt nicht mehr beim Bürgerbüro.</p>
    <ButtonLink href={paths.history(id)} look="secondary">
      Zum Verlauf
    </ButtonLink>
  </div>
)
