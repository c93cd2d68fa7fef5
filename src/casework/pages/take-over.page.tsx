import { Alert } from '../../web/alert.js'
import { Button, ButtonLink } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { Layout } from '../../web/layout.js'
import { paths } from '../../web/paths.js'
import { SummaryList } from '../../web/summary-list.js'
import type { Frame } from '../../cooperation/frame.js'

interface TakeOverPageProps extends Frame {
  /** As it stands on the note. */
  readonly code: string
  readonly number: string
  readonly title: string
  readonly office: string
  readonly ownOffice: string
  /** Why it cannot be taken over, and what to do. */
  readonly problem?: string
}

/** Before a case of another office is taken over. It names nobody: the case is not in these hands yet. */
export const TakeOverPage = (props: TakeOverPageProps) => (
  <Layout title={`Vorgang ${props.number} übernehmen`} viewer={props.viewer} csrf={props.csrf}>
    <div class="schmal">
      <h1 class="kern-heading-large">Vorgang {props.number} übernehmen?</h1>
      {props.problem && <Alert tone="danger" title={props.problem} urgent />}
      <SummaryList
        items={[
          { term: 'Leistung', text: props.title },
          { term: 'Bisher bei', text: props.office },
        ]}
      />
      {props.problem === undefined && <TakeOverForm code={props.code} ownOffice={props.ownOffice} />}
      <ButtonLink href={paths.cases} look="tertiary">
        Zu „Meine Vorgänge“
      </ButtonLink>
    </div>
  </Layout>
)

const TakeOverForm = ({ code, ownOffice }: Pick<TakeOverPageProps, 'code' | 'ownOffice'>) => (
  <form method="post" action={paths.goOnWith(code)} class="formular">
    <CsrfField />
    <p>
      Danach liegt der Vorgang mit allen Angaben bei {ownOffice}. Das bisherige Bürgerbüro sieht ihn nicht
      mehr; mit demselben Code kann es ihn zurücknehmen.
    </p>
    <Button>Hierher übernehmen</Button>
  </form>
)
