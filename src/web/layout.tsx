import type { ComponentChildren } from 'preact'
import { Button } from './button.js'
import { CsrfField, CsrfToken } from './csrf.js'
import { Navigation } from './navigation.js'
import { paths } from './paths.js'
import type { Viewer } from './viewer.js'

export interface LayoutProps {
  /** Without the program's name. */
  readonly title: string
  /** `null` on pages without a signed-in person. */
  readonly viewer: Viewer | null
  readonly csrf: string
  /** The path of this page, so that the menu can mark it. */
  readonly current?: string
  /** Whose case it is: stands in the header on every page of a case. */
  readonly caseBar?: ComponentChildren
  /** The page saves field by field: loads htmx and the keyboard. */
  readonly live?: boolean
  readonly children: ComponentChildren
}

const asset = (name: string) => paths.assets + name

/**
 * htmx evaluates nothing and injects no style here, because the content security policy forbids both.
 * Only answers that say what became of the input are put in place; any other is a whole page, or nothing.
 */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ['data-htmx-powered', 'open'],
  defaultTimeout: 15_000,
  noSwap: ['204', '304', '4xx', '5xx'],
})

export function Layout(props: LayoutProps) {
  return (
    <CsrfToken.Provider value={props.csrf}>
      <html lang="de">
        <head>
          <meta charSet="utf-8" />
          <title>{`${props.title} – Verwaltungslotse`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {props.live && <meta name="htmx-config" content={htmxConfig} />}
          <link rel="icon" href={asset('eigen/zeichen.svg')} />
          <link rel="stylesheet" href={asset('kern/kern.min.css')} />
          <link rel="stylesheet" href={asset('eigen/fonts.css')} />
          <link rel="stylesheet" href={asset('eigen/desk.css')} />
          <link rel="stylesheet" href={asset('eigen/fields.css')} />
          <link rel="stylesheet" href={asset('eigen/tables.css')} />
          <link rel="stylesheet" href={asset('eigen/checklist.css')} />
          <link rel="stylesheet" href={asset('eigen/result.css')} />
          <link rel="stylesheet" href={asset('eigen/decision.css')} />
          <link rel="stylesheet" href={asset('eigen/rules.css')} />
          <link rel="stylesheet" href={asset('eigen/print.css')} media="print" />
          {props.live && <script src={asset('htmx/htmx.min.js')} defer />}
          <script src={asset('eigen/desk.js')} type="module" />
        </head>
        <body>
          <a class="sprunglink" href="#inhalt">
            Zum Inhalt springen
          </a>
          <Header {...props} />
          {props.caseBar && (
            <section class="vorgang-streifen" aria-label="Vorgang">
              {props.caseBar}
            </section>
          )}
          <main id="inhalt" tabIndex={-1}>
            {props.children}
          </main>
        </body>
      </html>
    </CsrfToken.Provider>
  )
}

function Header({ viewer, current = '' }: LayoutProps) {
  return (
    <header class="kopf">
      <div class="kopf__zeile">
        <a class="kopf__name" href={paths.home}>
          Verwaltungslotse
        </a>
        {viewer && <Navigation roles={viewer.roles} current={current} />}
        {viewer && <SignedIn viewer={viewer} />}
      </div>
    </header>
  )
}

const SignedIn = ({ viewer }: { readonly viewer: Viewer }) => (
  <div class="kopf__person" data-person={viewer.name}>
    <p>
      <span class="kopf__behoerde">
        {viewer.authority} · {viewer.place}
      </span>
      <span>
        <span class="kern-sr-only">Angemeldet: </span>
        {viewer.name}
      </span>
    </p>
    <form method="post" action={paths.signOut}>
      <CsrfField />
      <Button look="tertiary" small icon="logout">
        Abmelden
      </Button>
    </form>
  </div>
)
