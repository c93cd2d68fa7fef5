import { ButtonLink } from './button.js'
import { Layout } from './layout.js'
import { paths } from './paths.js'
import type { Viewer } from './viewer.js'

interface ErrorPageProps {
  readonly status: number
  /** A sentence for this very case; without it the page says what the status means. */
  readonly message?: string
  readonly viewer?: Viewer | null
  readonly csrf?: string
}

const meanings: Record<number, { readonly title: string; readonly text: string }> = {
  400: { title: 'Die Eingabe ist unvollständig', text: 'Gehen Sie zurück und prüfen Sie die Eingabe.' },
  401: {
    title: 'Die Anmeldung ist abgelaufen',
    text: 'Melden Sie sich wieder an. Gespeicherte Antworten sind erhalten.',
  },
  403: {
    title: 'Dafür fehlt die Berechtigung',
    text: 'Die Seite gehört zu einer anderen Aufgabe, oder sie war zu lange geöffnet. Laden Sie sie neu.',
  },
  404: {
    title: 'Nicht gefunden',
    text: 'Die Seite oder den Vorgang gibt es hier nicht. Vielleicht gehört der Vorgang zu einem anderen Bürgerbüro.',
  },
  409: {
    title: 'Inzwischen geändert',
    text: 'Der Vorgang wurde inzwischen geändert. Laden Sie die Seite neu und prüfen Sie den Stand.',
  },
  413: {
    title: 'Die Eingabe ist zu groß',
    text: 'Gehen Sie zurück und kürzen Sie die Eingabe, oder teilen Sie eine Datei auf mehrere auf.',
  },
  429: { title: 'Zu viele Versuche', text: 'Warten Sie einen Moment und versuchen Sie es dann erneut.' },
}

const fault = {
  title: 'Ein Fehler im Programm',
  text: 'Die letzte Eingabe wurde vielleicht nicht gespeichert; alles davor ist erhalten. Laden Sie die Seite neu.',
}

/** What went wrong, in plain German; no technical detail and nothing that was typed. */
export function ErrorPage({ status, message, viewer = null, csrf = '' }: ErrorPageProps) {
  const { title, text } = meanings[status] ?? (status < 500 ? meanings[400]! : fault)
  return (
    <Layout title={title} viewer={viewer} csrf={csrf}>
      <div class="schmal">
        <h1 class="kern-heading-large">{title}</h1>
        <p class="kern-body">{message ?? text}</p>
        <div class="knopfzeile">
          <ButtonLink href={status === 401 ? paths.signIn : paths.home} look="secondary">
            {status === 401 ? 'Anmelden' : 'Zur Startseite'}
          </ButtonLink>
        </div>
      </div>
    </Layout>
  )
}
