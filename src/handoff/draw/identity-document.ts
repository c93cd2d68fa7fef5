import { box, choice, fields, persons, type Row, type Section } from './form-sheet.js'

/** What is asked about the document that a person has had. @param what in the genitive: `Ausweises` */
export const formerDocument = (what: string): readonly Row[] => [
  fields(
    box(`Seriennummer des bisherigen ${what}`, 0.4, 'Seriennummer'),
    box('Verloren oder gestohlen seit', 0.3, 'Verlust am'),
    box('Weiteres Dokument mit Lichtbild', 0.3, 'Weiteres Dokument', 3),
  ),
  choice('Verlust ist angezeigt', ['ja', 'nein'], 2, 'Verlust angezeigt'),
]

/** How the document gets to the person. */
export const delivery: readonly Row[] = [
  choice('Versand', ['Abholung bei der Behörde', 'Direktversand an die Wohnung'], 2),
  fields(box('E-Mail für die Ankündigung der Zustellung', 1, 'E-Mail')),
]

export const names: readonly Row[] = [
  fields(box('Familienname', 0.5), box('Geburtsname', 0.5)),
  fields(box('Alle Vornamen', 0.75, 'Vornamen'), box('Doktorgrad', 0.25)),
]

/** What else stands in the document about the person. */
export const personalData: readonly Row[] = [
  fields(
    box('Größe in cm', 0.2, 'Größe'),
    box('Augenfarbe', 0.3),
    box('Ordens- oder Künstlername', 0.5, 'Künstlername'),
  ),
  fields(
    box('Staatsangehörigkeit', 0.5, 'Staatsangehörigkeit', 2),
    box('Weitere Staatsangehörigkeiten', 0.5),
  ),
]

export const photoAndRepresentatives: Section = {
  title: 'Lichtbild und Vertretung',
  rows: [
    choice(
      'Lichtbild',
      ['wird in der Behörde aufgenommen', 'kommt digital vom Dienstleister', 'auf Papier'],
      3,
    ),
    choice('Antrag durch', ['die Person selbst', 'Sorgeberechtigte', 'Betreuung', 'Vollmacht'], 4),
    persons('Vertretung', 2),
  ],
}
