import { DamagedFile } from '../platform/damaged-file.js'
import { refusal, type Refusal } from '../platform/refusal.js'
import { limits } from './limits.js'

/** Why a case was not handed over; nothing was changed. */
export const handOverRefusals = {
  disagreement: (): Refusal =>
    refusal(
      'secondOpinionDiffers',
      'Die beiden Auswertungen des Regelwerks kommen zu verschiedenen Ergebnissen. Der Vorgang bleibt im Bürgerbüro; bitte den Betrieb verständigen.',
    ),
  formDoesNotFit: (): Refusal =>
    refusal(
      'formDoesNotFit',
      'Das Antragsformular passt nicht zum Regelwerk. Der Vorgang bleibt im Bürgerbüro; bitte den Betrieb verständigen.',
    ),
  tooLong: (): Refusal =>
    refusal(
      'packageTooLong',
      `Das Paket hätte mehr als ${limits.packagePages.toLocaleString('de-DE')} Seiten. Bitte Scans entfernen, die niemand braucht.`,
    ),
  tooLarge: (): Refusal =>
    refusal(
      'packageTooLarge',
      `Die Scans haben zusammen mehr als ${limits.scanBytes / 1_000_000} MB. Bitte Scans entfernen, die niemand braucht, oder mit geringerer Auflösung einscannen.`,
    ),
  scanNotReady: (place: string, name: string): Refusal =>
    refusal(
      'scanNotReady',
      `Der Scan „${name}“ lässt sich nicht in das Paket übernehmen. Bitte den Scan entfernen, ausdrucken und neu einscannen.`,
      place,
    ),
  scanDamaged: (name: string): Refusal =>
    refusal(
      'scanDamaged',
      `Der gespeicherte Scan „${name}“ ist beschädigt oder fehlt. Bitte den Scan entfernen und neu hinzufügen, und den Betrieb verständigen.`,
    ),
  malwareFound: (name: string): Refusal =>
    refusal(
      'malwareFound',
      `Der Scan „${name}“ enthält Schadsoftware und wurde vom Vorgang genommen. Er liegt in der Quarantäne; bitte den Betrieb verständigen und das Dokument neu einscannen.`,
    ),
  malwareNotSeen: (name: string): Refusal =>
    refusal(
      'malwareNotSeen',
      `Der Scan „${name}“ ist verschlüsselt oder zu groß, um ihn ganz auf Schadsoftware zu prüfen, und wurde vom Vorgang genommen. Er liegt in der Quarantäne; bitte das Dokument neu einscannen.`,
    ),
  malwareNotChecked: (name: string): Refusal =>
    refusal(
      'malwareNotChecked',
      `Der Scan „${name}“ konnte nicht auf Schadsoftware geprüft werden. Der Vorgang bleibt im Bürgerbüro; bitte noch einmal versuchen, und wenn es dabei bleibt, den Betrieb verständigen.`,
    ),
  sealExpired: (): Refusal =>
    refusal(
      'sealExpired',
      'Das Zertifikat, mit dem Pakete gesiegelt werden, ist abgelaufen. Der Vorgang bleibt im Bürgerbüro; bitte den Betrieb verständigen.',
    ),
  notMade: (): Refusal =>
    refusal(
      'packageNotMade',
      'Das Paket konnte nicht erstellt werden. Der Vorgang bleibt im Bürgerbüro; bitte noch einmal versuchen.',
    ),
} as const

/** A stored scan that is damaged stops the hand-over. @throws any other error */
export function refusalFor(error: unknown, name: string): Refusal {
  if (error instanceof DamagedFile) return handOverRefusals.scanDamaged(name)
  throw error
}
