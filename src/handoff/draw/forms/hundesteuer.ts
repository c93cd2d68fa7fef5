import { address, box, choice, fields, note, type FormSheet } from '../form-sheet.js'

/** What a municipal by-law on dog tax asks of the holder; the rates are not on it, they differ from place to place. */
export const hundesteuer: FormSheet = {
  template: 'hundesteuer',
  title: 'Hundesteuer: An- und Abmeldung',
  law: 'nach § 3 Kommunalabgabengesetz (KAG M-V) und der Hundesteuersatzung; für jeden Hund ein eigenes Formular',
  edition: 'Hundesteuer · Ausgabe 2026-11',
  sections: [
    {
      title: 'Anliegen',
      rows: [choice('Anliegen', ['Anmeldung', 'Abmeldung', 'neue Steuermarke'], 3)],
    },
    {
      title: 'Halterin oder Halter',
      rows: [
        fields(box('Familienname', 0.36), box('Vornamen', 0.38), box('Geburtsdatum', 0.26)),
        ...address('Anschrift'),
      ],
    },
    {
      title: 'Hund',
      rows: [
        fields(box('Rufname', 0.3), box('Rasse oder Mischung', 0.45, 'Rasse'), box('Farbe', 0.25)),
        choice('Geschlecht', ['Rüde', 'Hündin'], 2),
        fields(box('Geboren am', 0.26), box('Chipnummer', 0.37), box('Bisherige Steuermarke', 0.37)),
        choice('Gefährlicher Hund', ['ja', 'nein', 'Einstufung offen'], 3),
        choice('Erlaubnis', ['erteilt', 'beantragt', 'keine'], 3),
        fields(box('Behörde, Tag und Nummer der Erlaubnis', 1, 'Erlaubnis: Nummer')),
      ],
    },
    {
      title: 'Haltung',
      rows: [
        choice(
          'Anlass',
          ['neu aufgenommen', 'zugezogen', 'im Haushalt geboren', 'vorübergehend (Pflege, Probe, Anlernen)'],
          2,
        ),
        fields(
          box('Gehalten seit', 0.26),
          box('Herkunft (Züchter, Tierheim, frühere Halterin, frühere Gemeinde)', 0.74, 'Herkunft'),
        ),
        choice('Am früheren Wohnort zur Hundesteuer angemeldet', ['ja', 'nein'], 2, 'Bisher versteuert'),
        fields(
          box('Hunde im Haushalt, dieser mitgezählt', 0.5, 'Anzahl'),
          box('Gehalten bis (bei Pflege, Probe, Abmeldung)', 0.5, 'Gehalten bis'),
        ),
        choice('Grund der Abmeldung', ['abgegeben oder verkauft', 'gestorben', 'entlaufen', 'Wegzug'], 4),
      ],
    },
    {
      title: 'Befreiung oder Ermäßigung',
      rows: [
        choice(
          'Beantragt für',
          ['Blindenführhund', 'Assistenzhund', 'Rettungshund', 'Wachhund', 'Zucht', 'anderer Grund'],
          3,
          'Vergünstigung',
        ),
        fields(box('Gründe; bei einer Zucht: Art und Umfang', 1, 'Vergünstigung: Gründe', 2)),
      ],
    },
    {
      title: 'Zahlung und Unterschrift',
      rows: [
        choice('Zahlung', ['Überweisung oder bar', 'SEPA-Lastschrift'], 2),
        fields(
          box('IBAN', 0.5),
          box('Kontoinhaberin oder Kontoinhaber, falls jemand anderes', 0.5, 'Kontoinhaber'),
        ),
        note(
          'Bei SEPA-Lastschrift ermächtige ich die Stadt oder Gemeinde, die Hundesteuer von diesem Konto einzuziehen, und weise mein Kreditinstitut an, die Lastschriften einzulösen. Das Mandat ist freiwillig und jederzeit widerruflich. Binnen acht Wochen kann ich die Erstattung verlangen.',
        ),
        note('Ein Hund ist binnen 14 Tagen nach der Aufnahme oder dem Zuzug anzumelden.'),
        { kind: 'signature', who: 'Unterschrift der Halterin oder des Halters' },
      ],
    },
  ],
}
