import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

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
        choice('Dokument', ['Personalausweis', 'vorläufiger Personalausweis', 'beide'], 3),
        choice(
          'Anlass',
          [
            'erstmalige Ausstellung',
            'Ablauf',
            'Verlust',
            'Diebstahl',
            'Änderung der Daten',
            'sonstiger Grund',
          ],
          3,
        ),
        choice('Versand', ['Abholung bei der Behörde', 'Direktversand an die Wohnung'], 2),
      ],
    },
    {
      title: 'Antragstellende Person',
      rows: [
        fields(box('Familienname', 0.5), box('Geburtsname', 0.5)),
        fields(box('Vornamen', 0.75), box('Doktorgrad', 0.25)),
        fields(box('Tag der Geburt', 0.3, 'Geburtsdatum'), box('Ort der Geburt', 0.7, 'Geburtsort')),
        fields(
          box('Größe in cm', 0.2, 'Größe'),
          box('Augenfarbe', 0.3),
          box('Ordens- oder Künstlername', 0.5),
        ),
        fields(box('Staatsangehörigkeit', 0.5), box('Weitere Staatsangehörigkeiten', 0.5)),
      ],
    },
    { title: 'Wohnung (alleinige Wohnung oder Hauptwohnung)', rows: [...address('Wohnung')] },
    {
      title: 'Bisheriges Dokument und Lichtbild',
      rows: [
        choice(
          'Vorhanden ist',
          ['Personalausweis', 'Reisepass', 'Kinderreisepass', 'kein Dokument'],
          4,
          'Bisheriges Dokument',
        ),
        choice('Verlust angezeigt', ['ja', 'nein'], 2, 'Verlust angezeigt'),
        fields(
          box(
            'Wichtiger Grund für die Ausstellung bei einer anderen Behörde (§ 8 Abs. 4 PAuswG)',
            1,
            'Wichtiger Grund',
          ),
        ),
        choice('Lichtbild', ['wird in der Behörde aufgenommen', 'kommt digital vom Fotodienstleister'], 2),
      ],
    },
    {
      title: 'Gesetzliche Vertretung (bei Personen unter 16 Jahren oder unter Betreuung)',
      rows: [
        choice(
          'Vertreten durch',
          [
            'beide Sorgeberechtigte',
            'einen Sorgeberechtigten mit Zustimmung',
            'Alleinsorge',
            'Vormund oder Betreuer',
          ],
          2,
        ),
        fields(
          box('Erste Vertretung: Name', 0.5, 'Vertretung 1'),
          box('Zweite Vertretung: Name', 0.5, 'Vertretung 2'),
        ),
      ],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass ich Deutsche oder Deutscher im Sinne des Artikels 116 Abs. 1 Grundgesetz bin und dass meine Angaben richtig sind. Fingerabdrücke werden ab 6 Jahren, die Unterschrift ab 10 Jahren erfasst (§ 9 Abs. 3 und 5 PAuswG).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person oder ihrer Vertretung' },
      ],
    },
  ],
}
