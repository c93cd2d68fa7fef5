import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** The data of § 6 FZV and the mandate of § 13 KraftStG. */
export const kfzZulassung: FormSheet = {
  template: 'kfz-zulassung',
  title: 'Antrag zur Zulassung eines Fahrzeugs',
  law: 'nach §§ 6, 15 und 16 Fahrzeug-Zulassungsverordnung (FZV)',
  edition: 'Kfz-Zulassung · Ausgabe 2026-11',
  sections: [
    {
      title: 'Vorgang',
      rows: [
        choice(
          'Beantragt wird',
          [
            'Neuzulassung',
            'Halterwechsel im Bezirk',
            'Halterwechsel aus anderem Bezirk',
            'Umzug des Halters',
            'Wiederzulassung',
            'Außerbetriebsetzung',
            'Zulassung nach Einfuhr',
          ],
          3,
          'Vorgang',
        ),
        choice(
          'Kennzeichen',
          [
            'wird neu zugeteilt',
            'wird behalten',
            'Wunschkennzeichen',
            'Saison',
            'E-Kennzeichen',
            'H-Kennzeichen',
          ],
          3,
        ),
      ],
    },
    {
      title: 'Halterin oder Halter',
      rows: [
        choice(
          'Art',
          ['natürliche Person', 'minderjährige Person', 'juristische Person', 'Verein'],
          4,
          'Halter',
        ),
        fields(box('Familienname oder Firma', 0.5, 'Familienname'), box('Geburtsname', 0.5)),
        fields(box('Vornamen', 0.6), box('Geburtsdatum', 0.4)),
        fields(box('Geburtsort', 0.45), box('Geburtsstaat', 0.3), box('Geschlecht', 0.25)),
        ...address('Halter'),
        fields(
          box('Beruf oder Gewerbe (bei Selbständigen)', 0.5, 'Beruf'),
          box('Empfangsbevollmächtigte Person im Inland', 0.5, 'Empfangsbevollmächtigte'),
        ),
      ],
    },
    {
      title: 'Fahrzeug',
      rows: [
        fields(
          box('Fahrzeug-Identifizierungsnummer (FIN)', 0.5, 'FIN'),
          box('Hersteller (HSN)', 0.25, 'HSN'),
          box('Typ (TSN)', 0.25, 'TSN'),
        ),
        fields(
          box('Bisheriges Kennzeichen', 0.25),
          box('Gewünschtes Kennzeichen', 0.25),
          box('Tag der Erstzulassung', 0.25, 'Erstzulassung'),
          box('Farbe', 0.25),
        ),
        fields(
          box('Nächste Hauptuntersuchung', 0.33, 'Hauptuntersuchung'),
          box('Verwendung', 0.33),
          box('Verfügungsberechtigt (ZB II)', 0.34, 'Verfügungsberechtigte'),
        ),
      ],
    },
    {
      title: 'Haftpflichtversicherung',
      rows: [fields(box('eVB-Nummer', 0.3), box('Versicherer', 0.45), box('Versicherungsbeginn', 0.25))],
    },
    {
      title: 'Kraftfahrzeugsteuer',
      rows: [
        choice('Steuer', ['steuerpflichtig', 'Befreiung oder Ermäßigung beantragt'], 2),
        fields(
          box('IBAN', 0.5),
          box('BIC', 0.2),
          box('Kontoinhaberin oder Kontoinhaber', 0.3, 'Kontoinhaber'),
        ),
        note(
          'Mit der Unterschrift wird das Hauptzollamt ermächtigt, die Kraftfahrzeugsteuer von diesem Konto einzuziehen (§ 13 Abs. 1 KraftStG). Das Mandat wird gesondert unterschrieben, wenn das Konto einer anderen Person gehört.',
        ),
      ],
    },
    {
      title: 'Vertretung',
      rows: [
        choice(
          'Es spricht vor',
          ['die Halterin oder der Halter', 'eine bevollmächtigte Person'],
          2,
          'Vorsprache',
        ),
        fields(box('Name der bevollmächtigten Person', 1, 'Bevollmächtigte Person')),
        choice(
          'Steuerrückstände dürfen der bevollmächtigten Person mitgeteilt werden (§ 13 Abs. 2 KraftStG)',
          ['ja', 'nein'],
          2,
          'Rückstände mitteilen',
        ),
      ],
    },
    {
      title: 'Bei Außerbetriebsetzung',
      rows: [
        choice(
          'Verbleib des Fahrzeugs',
          ['wird verwertet (Nachweis liegt vor)', 'ist kein Abfall', 'wird ausgeführt'],
          3,
          'Verbleib',
        ),
        choice('Kennzeichen für die Wiederzulassung reservieren', ['ja', 'nein'], 2, 'Reservieren'),
      ],
    },
    {
      title: 'Unterschrift',
      rows: [
        { kind: 'signature', who: 'Unterschrift der Halterin, des Halters oder der bevollmächtigten Person' },
      ],
    },
  ],
}
