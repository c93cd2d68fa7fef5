import type { ComponentChildren } from 'preact'

export interface SummaryItem {
  readonly term: string
  readonly text: ComponentChildren
}

/** Pairs of what and which, one under the other. */
export const SummaryList = ({ items }: { readonly items: readonly SummaryItem[] }) => (
  <dl class="kern-description-list">
    {items.map(({ term, text }) => (
      <div class="kern-description-list-item" key={term}>
        <dt class="kern-description-list-item__key">{term}</dt>
        <dd class="kern-description-list-item__value">{text}</dd>
      </div>
    ))}
  </dl>
)
