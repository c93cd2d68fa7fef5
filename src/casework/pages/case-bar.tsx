import { verdictName } from '../../precheck/outcome-names.js'
import type { Verdict } from '../../precheck/precheck.js'
import { Badge } from '../../web/badge.js'
import { timeText } from '../../web/format.js'
import type { CaseFile } from '../case-file.js'
import { StateBadge } from './state-badge.js'
import { verdictTones } from './verdict.js'

interface CaseBarProps {
  readonly caseFile: CaseFile
  readonly title: string
  /** How the pre-check stands, on the page where it changes. */
  readonly verdict?: Verdict
  /** Put in place beside the part of the page that was saved. */
  readonly outOfBand?: boolean
}

/** Whose case it is, its number and when it was last saved: in the header of every page of a case. */
export const CaseBar = ({ caseFile, title, verdict, outOfBand }: CaseBarProps) => (
  <div class="vorgang-kopf" id="vorgang-kopf" hx-swap-oob={outOfBand ? 'outerMorph' : undefined}>
    <p class="vorgang-kopf__wer">{caseFile.applicant ?? 'Name noch nicht erfasst'}</p>
    <p>{title}</p>
    <p>Vorgang {caseFile.number}</p>
    <StateBadge state={caseFile.state} />
    {verdict && <Badge tone={verdictTones[verdict]}>{verdictName(verdict)}</Badge>}
    <p class="vorgang-kopf__gespeichert">gespeichert {timeText(caseFile.changedAt)}</p>
  </div>
)
