/**
 * A written text in its one stored form: NFC, without spaces around it. A browser ends lines of a text in another way
 * than everything else here.
 */
export const storedText = (written: string): string =>
  written.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
