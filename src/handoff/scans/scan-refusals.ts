import type { Refusal } from '../../platform/refusal.js'
import { limits } from '../limits.js'

/** Why a file is not taken after a look into it, and what to do instead. */
export const scanRefusals = {
  tooManyPixels: (): Refusal => ({
    code: 'scanTooManyPixels',
    message: `Das Bild hat mehr als ${limits.pixels / 1_000_000} Millionen Bildpunkte. Bitte mit höchstens 600 dpi scannen.`,
  }),
  damaged: (): Refusal => ({
    code: 'scanDamaged',
    message: 'Die Datei ist beschädigt und lässt sich nicht öffnen. Bitte neu scannen oder neu speichern.',
  }),
  encrypted: (): Refusal => ({
    code: 'scanEncrypted',
    message: 'Die PDF-Datei ist verschlüsselt. Bitte ohne Kennwort speichern oder den Ausdruck einscannen.',
  }),
  active: (): Refusal => ({
    code: 'scanActive',
    message:
      'Die PDF-Datei enthält mehr als Seiten: Programmcode, eingebettete Dateien, Verweise auf andere Dateien, ' +
      'Ton, Film oder ein XFA-Formular. Bitte ausdrucken und einscannen.',
  }),
  tooCostly: (): Refusal => ({
    code: 'scanTooCostly',
    message: 'Die Datei ist zu aufwendig aufgebaut und wurde nicht geprüft. Bitte ausdrucken und einscannen.',
  }),
  notChecked: (): Refusal => ({
    code: 'scanNotChecked',
    message:
      'Die Datei konnte nicht geprüft werden; bitte noch einmal versuchen und sonst den Betrieb verständigen.',
  }),
} as const
