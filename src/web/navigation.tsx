import { paths } from './paths.js'

interface Entry {
  readonly href: string
  readonly label: string
  readonly role: string
}

/** What each role finds in the header; a person with several roles sees all of theirs. */
const entries: readonly Entry[] = [
  { href: paths.newCase, label: 'Neuer Vorgang', role: 'clerk' },
  { href: paths.cases, label: 'Meine Vorgänge', role: 'clerk' },
  { href: paths.inbox, label: 'Posteingang', role: 'caseworker' },
  { href: paths.rules, label: 'Regeln', role: 'ruleAuthor' },
]

export function Navigation({
  roles,
  current,
}: {
  readonly roles: readonly string[]
  readonly current: string
}) {
  const visible = entries.filter(({ role }) => roles.includes(role))
  if (visible.length === 0) return null
  return (
    <nav class="hauptmenue" aria-label="Hauptmenü">
      <ul>
        {visible.map(({ href, label }) => (
          <li key={href}>
            <a class="kern-link" href={href} aria-current={href === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
