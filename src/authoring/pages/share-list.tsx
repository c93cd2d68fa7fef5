import type { ComponentChildren } from 'preact'
import { ShareBar } from './share-bar.js'

interface ShareListProps {
  readonly label: string
  readonly items: readonly {
    readonly key: string
    readonly name: ComponentChildren
    readonly share: number
    /** What else there is to say, in the order in which it is read. */
    readonly remarks: readonly ComponentChildren[]
  }[]
}

/** Shares of all answers under each other: what it is, the bar, and what else there is to know. */
export const ShareList = ({ label, items }: ShareListProps) => (
  <ul class="anteile" aria-label={label}>
    {items.map(({ key, name, share, remarks }) => (
      <li key={key}>
        <div>{name}</div>
        <ShareBar share={share} />
        <div class="anteile__bemerkung">{remarks.map((remark, i) => remark && <p key={i}>{remark}</p>)}</div>
      </li>
    ))}
  </ul>
)
