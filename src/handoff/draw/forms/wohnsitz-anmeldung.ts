import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

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
        choice('Vorgang', ['Anmeldung', 'Wechsel der Hauptwohnung', 'Abmeldung'], 3),
        choice('Die Wohnung ist', ['alleinige Wohnung', 'Hauptwohnung', 'Nebenwohnung'], 3, 'Wohnung'),
        fields(
          box('Tag des Einzugs', 0.25),
          box('Tag des Auszugs', 0.25),
          box('Tag des Wechsels', 0.25),
          box('Voraussichtliche Dauer', 0.25, 'Dauer', 2),
        ),
      ],
    },
    { title: 'Wohnung', rows: [...address('Neue Wohnung')] },
    {
      title: 'Bisherige und weitere Wohnungen',
      rows: [
        ...address('Bisherige Wohnung'),
        choice('Die bisherige Wohnung wird', ['aufgegeben', 'beibehalten'], 2, 'Bisherige Wohnung'),
        fields(
          box('Zuzug aus dem Staat', 0.34, 'Zuzug aus'),
          box('Letzte Anschrift in Deutschland', 0.66, 'Letzte Inlandsanschrift'),
        ),
        fields(box('Fortzug in den Staat', 0.34, 'Fortzug in'), box('Anschrift im Ausland', 0.66)),
        fields(
          box('In Deutschland bleibt die Wohnung', 0.5, 'Verbleibende Wohnung'),
          box('Weitere Wohnungen in Deutschland', 0.5, 'Weitere Wohnungen'),
        ),
      ],
    },
    {
      title: 'Gemeldete Personen',
      rows: [
        persons('Person', 5),
        fields(box('Angaben zu den Personen ab Nr. 2', 1, 'Angaben zu weiteren Personen', 2)),
      ],
    },
    {
      title: 'Angaben zur ersten Person',
      rows: [
        fields(
          box('Geburtsname und frühere Namen', 0.5, 'Geburtsname'),
          box('Rufname', 0.25),
          box('Doktorgrad', 0.25),
        ),
        fields(
          box('Geburtsort', 0.4),
          box('Geburtsstaat', 0.3),
          box('Ordens- oder Künstlername', 0.3, 'Künstlername'),
        ),
        fields(
          box('Staatsangehörigkeiten', 0.6),
          box('Steuerliche Identifikationsnummer', 0.4, 'Identifikationsnummer'),
        ),
        choice('Geschlecht', ['weiblich', 'männlich', 'divers', 'keine Angabe'], 4),
        choice(
          'Familienstand',
          ['ledig', 'verheiratet', 'Lebenspartnerschaft', 'geschieden', 'verwitwet', 'nicht bekannt'],
          3,
        ),
        fields(box('Tag der Eheschließung', 0.3), box('Ort der Eheschließung', 0.7)),
        fields(
          box('Ehegatte oder Lebenspartner: Name', 0.7, 'Ehegatte'),
          box('Geburtsdatum', 0.3, 'Ehegatte: Geburtsdatum'),
        ),
        fields(box('Steuererhebende Religionsgesellschaft', 1, 'Religion')),
        fields(
          box('Ausweis: Art', 0.36, 'Ausweis'),
          box('Ausstellende Behörde', 0.36, 'Ausweis: Behörde'),
          box('Seriennummer', 0.28, 'Ausweis: Seriennummer'),
        ),
        fields(
          box('Ausgestellt am', 0.36, 'Ausweis: ausgestellt am'),
          box('Gültig bis', 0.64, 'Ausweis: gültig bis'),
        ),
        fields(box('Gesetzliche Vertreter oder Betreuer', 1, 'Gesetzliche Vertreter')),
      ],
    },
    {
      title: 'Wohnungsgeber',
      rows: [
        choice('Die Wohnung gehört', ['der gemeldeten Person', 'jemand anderem'], 2, 'Eigentum'),
        fields(
          box('Name des Wohnungsgebers', 0.5, 'Wohnungsgeber'),
          box('Anschrift des Wohnungsgebers', 0.5, 'Wohnungsgeber: Anschrift'),
        ),
        fields(box('Name des Eigentümers, falls ein anderer', 1, 'Eigentümer')),
      ],
    },
    {
      title: 'Widersprüche und Wünsche',
      rows: [
        // Which objections there are changes with the law, so they are written out.
        fields(box('Ich widerspreche der Übermittlung an (§§ 42, 50 BMG)', 1, 'Widerspruch', 3)),
        choice(
          'Außerdem',
          [
            'Auskunftssperre (§ 51 BMG)',
            'erweiterte Meldebescheinigung',
            'Anschrift im Fahrzeugschein ändern',
          ],
          2,
        ),
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
