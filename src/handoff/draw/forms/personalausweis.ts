import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'
import {
  delivery,
  formerDocument,
  names,
  personalData,
  photoAndRepresentatives,
} from '../identity-document.js'

/** The data of § 5 Abs. 2 and § 23 Abs. 3 PAuswG; photo, fingerprints and serial number are taken elsewhere. */
export const personalausweis: FormSheet = {
  template: 'personalausweis',
  title: 'Antrag auf Ausstellung eines Personalausweises',
  law: 'nach § 9 Personalausweisgesetz (PAuswG)',
  edition: 'Personalausweis · Ausgabe 2026-11',
  sections: [
    {
      title: 'Beantragt wird',
      rows: [
        choice('Dokument', ['Personalausweis', 'vorläufiger Personalausweis', 'Ersatz-Personalausweis'], 3),
        choice(
          'Bisheriger Personalausweis',
          [
            'abgelaufen',
            'läuft bald ab',
            'nicht mehr zutreffend',
            'noch gültig',
            'verloren',
            'gestohlen',
            'keiner',
          ],
          4,
          'Bisheriger Ausweis',
        ),
        ...formerDocument('Ausweises'),
        ...delivery,
      ],
    },
    {
      title: 'Person, für die der Ausweis ist',
      rows: [
        ...names,
        fields(box('Tag der Geburt', 0.3, 'Geburtsdatum'), box('Ort der Geburt', 0.7, 'Geburtsort')),
        ...personalData,
        ...address('Hauptwohnung'),
      ],
    },
    {
      title: 'Begründung, wo sie nötig ist',
      rows: [
        fields(
          box('Wichtiger Grund für den Antrag bei dieser Behörde (§ 8 Abs. 4 PAuswG)', 1, 'Wichtiger Grund'),
        ),
        fields(
          box('Grund für einen neuen Ausweis vor Ablauf (§ 6 Abs. 2 PAuswG)', 1, 'Berechtigtes Interesse'),
        ),
        fields(
          box('Vorläufiger Ausweis: gebraucht für', 0.75, 'Sofortbedarf'),
          box('bis zum', 0.25, 'Sofortbedarf bis'),
        ),
        fields(box('Gründe für eine Ermäßigung der Gebühr', 1, 'Ermäßigung')),
      ],
    },
    photoAndRepresentatives,
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass die Person, für die der Ausweis beantragt wird, Deutsche oder Deutscher im Sinne des Artikels 116 Abs. 1 Grundgesetz ist und dass die Angaben richtig sind. Fingerabdrücke werden ab 6 Jahren, die Unterschrift ab 10 Jahren erfasst (§ 9 Abs. 3 und 5 PAuswG).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person oder ihrer Vertretung' },
      ],
    },
  ],
}
