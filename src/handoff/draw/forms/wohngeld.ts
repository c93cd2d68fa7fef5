import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** The data of § 23 WoGG, for rent allowance and for owners alike. */
export const wohngeld: FormSheet = {
  template: 'wohngeld',
  title: 'Antrag auf Wohngeld',
  law: 'Mietzuschuss oder Lastenzuschuss nach § 22 Wohngeldgesetz (WoGG)',
  edition: 'Wohngeld · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        choice('Beantragt wird', ['Mietzuschuss', 'Lastenzuschuss'], 2, 'Zuschuss'),
        choice('Art des Antrags', ['Erstantrag', 'Weiterleistung', 'Erhöhung'], 3, 'Antrag'),
        fields(box('Laufende Bewilligung bis', 0.4, 'Bewilligung bis'), box('Wohngeldnummer', 0.6)),
      ],
    },
    {
      title: 'Antragstellende Person',
      rows: [
        fields(box('Familienname', 0.5), box('Vornamen', 0.5)),
        fields(box('Geburtsdatum', 0.25), box('Familienstand', 0.4), box('Telefon', 0.35)),
        fields(box('Staatsangehörigkeit', 0.4), box('Aufenthaltstitel', 0.6)),
        ...address('Wohnung'),
        fields(box('IBAN', 0.55), box('Kontoinhaberin oder Kontoinhaber', 0.45, 'Kontoinhaber')),
      ],
    },
    {
      title: 'Weitere Haushaltsmitglieder',
      rows: [
        fields(
          box('Zahl der Haushaltsmitglieder', 0.5),
          box('Davon in Ausbildung oder Studium', 0.5, 'In Ausbildung'),
        ),
        {
          kind: 'group',
          name: 'Mitglied',
          count: 5,
          columns: [
            { name: 'Familienname', label: 'Familienname', share: 0.4 },
            { name: 'Vornamen', label: 'Vornamen', share: 0.38 },
            { name: 'Geburtsdatum', label: 'Geburtsdatum', share: 0.22 },
          ],
        },
        choice(
          'Transferleistungen mit Kosten der Unterkunft',
          ['werden bezogen', 'sind beantragt', 'keine'],
          3,
          'Transferleistung',
        ),
        fields(box('Welche Leistung, wer', 1, 'Transferleistung: Art')),
      ],
    },
    {
      title: 'Einkommen',
      rows: [
        fields(
          box('Brutto im Monat, alle zusammen', 0.34, 'Einkommen'),
          box('Art der Einkünfte', 0.66, 'Einkommensarten'),
        ),
        choice(
          'Abgezogen werden',
          ['Steuern vom Einkommen', 'Kranken- und Pflegeversicherung', 'Rentenversicherung'],
          3,
          'Abzüge',
        ),
        choice('Freibeträge', ['Schwerbehinderung', 'Pflegegrad', 'alleinerziehend', 'Grundrentenzeiten'], 4),
        fields(box('Gezahlter Unterhalt im Monat', 0.5), box('Erhaltener Unterhalt im Monat', 0.5)),
      ],
    },
    {
      title: 'Wohnung',
      rows: [
        fields(
          box('Bezogen am', 0.25),
          box('Wohnfläche in m²', 0.25, 'Wohnfläche'),
          box('Zahl der Räume', 0.25, 'Räume'),
          box('Baujahr', 0.25),
        ),
        choice('Untervermietung oder gewerbliche Nutzung', ['ja', 'nein'], 2, 'Untervermietung'),
      ],
    },
    {
      title: 'Miete (nur Mietzuschuss)',
      rows: [
        fields(
          box('Grundmiete im Monat', 0.34, 'Grundmiete'),
          box('Kalte Nebenkosten', 0.33, 'Nebenkosten'),
          box('Stellplatz, Möblierung, Gewerbe', 0.33, 'Zuschläge'),
        ),
        fields(box('Vermieterin oder Vermieter', 1, 'Vermieter')),
      ],
    },
    {
      title: 'Belastung (nur Lastenzuschuss)',
      rows: [
        fields(
          box('Wohnungen im Haus', 0.2),
          box('Zins und Tilgung im Monat', 0.3, 'Zins und Tilgung'),
          box('Grundsteuer im Jahr', 0.25, 'Grundsteuer'),
          box('Verwaltungskosten im Jahr', 0.25, 'Verwaltungskosten'),
        ),
      ],
    },
    {
      title: 'Vermögen und Erklärung',
      rows: [
        choice('Erhebliches Vermögen (§ 21 Nr. 3 WoGG)', ['ja', 'nein'], 2, 'Vermögen'),
        note(
          'Ich versichere, dass die Angaben vollständig und richtig sind. Änderungen des Einkommens um mehr als 15 Prozent, der Miete und der Zahl der Haushaltsmitglieder teile ich unverzüglich mit (§ 27 Abs. 3 WoGG). Das Verfahren ist kostenfrei (§ 64 SGB X).',
        ),
        { kind: 'signature', who: 'Unterschrift der wohngeldberechtigten Person' },
      ],
    },
  ],
}
