import type { Refusal } from '../platform/refusal.js'
import type { TestState } from './rule-release.js'

/** What can be refused at a release: each with a stable code and a sentence for the author. */
export const releaseRefusals = {
  ownProposal: (): Refusal => ({
    code: 'ownProposal',
    message:
      'Diesen Stand haben Sie selbst vorgeschlagen. Freigeben muss ihn eine andere Person (Vier-Augen-Prinzip).',
  }),
  ownRejection: (): Refusal => ({
    code: 'ownProposal',
    message:
      'Diesen Stand haben Sie selbst vorgeschlagen. Statt abzulehnen, ziehen Sie den Vorschlag zurück.',
  }),
  notYours: (): Refusal => ({
    code: 'notYourProposal',
    message: 'Zurückziehen kann einen Vorschlag nur, wer ihn gemacht hat. Sie können ihn ablehnen.',
  }),
  fileChanged: (): Refusal => ({
    code: 'changedMeanwhile',
    message:
      'Die Datei wurde inzwischen geändert. Dieser Stand lässt sich nicht mehr freigeben; bitte den neuen Stand ansehen und vorschlagen.',
  }),
  testsFail: ({ failed, problems }: TestState): Refusal => ({
    code: 'testsFail',
    message:
      `Die Freigabe ist nicht möglich: ${failed} ${failed === 1 ? 'Beispiel geht' : 'Beispiele gehen'} anders aus als erwartet, ` +
      `${problems} ${problems === 1 ? 'weiterer Mangel' : 'weitere Mängel'}. Was zu tun ist, steht unter „Prüfung“.`,
  }),
  alreadyProposed: (): Refusal => ({
    code: 'stepNotPossible',
    message:
      'Für dieses Regelwerk liegt schon ein Vorschlag vor. Zuerst muss er freigegeben, abgelehnt oder zurückgezogen sein.',
  }),
  alreadyReleased: (): Refusal => ({
    code: 'stepNotPossible',
    message: 'Dieser Stand der Datei ist schon freigegeben.',
  }),
  alreadyDecided: (): Refusal => ({
    code: 'stepNotPossible',
    message: 'Über diesen Vorschlag ist schon entschieden; laden Sie die Seite neu.',
  }),
  noteMissing: (): Refusal => ({
    code: 'noteMissing',
    message: 'Bitte angeben, was sich ändert und warum.',
    place: 'note',
  }),
  noteTooLong: (most: number): Refusal => ({
    code: 'noteTooLong',
    message: `Der Änderungsvermerk ist zu lang: höchstens ${most} Zeichen.`,
    place: 'note',
  }),
} as const
