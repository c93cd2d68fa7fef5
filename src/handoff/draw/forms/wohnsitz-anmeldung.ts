import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** Meldeschein: the data of § 3 BMG that a registration is made of. */
export const wohnsitzAnmeldung: FormSheet = {
  template: 'wohnsitz-anmeldung',
  title: 'Anmeldung bei der Meldebehörde',
  law: 'Meldeschein nach § 17 Abs. 1 und § 23 Bundesmeldegesetz (BMG)',
  edition: 'Meldeschein · Ausgabe 2026-11',
  sections: [
    {
      title: 'Art der Meldung',
      rows: [
        choice('Vorgang', ['Anmeldung', 'Ummeldung', 'Wechsel der Hauptwohnung', 'Abmeldung'], 2),
        choice('Die Wohnung ist', ['alleinige Wohnung', 'Hauptwohnung', 'Nebenwohnung'], 3),
        fields(
          box('Tag des Einzugs', 0.34),
          box('Tag des Auszugs', 0.33),
          box('Voraussichtliche Dauer in Monaten', 0.33),
        ),
      ],
    },
    { title: 'Neue Wohnung', rows: [...address('Neue Wohnung')] },
    {
      title: 'Bisherige Wohnung',
      rows: [
        ...address('Bisherige Wohnung'),
        choice('Die bisherige Wohnung wird', ['aufgegeben', 'beibehalten'], 2, 'Bisherige Wohnung'),
        fields(
          box('Bei Zuzug aus dem Ausland: Staat', 0.34, 'Zuzug aus Staat'),
          box('Letzte Anschrift im Inland', 0.66),
        ),
        fields(box('Weitere Wohnungen im Inland', 1, 'Weitere Wohnungen', 2)),
      ],
    },
    {
      title: 'Anmeldende Person',
      rows: [
        fields(box('Familienname', 0.5), box('Geburtsname und frühere Namen', 0.5, 'Geburtsname')),
        fields(box('Vornamen', 0.6), box('Rufname', 0.2), box('Doktorgrad', 0.2)),
        fields(box('Geburtsdatum', 0.25), box('Geburtsort', 0.45), box('Geburtsstaat', 0.3)),
        fields(box('Staatsangehörigkeiten', 0.5), box('Ordens- oder Künstlername', 0.5)),
        choice('Geschlecht', ['weiblich', 'männlich', 'divers', 'keine Angabe'], 4),
        choice(
          'Familienstand',
          ['ledig', 'verheiratet', 'Lebenspartnerschaft', 'geschieden', 'verwitwet', 'unbekannt'],
          3,
        ),
        fields(
          box('Tag der Eheschließung', 0.3),
          box('Ort und Staat der Eheschließung', 0.7, 'Ort der Eheschließung'),
        ),
        choice(
          'Steuererhebende Religionsgesellschaft',
          ['keine', 'evangelisch', 'römisch-katholisch', 'andere'],
          4,
          'Religion',
        ),
        fields(
          box('Ausweis: Art', 0.3, 'Ausweisart'),
          box('Ausstellende Behörde', 0.4),
          box('Gültig bis', 0.3, 'Ausweis gültig bis'),
        ),
      ],
    },
    {
      title: 'Weitere Personen, die mit einziehen',
      rows: [
        {
          kind: 'group',
          name: 'Person',
          count: 4,
          columns: [
            { name: 'Familienname', label: 'Familienname', share: 0.4 },
            { name: 'Vornamen', label: 'Vornamen', share: 0.38 },
            { name: 'Geburtsdatum', label: 'Geburtsdatum', share: 0.22 },
          ],
        },
        fields(
          box('Ehegatte oder Lebenspartner: Name', 0.7, 'Ehegatte'),
          box('Geburtsdatum', 0.3, 'Ehegatte: Geburtsdatum'),
        ),
        fields(box('Gesetzliche Vertreter (Name, Anschrift, Geburtsdatum)', 1, 'Gesetzliche Vertreter', 2)),
      ],
    },
    {
      title: 'Wohnungsgeber',
      rows: [
        choice(
          'Bezug der Wohnung als',
          ['Mieter oder Untermieter', 'Eigentümer', 'sonstige Unterbringung'],
          3,
          'Bezug als',
        ),
        fields(box('Name des Wohnungsgebers', 0.5), box('Anschrift des Wohnungsgebers', 0.5)),
        fields(box('Eigentümer, falls nicht selbst Wohnungsgeber', 1, 'Eigentümer')),
      ],
    },
    {
      title: 'Widersprüche gegen die Übermittlung von Daten',
      rows: [
        choice(
          'Ich widerspreche der Übermittlung an',
          [
            'Religionsgesellschaften (§ 42 Abs. 3 BMG)',
            'Parteien und Wählergruppen (§ 50 Abs. 1 BMG)',
            'Presse und Mandatsträger (§ 50 Abs. 2 BMG)',
            'Adressbuchverlage (§ 50 Abs. 3 BMG)',
          ],
          2,
          'Widerspruch',
        ),
        choice('Auskunftssperre (§ 51 BMG)', ['wird beantragt'], 1, 'Auskunftssperre'),
      ],
    },
    {
      title: 'Unterschrift',
      rows: [
        note(
          'Die Angaben werden nach den §§ 3, 17 und 23 BMG erhoben. Wer mehrere Personen anmeldet, versichert, dazu berechtigt zu sein (§ 23 Abs. 4 BMG).',
        ),
        { kind: 'signature', who: 'Unterschrift der meldepflichtigen Person' },
      ],
    },
  ],
}
