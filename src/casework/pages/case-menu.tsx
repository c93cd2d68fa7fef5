import { paths } from '../../web/paths.js'

const entries = [
  { at: 'checklist', label: 'Checkliste', href: paths.case },
  { at: 'review', label: 'Prüfen und übergeben', href: paths.review },
  { at: 'history', label: 'Verlauf', href: paths.history },
] as const

export type CasePage = (typeof entries)[number]['at']

/** The three pages of a case. */
export const CaseMenu = ({ id, current }: { readonly id: string; readonly current: CasePage }) => (
  <nav aria-label="Seiten des Vorgangs">
    <ul class="vorgang-menue">
      {entries.map(({ at, label, href }) => (
        <li key={at}>
          <a class="kern-link" href={href(id)} aria-current={at === current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
