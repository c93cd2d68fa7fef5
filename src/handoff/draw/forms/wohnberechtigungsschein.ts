import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

/** What § 27 WoFG needs to know: household, income with its deductions and allowances, size of the flat. */
export const wohnberechtigungsschein: FormSheet = {
  template: 'wohnberechtigungsschein',
  title: 'Antrag auf einen Wohnberechtigungsschein',
  law: 'nach § 27 Wohnraumförderungsgesetz (WoFG)',
  edition: 'Wohnberechtigungsschein · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        choice(
          'Beantragt wird',
          [
            'allgemeiner Schein für Mecklenburg-Vorpommern',
            'gezielter Schein für eine bestimmte Wohnung',
            'Schein für ein anderes Bundesland',
          ],
          2,
          'Antrag',
        ),
        fields(
          box('Gesuchter Ort', 0.4),
          box('Wohnfläche der bestimmten Wohnung (m²)', 0.35, 'Wohnfläche'),
          box('Barrierefrei', 0.25),
        ),
        fields(box('Anschrift der bestimmten Wohnung', 1)),
      ],
    },
    {
      title: 'Antragstellerin oder Antragsteller',
      rows: [
        fields(box('Familienname', 0.4), box('Vornamen', 0.38), box('Geburtsdatum', 0.22)),
        fields(box('Staatsangehörigkeit', 0.5), box('Telefon oder E-Mail', 0.5, 'Kontakt')),
        fields(box('Aufenthaltsrecht', 1)),
        ...address('Anschrift'),
        fields(box('Wohnort und Zuständigkeit', 1)),
      ],
    },
    {
      title: 'Haushalt',
      rows: [
        fields(
          box('Personen im Haushalt', 0.34, 'Personen'),
          box('davon Kinder (§ 32 EStG)', 0.33, 'Kinder'),
          box('Ehepaar im Haushalt', 0.33, 'Ehepaar'),
        ),
        persons('Mitglied', 5),
        fields(box('Verhältnis zur antragstellenden Person', 1, 'Verhältnis')),
      ],
    },
    {
      title: 'Freibeträge (§ 24 WoFG)',
      rows: [
        fields(
          box('Ältere Person des Ehepaars geboren am', 0.4, 'Älterer Ehegatte geboren'),
          box('Eheschließung am', 0.25, 'Eheschließung'),
          box('Alleinerziehend', 0.35),
        ),
        fields(
          box('Kinder unter zwölf Jahren', 0.3, 'Kinder unter 12'),
          box('Grad 100, oder 80 und 90 mit Pflege', 0.35, 'Grad ab 80'),
          box('Grad unter 80 mit Pflege', 0.35, 'Grad unter 80'),
        ),
      ],
    },
    {
      title: 'Einkommen aller Haushaltsmitglieder in zwölf Monaten (§§ 20 bis 23 WoFG)',
      rows: [
        fields(box('Arten des Einkommens', 1, 'Einkommensarten', 3)),
        fields(box('Wer hat welches Einkommen, was wird davon gezahlt', 1, 'Einkommen je Person', 3)),
        note(
          'Summen, getrennt nach dem, was davon gezahlt wird: Steuern, Krankenversicherung, Rentenversicherung.',
        ),
        fields(
          box('alle drei', 0.2, 'Einkünfte: alle drei'),
          box('zwei davon', 0.2, 'Einkünfte: zwei'),
          box('eines davon', 0.2, 'Einkünfte: eines'),
          box('nichts davon', 0.2, 'Einkünfte: ohne'),
          box('Unterhalt gezahlt', 0.2, 'Unterhalt'),
        ),
      ],
    },
    {
      title: 'Besonderes',
      rows: [
        choice('Vorgetragen wird', ['Schwangerschaft', 'größerer Raumbedarf'], 2, 'Besonderes'),
        fields(box('Gründe für den größeren Raumbedarf', 1, 'Raumbedarf', 2)),
        fields(
          box(
            'Gründe für eine Ausnahme von der Einkommensgrenze (§ 27 Abs. 3 Satz 4 WoFG)',
            1,
            'Ausnahme',
            2,
          ),
        ),
      ],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass die Angaben vollständig und richtig sind und alle Haushaltsmitglieder und Einkünfte genannt sind. Der Wohnberechtigungsschein gilt ein Jahr (§ 27 Abs. 2 WoFG).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person' },
      ],
    },
  ],
}
