import { ButtonLink } from './button.js'
import { Layout } from './layout.js'
import { paths } from './paths.js'
import type { Viewer } from './viewer.js'

interface ErrorPageProps {
  readonly status: number
  /** What the status means. */
  readonly title: string
  /** A sentence for this very case; without it the page says what can be done after any such error. */
  readonly message?: string
  /** Where one signs in to go on. */
  readonly signIn?: string
  readonly viewer?: Viewer | null
  readonly csrf?: string
}

const whatToDo: Readonly<Record<number, string>> = {
  400: 'Gehen Sie zurück und prüfen Sie die Eingabe.',
  401: 'Melden Sie sich wieder an. Gespeicherte Antworten sind erhalten.',
  403: 'Die Seite gehört zu einer anderen Aufgabe, oder sie war zu lange geöffnet. Laden Sie sie neu.',
  404: 'Die Seite oder den Vorgang gibt es hier nicht. Vielleicht gehört der Vorgang zu einem anderen Bürgerbüro.',
  409: 'Der Vorgang wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie den Stand.',
  413: 'Gehen Sie zurück und kürzen Sie die Eingabe, oder teilen Sie eine Datei auf mehrere auf.',
  429: 'Warten Sie einen Moment und versuchen Sie es dann erneut.',
  500: 'Die letzte Eingabe wurde vielleicht nicht gespeichert; alles davor ist erhalten. Laden Sie die Seite neu.',
}

/** What went wrong, in plain German; no technical detail and nothing that was typed. */
export function ErrorPage({
  status,
  title,
  message,
  signIn = paths.signIn,
  viewer = null,
  csrf = '',
}: ErrorPageProps) {
  const text = whatToDo[status] ?? whatToDo[status < 500 ? 400 : 500]
  return (
    <Layout title={title} viewer={viewer} csrf={csrf}>
      <div class="schmal">
        <h1 class="kern-heading-large">{title}</h1>
        <p class="kern-body">{message ?? text}</p>
        <div class="knopfzeile">
          <ButtonLink href={status === 401 ? signIn : paths.home} look="secondary">
            {status === 401 ? 'Anmelden' : 'Zur Startseite'}
          </ButtonLink>
        </div>
      </div>
    </Layout>
  )
}
