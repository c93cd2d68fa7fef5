import type { Frame } from '../../cooperation/frame.js'
import type { Refusal } from '../../platform/refusal.js'
import { dayInWords } from '../../precheck/answer-in-words.js'
import type { RuleSetDiff } from '../../rulebook/rule-set-diff.js'
import { Alert } from '../../web/alert.js'
import { ErrorSummary } from '../../web/error-summary.js'
import { countText, momentText } from '../../web/format.js'
import { paths } from '../../web/paths.js'
import type { CheckState, ShownRuleSet } from '../read-rule-set.js'
import { Changes } from './changes.js'
import { Check } from './check.js'
import { ChangedOutcomes } from './changed-outcomes.js'
import { DecideForms, Proposal, ProposeForm } from './release-forms.js'
import { History, signatures } from './release-history.js'
import { RuleSetFrame } from './rule-set-frame.js'
import { NotRunning } from './rule-set.page.js'

export interface ReleasePageProps extends Frame, ShownRuleSet {
  readonly check: CheckState
  /** `null` for the first of its service. */
  readonly diff: RuleSetDiff | null
  /** Whose page this is: whoever proposed may not release. */
  readonly staffId: string
  /** What a proposal would say about itself, or what was typed before it was refused. */
  readonly note: string
  readonly reason?: string | undefined
  readonly refused?: Refusal | undefined
}

/** "Freigabe": what differs from the rule set before, how it stands in its tests, and the two signatures. */
export function ReleasePage(props: ReleasePageProps) {
  const { viewer, csrf, overview, since, diff, releases, refused, check } = props
  return (
    <RuleSetFrame viewer={viewer} csrf={csrf} overview={overview} at="release">
      <Refused refused={refused} />
      {!overview.isRunning && <NotRunning />}
      <CurrentFile overview={overview} />
      <section class="gruppe" id="pruefung">
        <h2>Prüfung</h2>
        <Check state={check} here={`${paths.release(overview.id)}#pruefung`} />
        {overview.unconfirmed > 0 && (
          <p class="leise">
            {countText(overview.unconfirmed, 'Teil ist', 'Teile sind')} noch unbestätigt; die Freigabe hält
            das fest.
          </p>
        )}
      </section>
      <section class="gruppe" id="aenderungen">
        <h2>Änderungen</h2>
        {since === null || diff === null ? (
          <p class="leer">Das erste Regelwerk dieser Leistung: Es gibt nichts, womit zu vergleichen wäre.</p>
        ) : (
          <>
            <ChangedOutcomes diff={diff} before={since.previous} after={props.ruleSet} />
            <Wording id={overview.id} since={since} />
          </>
        )}
      </section>
      <Signing {...props} />
      {releases.length > 0 && <History releases={releases} />}
    </RuleSetFrame>
  )
}

/** The file as it is now, and what was said about it. */
function CurrentFile({ overview }: Pick<ReleasePageProps, 'overview'>) {
  const { kind, last, open } = overview.release
  return (
    <section class="gruppe">
      <h2>Stand der Datei</h2>
      <p>
        <code>{overview.file}</code>
        <br />
        <span class="leise">
          SHA-256: <code class="umbruch">{overview.sha256}</code>
        </span>
      </p>
      {kind === 'released' && (
        <Alert tone="success" title={`Freigegeben am ${momentText(last!.decidedAt!)}`}>
          <p class="kern-body">{signatures(last!)}</p>
        </Alert>
      )}
      {kind === 'changed' && (
        <Alert tone="warning" title="Geändert seit der Freigabe">
          <p class="kern-body">
            Freigegeben wurde am {momentText(last!.decidedAt!)} ein anderer Stand dieser Datei (SHA-256{' '}
            <code class="umbruch">{last!.sha256}</code>).
          </p>
        </Alert>
      )}
      {open && <Proposal open={open} isStale={open.sha256 !== overview.sha256} />}
    </section>
  )
}

const Refused = ({ refused }: Pick<ReleasePageProps, 'refused'>) =>
  refused === undefined ? null : refused.place === undefined ? (
    <Alert tone="danger" title={refused.message} urgent />
  ) : (
    <ErrorSummary errors={[{ place: refused.place, message: refused.message }]} />
  )

/** Below everything that should be read before. */
function Signing(props: ReleasePageProps) {
  const { kind, open } = props.overview.release
  if (open === null && kind === 'released') return null
  return (
    <section class="gruppe" id="entscheiden">
      <h2>{open === null ? 'Vorschlagen' : 'Entscheiden'}</h2>
      {open === null ? <ProposeForm {...props} /> : <DecideForms {...props} open={open} />}
    </section>
  )
}

/** What reads differently, whether it changes a result or not. */
const Wording = ({
  id,
  since: { previous, changes },
}: {
  readonly id: string
  readonly since: NonNullable<ReleasePageProps['since']>
}) => (
  <>
    <h3 class="teil__gruppe">Im Wortlaut</h3>
    <p>
      Gegenüber dem{' '}
      <a class="kern-link" href={paths.ruleSet(previous.id)}>
        Regelwerk ab {dayInWords(previous.inForceFrom)}
      </a>
      : {changes.length === 0 ? 'keine Änderung.' : `${countText(changes.length, 'Teil', 'Teile')}.`}
    </p>
    <Changes id={id} changes={changes} />
  </>
)
