import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** What the department needs to decide under §§ 1 to 4 UhVorschG and to recover the money under § 7; one child each. */
export const unterhaltsvorschuss: FormSheet = {
  template: 'unterhaltsvorschuss',
  title: 'Antrag auf Unterhaltsvorschuss',
  law: 'nach § 9 Abs. 1 Unterhaltsvorschussgesetz (UhVorschG); für jedes Kind ein Antrag',
  edition: 'Unterhaltsvorschuss · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        fields(
          box('Erster Eingang bei einer Behörde', 0.35, 'Erster Eingang'),
          box('Weiterzuleiten an die Unterhaltsvorschussstelle', 0.65, 'Zuständige Stelle'),
        ),
        choice('Zeit vor dem Antragsmonat', ['nein', 'Vormonat', 'länger'], 3, 'Rückwirkung'),
        choice('Unterhalt dafür angemahnt', ['ja', 'nein', 'unklar'], 3, 'Angemahnt'),
      ],
    },
    {
      title: 'Kind',
      rows: [
        fields(box('Familienname', 0.5, 'Kind: Familienname'), box('Vornamen', 0.5, 'Kind: Vornamen')),
        fields(
          box('Geburtsdatum', 0.22, 'Kind: Geburtsdatum'),
          box('Geburtsort', 0.4, 'Kind: Geburtsort'),
          box('Staatsangehörigkeit', 0.38, 'Kind: Staatsangehörigkeit'),
        ),
        fields(box('Das Kind lebt', 0.72, 'Kind lebt'), box('Mitbetreuung in Prozent', 0.28, 'Mitbetreuung')),
        choice(
          'Eltern des Kindes',
          ['bei der Geburt verheiratet', 'Vaterschaft festgestellt', 'Vaterschaft offen'],
          3,
          'Vaterschaft',
        ),
        choice(
          'Kindergeld steht zu',
          ['Elternteil', 'anderer Person', 'anderem Elternteil', 'niemandem'],
          4,
          'Kindergeld',
        ),
        choice('Sorgerecht', ['gemeinsam', 'allein', 'anderer Elternteil, Vormund'], 3),
      ],
    },
    {
      title: 'Elternteil, bei dem das Kind lebt',
      rows: [
        fields(box('Familienname', 0.4), box('Vornamen', 0.38), box('Geburtsdatum', 0.22)),
        ...address('Wohnung'),
        fields(
          box('Telefon', 0.3),
          box('IBAN', 0.4),
          box('Kontoinhaberin oder Kontoinhaber', 0.3, 'Kontoinhaber'),
        ),
        choice(
          'Familienstand',
          [
            'ledig',
            'geschieden',
            'verwitwet',
            'dauernd getrennt',
            'Ehegatte in Anstalt',
            'verheiratet',
            'Trennung unklar',
          ],
          4,
        ),
        fields(
          box('Getrennt seit', 0.2),
          box('Aufenthaltsrecht des Elternteils oder des Kindes', 0.8, 'Aufenthaltsrecht'),
        ),
      ],
    },
    {
      title: 'Anderer Elternteil',
      rows: [
        choice('Gestorben ist', ['niemand', 'der andere Elternteil', 'ein Stiefelternteil'], 3, 'Todesfall'),
        fields(
          box('Familienname', 0.4, 'Anderer: Familienname'),
          box('Vornamen', 0.38, 'Anderer: Vornamen'),
          box('Geburtsdatum', 0.22, 'Anderer: Geburtsdatum'),
        ),
        fields(
          box('Letzte bekannte Anschrift, oder warum sie nicht bekannt ist', 1, 'Anderer: Anschrift', 2),
        ),
        fields(box('Arbeitgeber oder Beruf', 1, 'Anderer: Arbeitgeber')),
      ],
    },
    {
      title: 'Unterhalt und Waisenbezüge',
      rows: [
        choice(
          'Der andere Elternteil zahlt',
          ['nichts', 'unregelmäßig', 'regelmäßig', 'im Voraus'],
          4,
          'Unterhalt',
        ),
        fields(
          box('Betrag im Monat', 0.2, 'Unterhalt: Betrag'),
          box('Im Voraus gezahlt bis', 0.25, 'Unterhalt: gezahlt bis'),
          box('Letzte Zahlung: wann und wie viel', 0.55, 'Letzte Zahlung'),
        ),
        choice('Unterhaltstitel', ['ja', 'nein'], 2),
        fields(box('Waisenrente oder Schadenersatz im Monat', 1, 'Waisenbezüge')),
      ],
    },
    {
      title: 'Kind ab 12 Jahren',
      rows: [
        choice('Leistungen des Jobcenters für das Kind', ['ja', 'beantragt', 'nein'], 3, 'Jobcenter'),
        choice('Tätigkeit des Kindes', ['Schule', 'Ausbildung', 'Arbeit', 'nichts davon'], 4, 'Tätigkeit'),
        fields(
          box('Bruttoeinkommen des Elternteils im Monat, ohne Kindergeld', 0.6, 'Einkommen des Elternteils'),
          box('Einkommen des Kindes im Monat', 0.4, 'Einkommen des Kindes'),
        ),
      ],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass die Angaben vollständig und richtig sind. Änderungen teile ich unverzüglich mit, besonders Heirat, Zusammenziehen mit dem anderen Elternteil, Auszug des Kindes, Unterhaltszahlungen und den Aufenthalt des anderen Elternteils (§ 6 Abs. 4 UhVorschG). Das Verfahren ist kostenfrei (§ 64 SGB X).',
        ),
        { kind: 'signature', who: 'Unterschrift des Elternteils oder des gesetzlichen Vertreters' },
      ],
    },
  ],
}
