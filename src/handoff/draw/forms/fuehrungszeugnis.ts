import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

/** What the Meldebehörde passes on to the register (§ 5 Abs. 1 Nr. 1, §§ 30, 30a BZRG). */
export const fuehrungszeugnis: FormSheet = {
  template: 'fuehrungszeugnis',
  title: 'Antrag auf Erteilung eines Führungszeugnisses',
  law: 'nach §§ 30 bis 30b Bundeszentralregistergesetz (BZRG)',
  edition: 'Führungszeugnis · Ausgabe 2026-11',
  sections: [
    {
      title: 'Beantragt wird',
      rows: [
        choice('Art', ['einfaches Führungszeugnis', 'erweitertes Führungszeugnis'], 2),
        choice('Zweck', ['privat, an meine Anschrift', 'zur Vorlage bei einer Behörde'], 2),
        choice('Gebühr', ['wird bezahlt', 'frei wegen Ehrenamts', 'Befreiung beantragt'], 3),
        fields(box('Grund für die Befreiung von der Gebühr', 1, 'Befreiungsgrund')),
      ],
    },
    {
      title: 'Person, für die das Führungszeugnis ist',
      rows: [
        fields(box('Familienname', 0.5), box('Geburtsname (immer angeben)', 0.5, 'Geburtsname')),
        fields(box('Alle Vornamen', 0.6, 'Vornamen'), box('Weitere frühere Namen', 0.4, 'Frühere Namen')),
        fields(
          box('Tag der Geburt', 0.2, 'Geburtsdatum'),
          box('Ort der Geburt', 0.35, 'Geburtsort'),
          box('Geburtsstaat', 0.25),
          box('Geschlecht', 0.2),
        ),
        fields(
          box('Staatsangehörigkeit', 0.33),
          box('Weitere Staatsangehörigkeit', 0.33),
          box('Geburtsname der Mutter', 0.34),
        ),
        ...address('Anschrift'),
      ],
    },
    {
      title: 'Behörde, die das Führungszeugnis bekommt',
      rows: [
        fields(box('Name der Behörde', 1, 'Empfängerbehörde')),
        ...address('Empfängerbehörde'),
        fields(box('Aktenzeichen oder Verwendungszweck', 1, 'Aktenzeichen')),
        choice('Bei Eintragungen vorher Einsicht beim Amtsgericht', ['ja', 'nein'], 2, 'Einsicht'),
        fields(box('Amtsgericht', 1)),
      ],
    },
    {
      title: 'Gesetzliche Vertretung, wenn sie den Antrag stellt',
      rows: [persons('Vertretung', 2), ...address('Vertretung')],
    },
    {
      title: 'Antrag',
      rows: [
        choice('Antrag durch', ['die Person selbst', 'die gesetzliche Vertretung'], 2),
        choice('Gestellt', ['persönlich', 'schriftlich'], 2, 'Antragsweg'),
        note(
          'Das Führungszeugnis erteilt das Bundesamt für Justiz. Eine Vertretung durch Bevollmächtigte ist nicht zulässig (§ 30 Abs. 2 BZRG). Wird der Antrag schriftlich gestellt, ist die Unterschrift amtlich oder öffentlich zu beglaubigen.',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person oder ihrer Vertretung' },
      ],
    },
  ],
}
