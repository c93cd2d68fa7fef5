import type { ComponentChildren } from 'preact'
import type { Frame } from '../../cooperation/frame.js'
import { Layout } from '../../web/layout.js'
import { PageMenu } from '../../web/page-menu.js'
import { paths } from '../../web/paths.js'
import type { RuleSetOverview } from '../rule-set-overview.js'
import { InForceBadge, ReleaseBadge } from './badges.js'
import { periodText } from './rules.page.js'

const entries = [
  { at: 'ruleSet', label: 'Regelwerk', href: paths.ruleSet },
  { at: 'trial', label: 'Probelauf', href: paths.trial },
  { at: 'release', label: 'Freigabe', href: paths.release },
] as const

interface RuleSetFrameProps extends Frame {
  readonly overview: RuleSetOverview
  readonly at: (typeof entries)[number]['at']
  readonly live?: boolean
  readonly children: ComponentChildren
}

/** What stands above the three pages of a rule set: which one it is, how it stands, and the way to the others. */
export function RuleSetFrame({ viewer, csrf, overview, at, live = false, children }: RuleSetFrameProps) {
  const name = entries.find((entry) => entry.at === at)!.label
  return (
    <Layout
      title={`${name}: ${overview.title}, ${periodText(overview)}`}
      viewer={viewer}
      csrf={csrf}
      current={paths.rules}
      live={live}
    >
      {live && <p class="verbindung" id="verbindung" role="alert" hidden />}
      <h1 class="kern-heading-large">
        {overview.title}
        {at !== 'ruleSet' && <span class="kern-sr-only">, {name}</span>}
      </h1>
      <p class="regelwerk-stand">
        <span>{periodText(overview)}</span>
        <InForceBadge inForce={overview.inForce} />
        <ReleaseBadge release={overview.release} />
      </p>
      <PageMenu
        name="Seiten des Regelwerks"
        pages={entries.map((entry) => ({ ...entry, href: entry.href(overview.id) }))}
        current={at}
      />
      {children}
    </Layout>
  )
}
