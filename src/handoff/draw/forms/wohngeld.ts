import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

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
        fields(
          box('Erster Eingang bei einer Behörde', 0.33, 'Erster Eingang'),
          box('Bewilligungszeitraum bis', 0.33, 'Bewilligung bis'),
          box('Gründe der Erhöhung', 0.34, 'Erhöhung'),
        ),
        fields(box('Weiterzuleiten an die Wohngeldstelle', 1, 'Zuständige Wohngeldstelle')),
      ],
    },
    {
      title: 'Wohngeldberechtigte Person',
      rows: [
        fields(box('Familienname', 0.34), box('Vornamen', 0.33), box('Geburtsname', 0.33)),
        fields(
          box('Geburtsdatum', 0.2),
          box('Geschlecht', 0.25, 'Geschlecht', 2),
          box('Familienstand', 0.3, 'Familienstand', 2),
          box('Telefon', 0.25),
        ),
        fields(box('Staatsangehörigkeit', 0.27), box('Aufenthaltsrecht', 0.73)),
        ...address('Wohnung'),
        fields(box('Postanschrift, falls noch nicht eingezogen', 1, 'Postanschrift')),
        fields(box('IBAN', 0.55), box('Kontoinhaberin oder Kontoinhaber', 0.45, 'Kontoinhaber')),
      ],
    },
    {
      title: 'Haushalt',
      rows: [
        persons('Mitglied', 5),
        fields(box('Verhältnis zur wohngeldberechtigten Person', 1, 'Verwandtschaft')),
        fields(box('Staatsangehörigkeiten der Mitglieder', 1, 'Staatsangehörigkeiten der Mitglieder')),
        choice('In Ausbildung oder Studium', ['niemand', 'einige', 'alle'], 3, 'Ausbildung'),
      ],
    },
    {
      title: 'Transferleistungen mit Kosten der Unterkunft',
      rows: [
        choice(
          'Leistung',
          ['wird gezahlt', 'ist beantragt', 'abgelehnt', 'darauf verzichtet', 'keine'],
          3,
          'Transferleistung',
        ),
        fields(box('Welche', 0.5, 'Transferleistung: Art'), box('Für wen', 0.5, 'Transferleistung: Wer')),
        fields(
          box('Wird gezahlt bis', 0.34, 'Transferleistung bis'),
          box('Ablehnung bekannt seit', 0.33, 'Ablehnung bekannt'),
          box('Ablehnung gilt ab', 0.33, 'Ablehnung ab'),
        ),
      ],
    },
    {
      title: 'Einkommen',
      rows: [
        fields(box('Wer hat welches Einkommen, brutto im Monat', 1, 'Einkommen', 3)),
        choice(
          'Vom Einkommen werden gezahlt',
          ['Steuern', 'Kranken- und Pflegeversicherung', 'Rentenversicherung'],
          3,
          'Abzüge',
        ),
        choice(
          'Freibeträge',
          ['Schwerbehinderung', 'alleinerziehend', 'Kind mit Einkommen', 'Grundrentenzeiten', 'NS-Verfolgte'],
          3,
        ),
        fields(box('Wer, welcher Grad, welcher Pflegegrad', 1, 'Schwerbehinderung')),
        fields(
          box('Unterhalt im Monat: wie viel, von wem an wen', 0.7, 'Unterhalt'),
          box('Titel liegt vor', 0.3, 'Unterhaltstitel'),
        ),
      ],
    },
    {
      title: 'Wohnung',
      rows: [
        fields(
          box('Bezogen am', 0.2),
          box('Wohnfläche in m²', 0.2, 'Wohnfläche'),
          box('Räume', 0.15),
          box('Baujahr', 0.15),
          box('Heizung', 0.3),
        ),
        choice(
          'Bewohnt als',
          ['Miete', 'Untermiete', 'Nutzungsrecht', 'Heim', 'eigenes Haus', 'Eigentumswohnung'],
          3,
          'Wohnform',
        ),
        choice('Untervermietung', ['ja', 'nein'], 2),
        fields(
          box('Einnahme daraus im Monat', 0.4, 'Untermiete'),
          box('Andere zahlen einen Teil', 0.6, 'Dritte zahlen'),
        ),
      ],
    },
    {
      title: 'Miete im Monat (nur Mietzuschuss)',
      rows: [
        fields(
          box('Grundmiete', 0.2),
          box('Kalte Nebenkosten', 0.2, 'Nebenkosten'),
          box('Heizung, Warmwasser', 0.2, 'Heizkosten'),
          box('Stellplatz', 0.2),
          box('Gewerbezuschlag', 0.2),
        ),
      ],
    },
    {
      title: 'Belastung (nur Lastenzuschuss)',
      rows: [
        fields(
          box('Wohnungen im Haus', 0.2),
          box('Kaufpreis oder Baukosten', 0.25, 'Kaufpreis'),
          box('Darlehen: Geldgeber, Betrag, Restschuld', 0.55, 'Darlehen'),
        ),
        fields(
          box('Zinsen und Tilgung im Jahr', 0.34, 'Zins und Tilgung'),
          box('Grundsteuer im Jahr', 0.33, 'Grundsteuer'),
          box('Verwaltung oder Hausgeld im Jahr', 0.33, 'Verwaltungskosten'),
        ),
      ],
    },
    {
      title: 'Vermögen, Erklärung, Unterschrift',
      rows: [
        choice('Erhebliches Vermögen (§ 21 Nr. 3 WoGG)', ['ja', 'nein'], 2, 'Vermögen'),
        fields(
          box('Welches Vermögen', 0.6, 'Vermögen: Angaben'),
          box('Ergebnis einer Probeberechnung', 0.4, 'Probeberechnung'),
        ),
        choice('Auskünfte dürfen bei Dritten eingeholt werden', ['ja', 'nein'], 2, 'Einverständnis'),
        note(
          'Ich versichere, dass die Angaben vollständig und richtig sind. Änderungen des Einkommens um mehr als 15 Prozent, der Miete und der Zahl der Haushaltsmitglieder teile ich unverzüglich mit (§ 27 Abs. 3 WoGG). Das Verfahren ist kostenfrei (§ 64 SGB X).',
        ),
        { kind: 'signature', who: 'Unterschrift der wohngeldberechtigten Person' },
      ],
    },
  ],
}
