import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../casework/case-file.js'
import type { Delivery } from '../handoff/out/delivery.js'
import type { PackageContents } from '../handoff/package-contents.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import { Alert } from '../web/alert.js'
import { Button, ButtonLink } from '../web/button.js'
import { CsrfField } from '../web/csrf.js'
import { ErrorSummary, type PlacedError } from '../web/error-summary.js'
import { momentText } from '../web/format.js'
import { Layout } from '../web/layout.js'
import { paths } from '../web/paths.js'
import { SummaryList } from '../web/summary-list.js'
import type { Viewer } from '../web/viewer.js'
import { deliveryWords, NotDeliveredAlert } from './delivery-line.js'
import { DisputedPoints } from './disputed-points.js'

export interface DecisionPageProps {
  readonly viewer: Viewer
  readonly csrf: string
  readonly caseFile: Pick<CaseFile, 'id' | 'number' | 'state' | 'deficiencies' | 'version'>
  /** What was handed over, as the package says it. */
  readonly contents: PackageContents
  readonly delivery: Delivery | null
  /** What the caseworker typed before an error, by field. */
  readonly typed?: Readonly<Record<string, unknown>>
  readonly errors?: readonly PlacedError[]
}

/** A case as the department got it, with the two decisions: accept, or give back with the points in dispute. */
export function DecisionPage(props: DecisionPageProps) {
  const { viewer, csrf, caseFile, contents, delivery, errors = [] } = props
  return (
    <Layout
      title={`${caseFile.number} – ${contents.service.title}`}
      viewer={viewer}
      csrf={csrf}
      caseBar={<CaseBar contents={contents} />}
    >
      <ErrorSummary errors={errors} />
      <h1 class="kern-heading-large">{contents.service.title}</h1>
      <Verdict contents={contents} />
      <div class="knopfzeile">
        <ButtonLink href={paths.package(caseFile.id)} look="secondary">
          Übergabepaket öffnen (PDF)
        </ButtonLink>
        {caseFile.state === 'handedOver' && (
          <StepForm {...caseFile} action={paths.acceptCase(caseFile.id)}>
            <Button>Annehmen</Button>
          </StepForm>
        )}
        {caseFile.state === 'accepted' && (
          <StepForm {...caseFile} action={paths.reopenCase(caseFile.id)}>
            <Button look="tertiary">Annahme zurücknehmen</Button>
          </StepForm>
        )}
      </div>
      <Decided caseFile={caseFile} />
      <NotDeliveredAlert id={caseFile.id} delivery={delivery} />
      <Facts contents={contents} delivery={delivery} />
      <DisputedPoints {...props} />
    </Layout>
  )
}

const CaseBar = ({ contents: { caseFile, service } }: { readonly contents: PackageContents }) => (
  <div class="vorgang-kopf">
    <p class="vorgang-kopf__wer">{caseFile.applicant ?? 'Name nicht erfasst'}</p>
    <p>{service.title}</p>
    <p>Vorgang {caseFile.number}</p>
  </div>
)

function Verdict({ contents: { verdict, reason, findings } }: { readonly contents: PackageContents }) {
  const deciding = findings.filter(({ finding }) => finding !== 'notice')
  return (
    <Alert
      tone={verdict.outcome === 'complete' ? 'success' : 'warning'}
      title={`Vorprüfung: ${verdict.words}`}
    >
      {(reason !== null || deciding.length > 0) && (
        <>
          {deciding.map(({ rule, say, source }) => (
            <p class="kern-body" key={rule}>
              {say} <span class="leise">({source})</span>
            </p>
          ))}
          {reason !== null && <p class="kern-body">Trotzdem übergeben, weil: {reason}</p>}
        </>
      )}
    </Alert>
  )
}

/** A decision that takes one button, on the case as it is shown. */
const StepForm = ({
  action,
  version,
  children,
}: Pick<CaseFile, 'version'> & { readonly action: string; readonly children: ComponentChildren }) => (
  <form method="post" action={action}>
    <CsrfField />
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
)

function Decided({ caseFile }: Pick<DecisionPageProps, 'caseFile'>) {
  if (caseFile.state === 'handedOver') return null
  if (caseFile.state === 'accepted') return <Note tone="success" title="Angenommen" />
  return (
    <Note tone="info" title="Zurückgegeben an das Bürgerbüro">
      Das Bürgerbüro behebt die Mängel und übergibt den Vorgang dann erneut.
    </Note>
  )
}

const Note = ({
  tone,
  title,
  children,
}: {
  tone: 'success' | 'info'
  title: string
  children?: ComponentChildren
}) => (
  <div class="gruppe">
    <Alert tone={tone} title={title}>
      {children && <p class="kern-body">{children}</p>}
    </Alert>
  </div>
)

const Facts = ({ contents, delivery }: Pick<DecisionPageProps, 'contents' | 'delivery'>) => (
  <section class="gruppe">
    <h2>Vorgang</h2>
    <SummaryList
      items={[
        { term: 'Eingang', text: dayInWords(contents.caseFile.receivedOn) },
        {
          term: 'Vollständig seit',
          text: contents.caseFile.completeOn ? dayInWords(contents.caseFile.completeOn) : 'noch nicht',
        },
        { term: 'Bürgerbüro', text: contents.office.name },
        { term: 'Übergeben', text: `${momentText(contents.madeAt)} von ${contents.handedOverBy.name}` },
        { term: 'Regelwerk', text: contents.ruleSet.id },
        ...(delivery === null ? [] : [{ term: 'Zustellung', text: deliveryWords(delivery) }]),
      ]}
    />
  </section>
)
