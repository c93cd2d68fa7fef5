import type { Finding } from '../../precheck/precheck.js'
import { findingNames } from '../../precheck/outcome-names.js'

interface FindingsProps {
  readonly findings: readonly Finding[]
}

/** What the rules decide about this case, strongest first, each with its source in law. */
export function Findings({ findings }: FindingsProps) {
  const deciding = findings.filter(({ finding }) => finding !== 'notice')
  return deciding.length === 0 ? null : (
    <ul>
      {deciding.map((finding) => (
        <Item key={finding.rule} {...finding} />
      ))}
    </ul>
  )
}

/** What informs and decides nothing. */
export function Notices({ findings }: FindingsProps) {
  const notices = findings.filter(({ finding }) => finding === 'notice')
  return notices.length === 0 ? null : (
    <section>
      <h3>{notices.length === 1 ? 'Hinweis' : 'Hinweise'}</h3>
      <ul>
        {notices.map((notice) => (
          <Item key={notice.rule} {...notice} />
        ))}
      </ul>
    </section>
  )
}

const Item = ({ finding, say, source }: Finding) => (
  <li>
    {finding !== 'notice' && <strong>{findingNames[finding]}: </strong>}
    {say}
    <span class="quelle">{source}</span>
  </li>
)
