import { box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** The fields of the notice under the Gewerbeanzeigeverordnung, in its order. */
export const gewerbeanmeldung: FormSheet = {
  template: 'gewerbeanmeldung',
  title: 'Gewerbeanzeige',
  law: 'Anmeldung, Ummeldung und Abmeldung nach § 14 oder § 55c Gewerbeordnung (GewO)',
  edition: 'Gewerbeanzeige · Ausgabe 2026-11',
  sections: [
    {
      title: 'Anzeige',
      rows: [
        choice('Angezeigt wird', ['Anmeldung', 'Ummeldung', 'Abmeldung', 'Verlegung'], 4, 'Anzeige'),
        choice('Gewerbe', ['stehendes Gewerbe', 'Reisegewerbe', 'Automatenaufstellung'], 3),
      ],
    },
    {
      title: 'Angaben zum Betriebsinhaber',
      rows: [
        fields(
          box('1  Im Register eingetragener Name', 0.5, 'Firmenname'),
          box('2  Registergericht und Nummer', 0.5, 'Registereintrag'),
        ),
        choice(
          'Rechtsform',
          [
            'Einzelunternehmen',
            'GbR',
            'OHG oder KG',
            'GmbH oder UG',
            'Verein oder Genossenschaft',
            'in Gründung',
          ],
          3,
        ),
        fields(
          box('3  Familienname', 0.34, 'Familienname'),
          box('4  Vornamen', 0.33, 'Vornamen'),
          box('5  Geburtsname', 0.33, 'Geburtsname'),
        ),
        fields(
          box('6  Geburtsdatum', 0.22, 'Geburtsdatum'),
          box('7  Geburtsort und -land', 0.44, 'Geburtsort'),
          box('8  Staatsangehörigkeiten', 0.34, 'Staatsangehörigkeiten'),
        ),
        fields(
          box('9  Anschrift der Wohnung', 0.6, 'Anschrift der Wohnung'),
          box('Telefon', 0.18),
          box('E-Mail', 0.22),
        ),
        fields(box('10  Weitere gesetzliche Vertreter oder Gesellschafter: Zahl', 1, 'Zahl der Vertreter')),
        {
          kind: 'group',
          name: 'Vertreter',
          count: 3,
          columns: [
            { name: 'Familienname', label: 'Familienname', share: 0.4 },
            { name: 'Vornamen', label: 'Vornamen', share: 0.38 },
            { name: 'Geburtsdatum', label: 'Geburtsdatum', share: 0.22 },
          ],
        },
      ],
    },
    {
      title: 'Angaben zum Betrieb',
      rows: [
        fields(
          box('11  Anschrift der Betriebsstätte', 0.7, 'Betriebsstätte'),
          box('Telefon', 0.3, 'Betriebsstätte: Telefon'),
        ),
        choice(
          'Die Betriebsstätte ist',
          ['Hauptniederlassung', 'Zweigniederlassung', 'unselbständige Zweigstelle'],
          3,
          'Niederlassung',
        ),
        fields(
          box('12  Anschrift der Hauptniederlassung, falls eine andere', 0.5, 'Hauptniederlassung'),
          box('13  Frühere Betriebsstätte', 0.5, 'Frühere Betriebsstätte'),
        ),
        fields(box('14  Angemeldete Tätigkeit, genau beschrieben', 1, 'Tätigkeit', 3)),
        fields(
          box('15  Tag des Beginns, der Änderung oder Aufgabe', 0.4, 'Beginn'),
          box('16  Beschäftigte in Vollzeit', 0.3, 'Vollzeit'),
          box('in Teilzeit', 0.3, 'Teilzeit'),
        ),
        choice('17  Nebenerwerb', ['ja', 'nein'], 2, 'Nebenerwerb'),
        choice(
          '18  Art des Betriebs',
          ['Industrie', 'Handwerk', 'Handel', 'Sonstiges'],
          4,
          'Art des Betriebs',
        ),
        choice(
          '19  Grund',
          ['Neuerrichtung', 'Übernahme', 'Verlegung', 'Umwandlung', 'Änderung der Tätigkeit', 'Aufgabe'],
          3,
          'Grund',
        ),
      ],
    },
    {
      title: 'Erlaubnisse und Aufenthalt',
      rows: [
        choice('20  Die Tätigkeit ist erlaubnispflichtig', ['ja', 'nein'], 2, 'Erlaubnispflichtig'),
        fields(
          box('Erlaubnis: erteilt am', 0.3, 'Erlaubnis: Tag'),
          box('Erteilende Behörde', 0.7, 'Erlaubnis: Behörde'),
        ),
        choice(
          '21  Handwerksrolle (Anlage A)',
          ['Handwerkskarte liegt vor', 'Eintragung nicht nötig'],
          2,
          'Handwerkskarte',
        ),
        fields(
          box('22  Aufenthaltstitel: erteilt am', 0.3, 'Aufenthaltstitel: Tag'),
          box('Behörde', 0.35, 'Aufenthaltstitel: Behörde'),
          box('Auflagen zur Erwerbstätigkeit', 0.35, 'Aufenthaltstitel: Auflagen'),
        ),
      ],
    },
    {
      title: 'Unterschrift',
      rows: [
        note(
          'Diese Anzeige ist keine Erlaubnis zum Beginn des Gewerbes, wo eine Erlaubnis oder eine Eintragung in die Handwerksrolle nötig ist. Die Behörde bescheinigt den Empfang binnen drei Tagen (§ 15 Abs. 1 GewO).',
        ),
        { kind: 'signature', who: 'Unterschrift der anzeigenden Person' },
      ],
    },
  ],
}
