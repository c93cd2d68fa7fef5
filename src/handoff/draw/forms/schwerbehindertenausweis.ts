import { address, box, choice, fields, note, type ChoiceRow, type FormSheet } from '../form-sheet.js'

// A full stop in the name of a PDF field would split it.
const signs = (label: string, name = label): ChoiceRow => ({
  kind: 'choice',
  label,
  options: ['G', 'aG', 'H', 'Bl', 'Gl', 'TBl', 'B', 'RF', '1. Kl.'].map((sign) => ({
    name: `${name}: ${sign.replaceAll('.', '')}`,
    label: sign,
  })),
  columns: 9,
})

/** One form for degree, card and Wertmarke (§§ 152, 228 SGB IX); the consent for doctors is on it, signed apart. */
export const schwerbehindertenausweis: FormSheet = {
  template: 'schwerbehindertenausweis',
  title: 'Antrag nach dem Schwerbehindertenrecht',
  law: 'Feststellung, Ausweis und Wertmarke nach §§ 152 und 228 Neuntes Buch Sozialgesetzbuch (SGB IX)',
  edition: 'Schwerbehindertenausweis · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        choice(
          'Beantragt wird',
          ['erste Feststellung', 'Neufeststellung', 'Ausweis', 'Verlängerung', 'Wertmarke'],
          5,
          'Antrag',
        ),
        fields(
          box('Erster Eingang bei einer Behörde', 0.35, 'Erster Eingang'),
          box('Weiterzuleiten an', 0.65, 'Zuständige Stelle'),
        ),
        fields(
          box('Aktenzeichen des Versorgungsamts', 0.4, 'Aktenzeichen'),
          box('Bisher festgestellter Grad', 0.3, 'Grad'),
          box('Bisheriger Ausweis gilt bis', 0.3, 'Ausweis gilt bis'),
        ),
      ],
    },
    {
      title: 'Person, für die der Antrag ist',
      rows: [
        fields(box('Familienname', 0.34), box('Vornamen', 0.33), box('Geburtsname', 0.33)),
        fields(
          box('Geburtsdatum', 0.22),
          box('Staatsangehörigkeit', 0.33),
          box('Aufenthaltsrecht', 0.45, 'Aufenthaltsrecht', 2),
        ),
        ...address('Wohnung'),
        fields(box('Telefon', 0.4), box('Krankenkasse', 0.6)),
        choice('Erwerbstätig', ['ja', 'nein'], 2),
        choice(
          'Antrag durch',
          ['die Person selbst', 'beide Eltern', 'einen Elternteil', 'Vormund', 'Betreuung', 'Vollmacht'],
          3,
          'Vertretung',
        ),
        fields(box('Name und Anschrift der Vertretung', 1, 'Vertretung: Name')),
      ],
    },
    {
      title: 'Feststellung',
      rows: [
        fields(box('Gesundheitsstörungen', 1, 'Gesundheitsstörungen', 4)),
        signs('Beantragte Merkzeichen', 'Merkzeichen beantragt'),
        fields(box('Behandelnde Ärzte, Kliniken und Therapeuten mit Anschrift', 1, 'Ärzte', 4)),
        fields(
          box('Bescheid einer anderen Stelle', 0.5, 'Anderer Bescheid'),
          box('Rückwirkend', 0.5, 'Rückwirkung'),
        ),
        fields(box('Rückwirkend ab wann und warum', 1, 'Rückwirkung: Grund')),
      ],
    },
    {
      title: 'Ausweis und Wertmarke',
      rows: [
        choice(
          'Ausweis ohne Lichtbild, weil die Person das Haus nicht verlassen kann',
          ['ja', 'nein'],
          2,
          'Ohne Lichtbild',
        ),
        signs('Merkzeichen im Ausweis', 'Merkzeichen'),
        choice('Wertmarke', ['ein Jahr', 'halbes Jahr', 'ohne Eigenbeteiligung'], 3),
        fields(box('Wertmarke gültig ab', 0.3), box('Leistung, wegen der sie frei ist', 0.7, 'Leistung', 2)),
      ],
    },
    {
      title: 'Einwilligung und Unterschrift',
      rows: [
        note(
          'Ich willige ein, dass das Versorgungsamt bei den genannten Ärzten, Kliniken und Stellen Befunde anfordert, und entbinde sie insoweit von der Schweigepflicht (§ 60 Abs. 1 Nr. 1 SGB I, § 100 SGB X). Nicht nötig, wenn nur ein Ausweis, eine Verlängerung oder eine Wertmarke beantragt wird.',
        ),
        fields(
          box('Unterschrift zur Entbindung von der Schweigepflicht', 1, 'Unterschrift Schweigepflicht', 2),
        ),
        note(
          'Ich versichere, dass die Angaben richtig und vollständig sind. Änderungen teile ich mit. Feststellung und Ausweis sind kostenfrei (§ 64 SGB X).',
        ),
        { kind: 'signature', who: 'Unterschrift der Person oder ihrer Vertretung' },
      ],
    },
  ],
}
