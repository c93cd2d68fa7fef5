import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** What the application for a house has to say besides drawings and proofs, which are documents of their own. */
export const bauantragWohngebaeude: FormSheet = {
  template: 'bauantrag-wohngebaeude',
  title: 'Bauantrag für ein Wohngebäude',
  law: 'im vereinfachten Verfahren nach § 63 Landesbauordnung Mecklenburg-Vorpommern (LBauO M-V)',
  edition: 'Bauantrag Wohngebäude · Ausgabe 2026-11',
  sections: [
    {
      title: 'Bauherrschaft',
      rows: [
        fields(box('Name', 1, 'Bauherrschaft')),
        ...address('Bauherrschaft'),
        fields(box('Telefon und E-Mail', 0.5, 'Kontakt'), box('Vertreten durch', 0.5)),
        choice('Bescheid elektronisch', ['ja', 'nein'], 2),
      ],
    },
    {
      title: 'Entwurf und Nachweise',
      rows: [
        fields(
          box('Entwurfsverfasserin oder Entwurfsverfasser', 0.6, 'Entwurfsverfasser'),
          box('Kammer und Nummer', 0.4),
        ),
        choice(
          'Bauvorlageberechtigung',
          ['Architektur oder Ingenieurwesen', 'kleine Bauvorlageberechtigung'],
          2,
          'Berechtigung',
        ),
        fields(
          box('Standsicherheit: Planung durch', 0.5, 'Tragwerk'),
          box('Brandschutz: Planung durch', 0.5, 'Brandschutz'),
        ),
      ],
    },
    {
      title: 'Baugrundstück',
      rows: [
        fields(
          box('Gemarkung', 0.4),
          box('Flur', 0.15),
          box('Flurstück', 0.25),
          box('Größe (m²)', 0.2, 'Grundstücksgröße'),
        ),
        fields(box('Anschrift', 1, 'Grundstück')),
        choice('Eigentum der Bauherrschaft', ['ja', 'nein'], 2, 'Eigentum'),
        fields(box('Eigentümerinnen und Eigentümer', 1, 'Eigentümer')),
        choice(
          'Planungsrecht',
          [
            'qualifizierter Bebauungsplan',
            'einfacher Bebauungsplan',
            'bebauter Ortsteil (§ 34 BauGB)',
            'Außenbereich (§ 35 BauGB)',
          ],
          2,
        ),
        choice('Erschließung gesichert', ['ja', 'nein'], 2, 'Erschließung'),
      ],
    },
    {
      title: 'Vorhaben',
      rows: [
        choice(
          'Art',
          ['Neubau', 'Anbau, Umbau, Aufstockung', 'Nutzungsänderung', 'Nebengebäude'],
          2,
          'Vorhaben',
        ),
        fields(box('Beschreibung', 1, 'Beschreibung', 3)),
        fields(
          box('Nebengebäude', 0.75, 'Art des Nebengebäudes'),
          box('Grundfläche (m²)', 0.25, 'Fläche des Nebengebäudes'),
        ),
        fields(box('Gebäudeklasse', 1)),
        fields(
          box('Wohnungen', 0.2),
          box('Geschosse', 0.2),
          box('Wohnfläche (m²)', 0.3, 'Wohnfläche'),
          box('Brutto-Rauminhalt (m³)', 0.3, 'Brutto-Rauminhalt'),
        ),
        fields(box('GRZ und GFZ', 0.35), box('Stellplätze', 0.25), box('Rohbausumme', 0.4)),
        choice(
          'Berührt sind',
          ['Denkmalschutz', 'Naturschutz', 'fehlende Stellplätze', 'Einwände von Nachbarn'],
          2,
          'Belange',
        ),
        choice('Abweichung, Ausnahme oder Befreiung', ['beantragt', 'nicht nötig'], 2, 'Abweichung'),
        fields(box('Wovon soll abgewichen werden', 1, 'Abweichung wovon', 3)),
      ],
    },
    {
      title: 'Unterschriften',
      rows: [
        note(
          'Die Bauvorlagen sind beigefügt, jede als eigene Datei im Format PDF/A. Vor der Genehmigung wird nicht begonnen. Wird der Antrag über das Bauportal eingereicht, treten die Anmeldungen dort an die Stelle der Unterschriften.',
        ),
        { kind: 'signature', who: 'Unterschriften der Bauherrschaft und der Entwurfsverfassung' },
      ],
    },
  ],
}
