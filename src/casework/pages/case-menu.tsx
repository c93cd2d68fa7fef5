import { PageMenu } from '../../web/page-menu.js'
import { paths } from '../../web/paths.js'

const entries = [
  { at: 'checklist', label: 'Checkliste', href: paths.case },
  { at: 'review', label: 'Prüfen und übergeben', href: paths.review },
  { at: 'history', label: 'Verlauf', href: paths.history },
] as const

export type CasePage = (typeof entries)[number]['at']

/** The three pages of a case. */
export const CaseMenu = ({ id, current }: { readonly id: string; readonly current: CasePage }) => (
  <PageMenu
    name="Seiten des Vorgangs"
    pages={entries.map((entry) => ({ ...entry, href: entry.href(id) }))}
    current={current}
  />
)
