import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** What the road traffic authority needs for § 45 Abs. 1b Satz 1 Nr. 2a StVO: who lives where and uses which car. */
export const bewohnerparkausweis: FormSheet = {
  template: 'bewohnerparkausweis',
  title: 'Antrag auf einen Bewohnerparkausweis',
  law: 'nach § 45 Abs. 1b Satz 1 Nr. 2a Straßenverkehrs-Ordnung (StVO)',
  edition: 'Bewohnerparkausweis · Ausgabe 2026-11',
  sections: [
    {
      title: 'Antrag',
      rows: [
        choice('Beantragt wird', ['erster Ausweis', 'Verlängerung', 'anderes Fahrzeug'], 3, 'Antrag'),
        fields(
          box('Bewohnerparkzone', 0.34),
          box('Bisheriger Ausweis gültig bis', 0.33, 'Gültig bis'),
          box('Neuer Ausweis gültig ab', 0.33, 'Gültig ab'),
        ),
      ],
    },
    {
      title: 'Bewohnerin oder Bewohner',
      rows: [
        fields(box('Familienname', 0.5), box('Vornamen', 0.5)),
        ...address('Wohnung'),
        choice('Dort gemeldet mit', ['Hauptwohnung', 'Nebenwohnung'], 2, 'Gemeldet'),
        fields(box('Telefon (freiwillig)', 0.4, 'Telefon'), box('E-Mail (freiwillig)', 0.6, 'E-Mail')),
        fields(box('Vertreten durch', 1)),
        choice(
          'Privater Stellplatz oder Garage',
          ['keiner', 'vorhanden', 'vorhanden, aber nicht nutzbar'],
          3,
          'Stellplatz',
        ),
      ],
    },
    {
      title: 'Fahrzeug',
      rows: [
        fields(box('Kennzeichen', 0.25), box('Bisheriges Kennzeichen', 0.25), box('Fahrzeugart', 0.5)),
        choice('Das Fahrzeug ist auf mich zugelassen', ['ja', 'nein'], 2, 'Eigenes Fahrzeug'),
        fields(box('Halterin oder Halter, wenn nicht ich', 1, 'Halter')),
        fields(box('Überlassung', 1)),
      ],
    },
    {
      title: 'Besonderer Bedarf',
      rows: [fields(box('Gründe', 1, 'Bedarf', 3))],
    },
    {
      title: 'Erklärung und Unterschrift',
      rows: [
        note(
          'Ich versichere, dass ich in der Zone tatsächlich wohne, das Fahrzeug auf Dauer nutze, keinen anderen Bewohnerparkausweis behalte und die Angaben zum Stellplatz richtig sind. Änderungen teile ich mit. Falsche Angaben führen zum Widerruf. Ein bestimmter Parkplatz ist nicht zugesichert.',
        ),
        { kind: 'signature', who: 'Unterschrift der antragstellenden Person oder ihrer Vertretung' },
      ],
    },
  ],
}
