import { Layout } from '../web/layout.js'
import { paths } from '../web/paths.js'
import type { Viewer } from '../web/viewer.js'
import { type Role, roleNames } from './staff.js'

interface HomePageProps {
  readonly viewer: Viewer
  readonly roles: readonly Role[]
  readonly csrf: string
}

/** For people whose work has no pages of its own yet. */
export const HomePage = ({ viewer, roles, csrf }: HomePageProps) => (
  <Layout title="Start" viewer={viewer} csrf={csrf}>
    <div class="schmal">
      <h1 class="kern-heading-large">Verwaltungslotse</h1>
      <p class="kern-body">
        Sie sind angemeldet als {viewer.name} ({roles.map((role) => roleNames[role]).join(', ')}).
      </p>
      <p class="kern-body">
        Vorgänge bearbeiten die Lotsen im Bürgerbüro und die Sachbearbeitung im Fachdienst.
      </p>
      {roles.includes('operator') && (
        <p class="kern-body">
          <a class="kern-link" href={paths.health}>
            Zustand des Servers
          </a>{' '}
          (JSON). Alles andere geschieht im Terminal, mit <code>npx lotse</code>.
        </p>
      )}
    </div>
  </Layout>
)
