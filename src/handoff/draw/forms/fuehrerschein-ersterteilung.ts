import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

/** The data of § 21 Abs. 1 and 2 FeV with § 2 Abs. 6 StVG; photo and signature for the licence are taken on a card of their own. */
export const fuehrerscheinErsterteilung: FormSheet = {
  template: 'fuehrerschein-ersterteilung',
  title: 'Antrag auf Erteilung einer Fahrerlaubnis',
  law: 'nach § 21 Fahrerlaubnis-Verordnung (FeV)',
  edition: 'Fahrerlaubnis Ersterteilung · Ausgabe 2026-11',
  sections: [
    {
      title: 'Beantragte Klassen',
      rows: [
        choice(
          'Klasse',
          ['AM', 'A1', 'A2', 'A', 'B', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D1E', 'D', 'DE', 'T', 'L'],
          8,
        ),
        choice(
          'Klasse B oder BE mit 17 Jahren',
          ['Begleitetes Fahren', 'wegen Berufsausbildung', 'nein'],
          3,
          'Mit 17',
        ),
        fields(
          box('Ausnahme vom Mindestalter beantragt; Gründe (§ 74 FeV)', 1, 'Ausnahme vom Mindestalter', 2),
        ),
        fields(box('Ausbildende Fahrschule (Name und Ort)', 1, 'Fahrschule')),
      ],
    },
    {
      title: 'Antragstellende Person',
      rows: [
        fields(box('Familienname', 0.5), box('Geburtsname und frühere Namen', 0.5, 'Geburtsname')),
        fields(box('Alle Vornamen', 0.75, 'Vornamen'), box('Doktorgrad', 0.25)),
        fields(
          box('Tag der Geburt', 0.25, 'Geburtsdatum'),
          box('Ort der Geburt', 0.45, 'Geburtsort'),
          box('Geschlecht', 0.3, 'Geschlecht', 2),
        ),
        fields(
          box('Staatsangehörigkeit', 0.4),
          box('Ausweis', 0.3, 'Ausweisart'),
          box('Nummer des Ausweises', 0.3, 'Ausweisnummer'),
        ),
        ...address('Hauptwohnung'),
        choice('Sehhilfe beim Fahren', ['ja', 'nein'], 2, 'Sehhilfe'),
      ],
    },
    {
      title: 'Frühere oder ausländische Fahrerlaubnis',
      rows: [
        choice(
          'Fahrerlaubnis',
          [
            'noch keine',
            'deutsche vorhanden',
            'ausländische vorhanden oder beantragt',
            'nicht mehr vorhanden',
          ],
          2,
        ),
        fields(
          box('Klassen, Tag und Behörde der Erteilung, Führerscheinnummer', 1, 'Vorhandene Fahrerlaubnis', 2),
        ),
        choice(
          'Entziehung, Versagung oder Sperre',
          ['nein', 'Sperre läuft', 'früher', 'Verfahren oder Fahrverbot'],
          2,
          'Sperre',
        ),
      ],
    },
    {
      title: 'Begleitetes Fahren ab 17: begleitende Personen (§ 48a FeV)',
      rows: [
        fields(
          box('Familienname', 0.4, 'Begleitperson: Familienname'),
          box('Vornamen', 0.38, 'Begleitperson: Vornamen'),
          box('Geburtsdatum', 0.22, 'Begleitperson: Geburtsdatum'),
        ),
        fields(
          box('Klasse B ohne Unterbrechung seit', 0.4, 'Begleitperson: Klasse B seit'),
          box('Führerscheinnummer', 0.6, 'Begleitperson: Führerscheinnummer'),
        ),
        persons('Weitere Begleitperson', 3),
      ],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Mit der Erteilung der beantragten Fahrerlaubnis verzichte ich auf eine möglicherweise schon vorhandene Fahrerlaubnis dieser Klasse aus einem anderen Staat (§ 21 Abs. 2 FeV). Die Angaben sind richtig und vollständig. Die Behörde fragt das Fahreignungsregister und das Zentrale Fahrerlaubnisregister ab (§ 22 Abs. 2 FeV).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person' },
      ],
    },
    {
      title: 'Zustimmung der Sorgeberechtigten (nur unter 18 Jahren)',
      rows: [
        note('Ich stimme dem Antrag zu, gegebenenfalls auch der Teilnahme am Begleiteten Fahren ab 17.'),
        fields(
          box('Erste Person: Name', 0.5, 'Sorgeberechtigt 1: Name', 2),
          box('Unterschrift', 0.5, 'Sorgeberechtigt 1: Unterschrift', 2),
        ),
        fields(
          box('Zweite Person: Name', 0.5, 'Sorgeberechtigt 2: Name', 2),
          box('Unterschrift', 0.5, 'Sorgeberechtigt 2: Unterschrift', 2),
        ),
      ],
    },
  ],
}
