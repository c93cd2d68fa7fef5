import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** What the authority needs to find the old entitlement and to make the new card (§ 6 Abs. 6, § 24a Abs. 2, § 25 FeV). */
export const fuehrerscheinUmtausch: FormSheet = {
  template: 'fuehrerschein-umtausch',
  title: 'Antrag auf Umtausch des Führerscheins',
  law: 'nach § 24a Absatz 2 und § 6 Absatz 6 Fahrerlaubnis-Verordnung (FeV)',
  edition: 'Führerschein Umtausch · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antragstellende Person',
      rows: [
        fields(box('Familienname', 0.5), box('Geburtsname und frühere Namen', 0.5, 'Geburtsname')),
        fields(box('Alle Vornamen', 1, 'Vornamen')),
        fields(
          box('Tag der Geburt', 0.25, 'Geburtsdatum'),
          box('Ort der Geburt', 0.45, 'Geburtsort'),
          box('Ausweis', 0.3, 'Ausweisart', 2),
        ),
        ...address('Hauptwohnung'),
      ],
    },
    {
      title: 'Bisheriger Führerschein',
      rows: [
        choice('Muster', ['Papier', 'Karte'], 2),
        fields(
          box('Ausgestellt am', 0.25),
          box('Ausgestellt von', 0.45),
          box('Nummer oder Listennummer', 0.3, 'Führerscheinnummer'),
        ),
        fields(
          box('Alle eingetragenen Klassen', 0.5, 'Klassen'),
          box('Auflagen und Beschränkungen', 0.5, 'Auflagen'),
        ),
        choice('Verbleib', ['wird abgegeben', 'unleserlich', 'verloren', 'gestohlen'], 4),
      ],
    },
    {
      title: 'Umfang der neuen Fahrerlaubnis',
      rows: [
        choice('Alte Klasse', ['Klasse 2', 'Klasse 3', 'weder noch'], 3),
        choice(
          'Ab 50 Jahren: C und CE (Klasse 2) oder Züge über 12 t (Klasse 3)',
          ['ja, mit Nachweisen', 'in der Karte noch gültig', 'nein'],
          3,
          'Schwere Klassen',
        ),
        choice('Klasse T für Land- oder Forstwirtschaft', ['ja', 'nein'], 2, 'Klasse T'),
        choice('Versand nach Hause', ['ja', 'nein'], 2, 'Versand'),
      ],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Die Angaben sind richtig und vollständig. Meine Fahrerlaubnis ist nicht entzogen, und ich habe nicht auf sie verzichtet. Den bisherigen Führerschein gebe ich bei der Aushändigung des neuen ab oder lasse ihn entwerten (§ 25 Abs. 5 FeV).',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person' },
      ],
    },
  ],
}
