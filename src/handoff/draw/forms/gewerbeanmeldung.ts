import { box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

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
        choice('Angezeigt wird', ['Anmeldung', 'Ummeldung', 'Abmeldung'], 3, 'Anzeige'),
        choice('Gewerbe', ['stehendes Gewerbe', 'Reisegewerbe'], 2),
      ],
    },
    {
      title: 'Angaben zum Betriebsinhaber',
      rows: [
        fields(
          box('1  Im Register eingetragener Name', 0.5, 'Firma'),
          box('2  Registergericht und Nummer', 0.5, 'Registereintrag'),
        ),
        choice(
          'Rechtsform',
          [
            'Einzelunternehmen',
            'eingetragener Kaufmann',
            'GbR',
            'OHG oder KG',
            'GmbH oder UG',
            'AG, eG, Verein, andere',
            'in Gründung',
          ],
          4,
        ),
        fields(
          box('3  Familienname', 0.34, 'Familienname'),
          box('4  Vornamen', 0.33, 'Vornamen'),
          box('5  Geburtsname', 0.33, 'Geburtsname'),
        ),
        fields(
          box('6  Geburtsdatum', 0.2, 'Geburtsdatum'),
          box('7  Geburtsort', 0.3, 'Geburtsort'),
          box('Geburtsland', 0.2),
          box('8  Staatsangehörigkeiten', 0.3, 'Staatsangehörigkeiten'),
        ),
        fields(box('9  Anschrift der Wohnung', 0.56, 'Anschrift'), box('Telefon', 0.18), box('E-Mail', 0.26)),
        fields(
          box('Bisheriger Name (bei Namensänderung)', 0.5, 'Bisheriger Name'),
          box('Bevollmächtigte Person', 0.5),
        ),
        fields(
          box(
            '10  Zahl der geschäftsführenden Gesellschafter oder gesetzlichen Vertreter',
            1,
            'Zahl der Vertreter',
          ),
        ),
        persons('Vertreter', 3),
      ],
    },
    {
      title: 'Angaben zum Betrieb',
      rows: [
        fields(box('11  Anschrift der Betriebsstätte', 1, 'Betriebsstätte')),
        choice(
          'Die Betriebsstätte ist',
          [
            'Hauptniederlassung',
            'Zweigniederlassung',
            'unselbständige Zweigstelle',
            'Aufstellort von Automaten',
          ],
          2,
          'Betriebsstätte',
        ),
        fields(
          box('12  Anschrift der Hauptniederlassung', 0.5, 'Hauptniederlassung'),
          box('13  Anschrift der früheren Betriebsstätte', 0.5, 'Frühere Betriebsstätte'),
        ),
        fields(box('14  Angemeldete Tätigkeit, genau beschrieben', 1, 'Tätigkeit', 3)),
        fields(box('Reisegewerbe: Ort und Tage', 1, 'Reisegewerbe: Ort')),
        fields(
          box('15  Tag des Beginns, der Änderung oder Aufgabe', 0.4, 'Tag'),
          box('16  Beschäftigte in Vollzeit', 0.3, 'Vollzeit'),
          box('in Teilzeit', 0.3, 'Teilzeit'),
        ),
        choice('17  Nebenerwerb', ['ja', 'nein'], 2, 'Nebenerwerb'),
        choice('18  Art des Betriebs', ['Industrie', 'Handwerk', 'Handel', 'Sonstiges'], 4, 'Art'),
        choice(
          '19  Grund',
          [
            'Neuerrichtung',
            'Übernahme',
            'Verlegung',
            'Umwandlung',
            'Änderung der Tätigkeit',
            'Namensänderung',
            'Aufgabe',
            'Übergabe',
          ],
          4,
          'Grund',
        ),
        fields(box('Bisheriger oder neuer Inhaber (bei Übernahme oder Übergabe)', 1, 'Anderer Inhaber')),
      ],
    },
    {
      title: 'Erlaubnisse, Handwerk, Aufenthalt',
      rows: [
        fields(
          box('20  Erlaubnispflichtige Tätigkeiten', 0.6, 'Erlaubnispflicht', 2),
          box('Überwachungsbedürftig (§ 38 GewO)', 0.4, 'Überwachung', 4),
        ),
        fields(
          box('Erlaubnis vom', 0.2),
          box('Erteilende Behörde', 0.5, 'Erlaubnisbehörde'),
          box('Beantragt am', 0.3, 'Erlaubnis beantragt am'),
        ),
        fields(box('21  Handwerkskarte vom', 0.3, 'Handwerkskarte vom'), box('Handwerkskammer', 0.7)),
        fields(
          box('22  Aufenthaltstitel vom', 0.22, 'Aufenthaltstitel vom'),
          box('Ausstellende Behörde', 0.33, 'Ausländerbehörde'),
          box('Auflagen oder Beschränkungen', 0.45, 'Auflagen'),
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
