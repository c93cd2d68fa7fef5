import type { Refusal } from '../platform/refusal.js'

/** What can be refused at the counter: each with a stable code, a sentence for the clerk, and its place. */
export const refusals = {
  closed: (): Refusal => ({
    code: 'caseFileClosed',
    message: 'Der Vorgang liegt nicht mehr beim Bürgerbüro; er lässt sich hier nicht ändern.',
  }),
  unknownService: (): Refusal => ({
    code: 'unknownService',
    message: 'Diese Leistung gibt es hier nicht.',
    place: 'service',
  }),
  serviceNotOffered: (): Refusal => ({
    code: 'serviceNotOffered',
    message: 'Ihr Bürgerbüro bietet diese Leistung nicht an.',
    place: 'service',
  }),
  noRuleSet: (): Refusal => ({
    code: 'noRuleSetInForce',
    message: 'Für diesen Tag liegt kein Regelwerk vor.',
    place: 'service',
  }),
  unknownQuestion: (question: string): Refusal => ({
    code: 'unknownQuestion',
    message: 'Diese Frage gibt es im Regelwerk des Vorgangs nicht.',
    place: question,
  }),
  unknownDocument: (document: string): Refusal => ({
    code: 'unknownDocument',
    message: 'Dieses Dokument gibt es im Regelwerk des Vorgangs nicht.',
    place: document,
  }),
  badAnswer: (question: string, message: string): Refusal => ({
    code: 'badAnswer',
    message,
    place: question,
  }),
  conflict: (place: string): Refusal => ({
    code: 'changedMeanwhile',
    message: 'Dieses Feld wurde inzwischen geändert. Gespeichert ist der andere Stand; bitte wählen.',
    place,
  }),
  wrongWay: (document: string): Refusal => ({
    code: 'wayNotPossible',
    message: 'So kann dieses Dokument nicht nachgewiesen werden.',
    place: document,
  }),
  wayMissing: (document: string): Refusal => ({
    code: 'wayMissing',
    message: 'Bitte wählen, wie das Dokument vorliegt.',
    place: document,
  }),
  reasonMissing: (place: string): Refusal => ({
    code: 'reasonMissing',
    message: 'Bitte den Grund angeben.',
    place,
  }),
  reasonTooLong: (place: string): Refusal => ({
    code: 'reasonTooLong',
    message: 'Der Grund ist zu lang: höchstens 1.000 Zeichen.',
    place,
  }),
  badReason: (place: string, message: string): Refusal => ({ code: 'badReason', message, place }),
  badDay: (place: string, message: string): Refusal => ({ code: 'badDay', message, place }),
  issuedInFuture: (document: string): Refusal => ({
    code: 'badDay',
    message: 'Das Ausstellungsdatum liegt in der Zukunft.',
    place: document,
  }),
  stepNotPossible: (): Refusal => ({
    code: 'stepNotPossible',
    message: 'Das geht in diesem Stand des Vorgangs nicht. Laden Sie die Seite neu und prüfen Sie den Stand.',
  }),
  staleReview: (): Refusal => ({
    code: 'changedMeanwhile',
    message: 'Der Vorgang wurde inzwischen geändert. Das ist der neue Stand; bitte noch einmal prüfen.',
  }),
  staleRuleChange: (): Refusal => ({
    code: 'changedMeanwhile',
    message:
      'Der Vorgang oder das Regelwerk wurde inzwischen geändert. Das ist der neue Stand; bitte noch einmal ansehen.',
  }),
  notFinishedHere: (): Refusal => ({
    code: 'notFinishedAtCounter',
    message: 'Diese Leistung entscheidet der Fachdienst; bitte übergeben.',
  }),
  badApplicant: (): Refusal => ({
    code: 'badApplicant',
    message: 'Der Name darf höchstens 200 Zeichen haben und nur Zeichen aus Personennamen enthalten.',
    place: 'applicant',
  }),
  unknownCode: (): Refusal => ({
    code: 'unknownCode',
    message: 'Dieser Code gilt nicht: Er ist falsch abgeschrieben oder abgelaufen.',
    place: 'code',
  }),
  tooManyCodes: (minutes: number): Refusal => ({
    code: 'tooManyCodes',
    message: `Zu viele falsche Codes. Bitte in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal versuchen.`,
    place: 'code',
  }),
  leftTheCounter: (): Refusal => ({
    code: 'caseFileClosed',
    message:
      'Der Vorgang liegt nicht mehr beim Bürgerbüro: Er ist übergeben, abgeschlossen oder zurückgenommen. Auskunft gibt das bisherige Bürgerbüro.',
  }),
  notOfferedHere: (offices: readonly string[]): Refusal => ({
    code: 'serviceNotOffered',
    message: `Ihr Bürgerbüro bietet diese Leistung nicht an. ${whereElse(offices)}`,
  }),
  otherAuthority: (own: string, theirs: string, offices: readonly string[]): Refusal => ({
    code: 'otherAuthority',
    message: `Ihr Bürgerbüro nimmt diese Leistung für ${own} entgegen; über diesen Vorgang entscheidet ${theirs}. ${whereElse(offices)}`,
  }),
  unknownLanguage: (): Refusal => ({
    code: 'unknownLanguage',
    message: 'In dieser Sprache gibt es den Laufzettel nicht. Bitte eine andere wählen.',
    place: 'language',
  }),
} as const

const whereElse = (offices: readonly string[]): string => `Weiter geht es hier: ${offices.join(', ')}.`
