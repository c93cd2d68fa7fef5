import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'
import {
  delivery,
  formerDocument,
  names,
  personalData,
  photoAndRepresentatives,
} from '../identity-document.js'

/** The data of § 4 Abs. 1 and § 21 Abs. 2 PassG; photo, fingerprints and serial number are taken elsewhere. */
export const reisepass: FormSheet = {
  template: 'reisepass',
  title: 'Antrag auf Ausstellung oder Änderung eines Reisepasses',
  law: 'nach § 6 Passgesetz (PassG)',
  edition: 'Reisepass · Ausgabe 2026-11',
  sections: [
    {
      title: 'Beantragt wird',
      rows: [
        choice('Antrag auf', ['Reisepass', 'weiterer Reisepass', 'vorläufiger Reisepass'], 3, 'Pass'),
        choice(
          'Für einen vorhandenen Pass',
          ['Wohnort ändern', 'andere Änderung', 'Verlust anzeigen'],
          3,
          'Anliegen',
        ),
        choice('Ausführung', ['32 Seiten', '48 Seiten', 'Express'], 3),
        fields(box('Reise beginnt am', 0.25, 'Reisedatum'), box('Reiseziel', 0.75)),
        ...delivery,
      ],
    },
    {
      title: 'Bisherige Dokumente',
      rows: [
        choice(
          'Bisheriger Reisepass',
          [
            'noch gültig',
            'gültig, anderswo',
            'abgelaufen',
            'nicht mehr zu gebrauchen',
            'verloren',
            'gestohlen',
            'keiner',
          ],
          4,
        ),
        ...formerDocument('Passes'),
      ],
    },
    {
      title: 'Person, für die der Pass ist',
      rows: [
        ...names,
        fields(
          box('Tag der Geburt', 0.25, 'Geburtsdatum'),
          box('Ort der Geburt', 0.45, 'Geburtsort'),
          box('Geschlecht', 0.3, 'Geschlecht', 2),
        ),
        ...personalData,
        ...address('Hauptwohnung'),
      ],
    },
    {
      title: 'Begründung, wo sie nötig ist',
      rows: [
        fields(
          box('Wichtiger Grund für den Antrag bei dieser Behörde (§ 19 Abs. 4 PassG)', 1, 'Wichtiger Grund'),
        ),
        fields(box('Grund für den weiteren Pass (§ 1 Abs. 3 PassG)', 1, 'Berechtigtes Interesse')),
        fields(box('Was soll geändert oder eingetragen werden?', 1, 'Änderung')),
        fields(box('Gründe für eine Ermäßigung der Gebühr', 1, 'Ermäßigung')),
      ],
    },
    photoAndRepresentatives,
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass die Person, für die der Pass beantragt wird, Deutsche oder Deutscher im Sinne des Artikels 116 Abs. 1 Grundgesetz ist und dass die Angaben richtig sind. Fingerabdrücke werden ab 6 Jahren, die Unterschrift ab 10 Jahren erfasst (§ 4 Abs. 4a PassG).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person oder ihrer Vertretung' },
      ],
    },
  ],
}
