import type { PartKind } from '../rulebook/rule-set-parts.js'

/** What the parts of a rule set are called, and how their anchors begin: `#regel-noch-nicht-eingezogen`. */
export const partNames: Record<PartKind, { one: string; many: string; anchor: string }> = {
  question: { one: 'Frage', many: 'Fragen', anchor: 'frage' },
  derived: { one: 'Merkmal', many: 'Abgeleitete Merkmale', anchor: 'merkmal' },
  document: { one: 'Unterlage', many: 'Unterlagen', anchor: 'unterlage' },
  rule: { one: 'Regel', many: 'Regeln', anchor: 'regel' },
  fee: { one: 'Gebühr', many: 'Gebühren', anchor: 'gebuehr' },
}

/** Where a part stands on the page of its rule set. */
export const partAnchor = ({ kind, id }: { readonly kind: PartKind; readonly id: string }): string =>
  `${partNames[kind].anchor}-${id}`
