import { Button } from '../../web/button.js'
import { CsrfField } from '../../web/csrf.js'
import { paths } from '../../web/paths.js'
import type { Deficiency } from '../case-file.js'
import { intoChecklist } from './into-checklist.js'

interface SettleFormProps {
  readonly caseId: string
  readonly about: Deficiency['about']
  readonly label: string
  /** What the button is about, for those who hear it without its place. */
  readonly spoken: string
}

/** Says that a disputed point is dealt with although nothing about it was changed. */
export const SettleForm = ({ caseId, about, label, spoken }: SettleFormProps) => (
  <form
    method="post"
    action={paths.settlePoint(caseId)}
    hx-post={paths.settlePoint(caseId)}
    {...intoChecklist}
  >
    <CsrfField />
    <input type="hidden" name="kind" value={about.kind} />
    <input type="hidden" name="id" value={about.id} />
    <Button look="secondary" small spoken={`${label}: ${spoken}`}>
      {label}
    </Button>
  </form>
)
