import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** The data of § 6 FZV and the mandate of § 13 KraftStG. */
export const kfzZulassung: FormSheet = {
  template: 'kfz-zulassung',
  title: 'Antrag zur Zulassung eines Fahrzeugs',
  law: 'nach §§ 6, 15 und 16 Fahrzeug-Zulassungsverordnung (FZV)',
  edition: 'Kfz-Zulassung · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        choice(
          'Beantragt wird',
          [
            'Neuzulassung',
            'Tageszulassung',
            'Halterwechsel im Bezirk',
            'Halterwechsel von auswärts',
            'Umzug von auswärts',
            'Umzug im Bezirk',
            'Namensänderung',
            'Wiederzulassung',
            'Außerbetriebsetzung',
            'Zulassung nach Einfuhr',
          ],
          3,
          'Antrag',
        ),
        choice('Kennzeichen', ['wird neu zugeteilt', 'wird behalten', 'Wunschkennzeichen'], 3),
        choice('Kennzeichenart', ['Saison', 'H', 'E', 'Wechsel'], 4),
        fields(
          box('Bisheriges Kennzeichen', 0.28),
          box('Gewünschtes Kennzeichen', 0.28),
          box('Saison von Monat', 0.22, 'Saison von'),
          box('bis Monat', 0.22, 'Saison bis'),
        ),
        fields(box('Änderung seit', 0.3), box('Abgemeldet am', 0.3), box('Bisheriger Name', 0.4)),
      ],
    },
    {
      title: 'Halterin oder Halter',
      rows: [
        choice('Art', ['Person', 'Person für ihr Gewerbe', 'Unternehmen', 'Verein', 'andere'], 3, 'Halter'),
        fields(box('Name der Firma, des Vereins oder der Einrichtung', 1, 'Firma')),
        fields(box('Familienname', 0.34), box('Vornamen', 0.33), box('Geburtsname', 0.33)),
        fields(
          box('Geburtsdatum', 0.2),
          box('Geburtsort', 0.35),
          box('Geburtsstaat', 0.25),
          box('Geschlecht', 0.2),
        ),
        ...address('Halter'),
        fields(box('Beruf oder Gewerbe', 0.4, 'Beruf'), box('Bevollmächtigte Person', 0.6)),
        fields(
          box('Empfangsbevollmächtigt in Deutschland', 0.4, 'Empfangsbevollmächtigt'),
          box('Dessen Anschrift', 0.6, 'Empfangsbevollmächtigt: Anschrift'),
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
          box('Erstzulassung', 0.25),
          box('Hauptuntersuchung bis', 0.25, 'Hauptuntersuchung'),
          box('Farbe', 0.2),
          box('Verwendung', 0.3, 'Verwendung', 2),
        ),
        fields(
          box('Nummer der ausländischen Zulassungsbescheinigung', 0.5, 'Ausländische Nummer'),
          box('Verfügungsberechtigt (Teil II)', 0.5, 'Verfügungsberechtigt'),
        ),
        fields(box('Regelmäßiger Standort', 1, 'Standort')),
      ],
    },
    {
      title: 'Haftpflichtversicherung und Kraftfahrzeugsteuer',
      rows: [
        fields(
          box('eVB-Nummer', 0.25),
          box('Versicherer', 0.45),
          box('Beginn des Schutzes', 0.3, 'Versicherungsbeginn'),
        ),
        fields(box('Befreiung oder Ermäßigung', 1, 'Vergünstigung')),
        choice(
          'Die Steuer wird abgebucht',
          ['vom Konto der Halterin oder des Halters', 'von einem anderen Konto', 'nicht (Härtefall)'],
          2,
          'Abbuchung',
        ),
        fields(
          box('IBAN', 0.45),
          box('BIC', 0.2),
          box('Kontoinhaberin oder Kontoinhaber', 0.35, 'Kontoinhaber'),
        ),
        note(
          'Mit der Unterschrift wird das Hauptzollamt ermächtigt, die Kraftfahrzeugsteuer von diesem Konto einzuziehen (§ 13 Abs. 1 KraftStG). Gehört das Konto einer anderen Person, unterschreibt sie das Mandat gesondert.',
        ),
      ],
    },
    {
      title: 'Bei Außerbetriebsetzung',
      rows: [
        choice(
          'Das Fahrzeug',
          [
            'bleibt auf Privatgelände',
            'wird verkauft',
            'wird ausgeführt',
            'wird verwertet',
            'wird im Ausland entsorgt',
          ],
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
