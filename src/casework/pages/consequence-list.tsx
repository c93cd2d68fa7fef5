import type { Consequence } from '../../precheck/consequences.js'
import { countText } from '../../web/format.js'
import { alternatives } from './alternatives.js'

/** As many ends as stand open; a longer list folds. */
const mostOpen = 5

interface End {
  readonly leadsTo: string
  readonly labels: readonly string[]
}

/** What the answers to a question lead to: answers with the same end in one line. */
export function ConsequenceList({ each }: { readonly each: readonly Consequence[] }) {
  const ends = [...Map.groupBy(each, ({ leadsTo }) => leadsTo)].map(([leadsTo, same]): End => ({
    leadsTo,
    labels: same.map(({ label }) => label),
  }))
  const open = ends.length === mostOpen + 1 ? ends.length : mostOpen
  const folded = ends.slice(open)
  return (
    <>
      <Ends ends={ends.slice(0, open)} />
      {folded.length > 0 && (
        <details class="beiseite">
          <summary>{countText(folded.length, 'weitere Folge', 'weitere Folgen')}</summary>
          <Ends ends={folded} />
        </details>
      )}
    </>
  )
}

const Ends = ({ ends }: { readonly ends: readonly End[] }) => (
  <ul class="folgen">
    {ends.map(({ leadsTo, labels }) => (
      <li key={leadsTo}>
        <strong>{alternatives(labels)}</strong> → {leadsTo}
      </li>
    ))}
  </ul>
)
