import { address, box, choice, fields, note, persons, type FormSheet } from '../form-sheet.js'

/** Application and declaration in one: § 7 Abs. 4 and 5 LFischG M-V ask for the declaration, not for a certificate of conduct. */
export const fischereischein: FormSheet = {
  template: 'fischereischein',
  title: 'Antrag auf einen Fischereischein',
  law: 'nach § 7 Landesfischereigesetz (LFischG M-V) und der Fischereischeinverordnung (FSchVO M-V)',
  edition: 'Fischereischein · Ausgabe 2026-11',
  sections: [
    {
      title: 'Beantragt wird',
      rows: [
        choice(
          'Antrag',
          [
            'Fischereischein auf Lebenszeit',
            'befristeter Fischereischein',
            'Ersatz eines Fischereischeins',
            'nur Fischereiabgabe',
          ],
          2,
        ),
        fields(
          box('Befristet ab dem', 0.34, 'Gültig ab'),
          box('bis zum (höchstens 28 Tage, im selben Jahr)', 0.33, 'Gültig bis'),
          box('Abgabe für das Kalenderjahr', 0.33, 'Abgabejahr'),
        ),
        choice('Bisheriger Fischereischein', ['verloren', 'gestohlen', 'beschädigt oder unkenntlich'], 3),
        fields(
          box(
            'Nummer, Behörde und Tag der Ausstellung des bisherigen Scheins',
            1,
            'Bisheriger Schein: Nummer',
          ),
        ),
      ],
    },
    {
      title: 'Antragstellerin oder Antragsteller',
      rows: [
        fields(box('Familienname', 0.5), box('Alle Vornamen', 0.5, 'Vornamen')),
        fields(box('Tag der Geburt', 0.3, 'Geburtsdatum'), box('Ort der Geburt', 0.7, 'Geburtsort')),
        ...address('Hauptwohnung'),
      ],
    },
    {
      title: 'Fischereischeinprüfung (nur für den Schein auf Lebenszeit)',
      rows: [
        choice(
          'Prüfung',
          [
            'in Mecklenburg-Vorpommern bestanden',
            'in einem anderen Bundesland bestanden',
            'im Ausland bestanden',
            'Ausbildung als Fischwirt',
          ],
          2,
        ),
        fields(
          box('Tag der Prüfung', 0.3, 'Prüfung am'),
          box('Prüfungsbehörde oder Ausbildungsstelle, Ort', 0.7, 'Prüfungsstelle'),
        ),
      ],
    },
    {
      title: 'Erklärung zur Zuverlässigkeit',
      rows: [
        note(
          'Zu erklären sind rechtskräftige Verurteilungen in den letzten fünf Jahren wegen Straftaten gegen Fischerei-, Tierschutz-, Umwelt- oder Wasserrecht oder wegen Diebstahls von Fischen oder Fanggerät und Geldbußen wegen solcher Verstöße in den letzten drei Jahren.',
        ),
        choice(
          'Ich erkläre',
          [
            'keine Verurteilung, keine Geldbuße',
            'eine Verurteilung',
            'eine Geldbuße',
            'anderes, zum Beispiel ein Verfahren',
          ],
          2,
          'Erklärung',
        ),
        fields(
          box('Verurteilung rechtskräftig seit', 0.5, 'Verurteilt am'),
          box('Geldbuße verhängt am', 0.5, 'Geldbuße am'),
        ),
      ],
    },
    {
      title: 'Fischereiabgabe',
      rows: [
        choice('Fischereiabgabe', ['wird hier gezahlt', 'ist schon gezahlt', 'ist noch offen'], 3, 'Abgabe'),
        note('Die Abgabe ist vor dem Angeln zu zahlen. Unter 14 Jahren ist sie nicht zu zahlen.'),
      ],
    },
    {
      title: 'Zustimmung und Unterschrift',
      rows: [
        note('Für Personen unter 18 Jahren stimmen die Sorgeberechtigten dem Antrag zu.'),
        persons('Sorgeberechtigte', 2),
        fields(box('Unterschriften der Sorgeberechtigten', 1, 'Unterschriften der Sorgeberechtigten', 2)),
        note(
          'Die Angaben sind vollständig und richtig. Mit einem befristeten Fischereischein verpflichte ich mich, die nötigen Kenntnisse zu erwerben und anzuwenden.',
        ),
        { kind: 'signature', who: 'Unterschrift der Antragstellerin oder des Antragstellers' },
      ],
    },
  ],
}
