import type { Refusal } from '../platform/refusal.js'

export const mostPages = 300
export const mostUploads = 50

/** Why a file is not taken; each names the limit. `place` is the document. */
export const uploadRefusals = {
  none: (place: string): Refusal => ({ code: 'fileMissing', message: 'Bitte eine Datei auswählen.', place }),
  empty: (place: string): Refusal => ({
    code: 'fileEmpty',
    message: 'Die Datei ist leer. Bitte noch einmal scannen oder speichern.',
    place,
  }),
  tooLarge: (place: string, megabytes: number): Refusal => ({
    code: 'fileTooLarge',
    message: `Die Datei ist zu groß. Eine Datei darf höchstens ${megabytes} MB groß sein. Bitte mit geringerer Auflösung scannen oder auf mehrere Dateien aufteilen.`,
    place,
  }),
  wrongType: (place: string): Refusal => ({
    code: 'fileTypeNotAccepted',
    message:
      'Diese Art von Datei wird nicht angenommen. Möglich sind PDF, JPEG, PNG und TIFF. ' +
      'Bitte als PDF speichern oder den Ausdruck einscannen.',
    place,
  }),
  tooManyPages: (place: string, pages: number): Refusal => ({
    code: 'tooManyPages',
    message: `Die Datei hat ${pages} Seiten. Eine Datei darf höchstens ${mostPages} Seiten haben. Bitte auf mehrere Dateien aufteilen.`,
    place,
  }),
  tooMany: (place: string): Refusal => ({
    code: 'tooManyFiles',
    message: `Zu diesem Vorgang gehören schon ${mostUploads} Dateien; mehr sind nicht möglich. Bitte mehrere Scans zu einer Datei zusammenfassen.`,
    place,
  }),
  noCopy: (place: string): Refusal => ({
    code: 'copyForbidden',
    message:
      'Von diesem Dokument darf keine Kopie zum Vorgang genommen werden (§ 20 PAuswG). Bitte „Original gesehen“ wählen.',
    place,
  }),
  malwareFound: (place: string, signature: string): Refusal => ({
    code: 'malwareFound',
    message: `Die Datei enthält Schadsoftware (${signature}) und wurde nicht angenommen. Sie liegt in der Quarantäne; bitte den Betrieb verständigen und das Dokument selbst einscannen.`,
    place,
  }),
  malwareNotChecked: (place: string): Refusal => ({
    code: 'malwareNotChecked',
    message:
      'Die Datei konnte nicht auf Schadsoftware geprüft werden und wurde nicht angenommen. Bitte noch einmal versuchen; bleibt es dabei, bitte den Betrieb verständigen.',
    place,
  }),
  malwareNotSeen: (place: string): Refusal => ({
    code: 'malwareNotSeen',
    message:
      'Die Datei ist verschlüsselt oder zu groß, um sie ganz auf Schadsoftware zu prüfen, und wurde nicht angenommen. Bitte ohne Kennwort speichern oder das Dokument selbst einscannen; bleibt es dabei, bitte den Betrieb verständigen.',
    place,
  }),
  gone: (): Refusal => ({
    code: 'fileGone',
    message:
      'Diese Datei ist gelöscht und lässt sich nicht mehr zurückholen. Bitte das Dokument noch einmal scannen.',
  }),
  unknown: (): Refusal => ({ code: 'unknownFile', message: 'Diese Datei gehört nicht zum Vorgang.' }),
} as const
