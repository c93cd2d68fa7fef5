import { HttpException } from '@nestjs/common'
import { refusal, type Refusal } from '../refusal.js'

const titles: Readonly<Record<number, string>> = {
  400: 'Die Eingabe ist nicht lesbar',
  401: 'Nicht angemeldet',
  403: 'Dafür fehlt die Berechtigung',
  404: 'Nicht gefunden',
  405: 'Das geht hier nicht',
  406: 'In dieser Form nicht verfügbar',
  409: 'Inzwischen geändert',
  413: 'Die Eingabe ist zu groß',
  415: 'Diese Art von Eingabe wird nicht angenommen',
  422: 'Die Eingabe passt nicht',
  429: 'Zu viele Versuche',
  500: 'Ein Fehler im Programm',
  503: 'Gerade nicht verfügbar',
}

/** What a status means to a person; the sentence for the very case comes with the problem. */
export const titleOf = (status: number): string => titles[status] ?? titles[status < 500 ? 400 : 500]!

/** How a use case's refusal, or a missing object, becomes an HTTP answer. Thrown by controllers and guards. */
export class Problem extends HttpException {
  constructor(
    status: number,
    /** What is wrong, in German, each with its place. */
    readonly refusals: readonly Refusal[] = [],
  ) {
    super(titleOf(status), status)
  }
}

/** The object is missing, or belongs to others: nobody can tell which. */
export const notFound = (): Problem => new Problem(404)

/** Nobody is signed in (any more). */
export const signedOut = (): Problem =>
  new Problem(401, [refusal('session.missing', 'Die Anmeldung ist abgelaufen. Melden Sie sich wieder an.')])
