import type { Finding } from '../../precheck/precheck.js'
import { outcomeNames } from '../../precheck/consequences.js'

const kindNames: Record<Finding['finding'], string> = {
  wrongAuthority: outcomeNames.wrongAuthority,
  notEligible: outcomeNames.notEligible,
  needsReview: 'Prüfung nötig',
  notice: 'Hinweis',
}

/** What the rules say about this case, strongest first, each with its source in law. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul>
    {findings.map(({ rule, finding, say, source }) => (
      <li key={rule}>
        <strong>{kindNames[finding]}:</strong> {say}
        <span class="quelle">{source}</span>
      </li>
    ))}
  </ul>
)
