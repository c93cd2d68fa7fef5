/** A command of `lotse`: its words, how to call it, what it is for. Loaded when it is used. */
export interface Command {
  readonly words: string
  /** Also says which options there are: others are refused. */
  readonly usage: string
  readonly says: string
  /** What `--help` tells beyond that. */
  readonly help?: string
  /** Returns the exit code: 0 all is well, 1 something was found, 2 the call or its input is wrong. */
  readonly run: (args: string[]) => Promise<number>
}

export const commands: readonly Command[] = [
  {
    words: 'rules list',
    usage: '[--json] [--rules <Ordner>]',
    says: 'Leistungen und ihre Regelwerke',
    help: 'Eine Zeile für jedes Regelwerk: <Leistung>@<erster Tag in Kraft>, Name, Umfang.',
    run: async (args) => (await import('./rulebook/list.command.js')).listCommand(args),
  },
  {
    words: 'rules check',
    usage: '[<Leistung>] [--unconfirmed] [--json] [--rules <Ordner>]',
    says: 'prüft Dateien, Beispiele und Abdeckung',
    help: `Ohne Angabe alle Leistungen, sonst nur die genannte. Jeder Mangel steht in einer Zeile:
  <Datei>:<Stelle>: <was nicht stimmt und was zu tun ist>
Die Stelle zählt ab 0: /rules/2/say ist der Text der dritten Regel.
Ein Mangel ist auch, was kein Beispiel zeigt: eine Regel, die nie oder immer wirkt, eine Unterlage, die nie oder
immer nötig ist, ein Ergebnis, das nie vorkommt; „lotse rules cover“ denkt sich dazu Beispiele aus. Und was nie sein
kann, welche Antworten auch gegeben werden: eine Regel, die nie greift oder nie entscheidet, eine Frage, die nie
etwas ändert.
Hinweise nennen Texte, die schwer zu lesen sind, Fragen ohne „why“, Lücken und Beispiele, die noch niemand bestätigt
hat; sie machen das Regelwerk nicht falsch.`,
    run: async (args) => (await import('./rulebook/check.command.js')).checkCommand(args),
  },
  {
    words: 'rules test',
    usage: '[<Leistung>] [<Text>] [--json] [--rules <Ordner>]',
    says: 'lässt die Beispiele laufen und sagt, was anders herauskommt als erwartet',
    help: `Ohne Angabe laufen alle Beispiele. Mit <Text> nur die, in deren Datei oder Name er vorkommt:
  lotse rules test wohngeld minderjährig
Eine Abweichung nennt Datei und Stelle, was dort erwartet wird und was herausgekommen ist.`,
    run: async (args) => (await import('./rulebook/test.command.js')).testCommand(args),
  },
  {
    words: 'rules describe',
    usage: '<Leistung> --on <Tag> [--json] [--rules <Ordner>]',
    says: 'Fragen, Unterlagen und Regeln mit ihren Texten',
    help: `Zeigt das Regelwerk, das an dem Tag gilt, ohne dass man die Datei öffnen muss. Unbestätigtes ist gekennzeichnet.`,
    run: async (args) => (await import('./rulebook/describe.command.js')).describeCommand(args),
  },
  {
    words: 'rules explain',
    usage: '<Beispiel | Leistung --on <Tag> --answers <Datei|->> [--json] [--rules <Ordner>]',
    says: 'begründet ein Ergebnis: welches Regelwerk galt, welche Antworten entschieden haben, nach welcher Vorschrift',
    help: `<Beispiel> ist eine Datei oder <Leistung>/<Name>; ein Teil des Namens genügt:
  lotse rules explain rules/wohngeld/examples/2025-09-11-schweizerin.json
  lotse rules explain wohngeld/schweizerin
Genannt sind nur die Antworten, die entscheiden: Mit ihnen allein käme dasselbe heraus.`,
    run: async (args) => (await import('./rulebook/explain.command.js')).explainCommand(args),
  },
  {
    words: 'rules cover',
    usage: '<Leistung> [--on <Tag>] [--write] [--json] [--rules <Ordner>]',
    says: 'nennt, was kein Beispiel zeigt, und denkt sich dazu je einen Bürger aus',
    help: `Ohne --on geht es um alle Regelwerke der Leistung, sonst um das, das an dem Tag gilt.
Mit --write wird aus jedem Bürger ein Beispiel, dessen Name mit „ZU BENENNEN“ beginnt. Was es erwartet, ist das, was
die Regeln heute ergeben: Ob das richtig ist, sagt erst der Blick ins Gesetz. Danach bekommt es einen eigenen Namen.`,
    run: async (args) => (await import('./rulebook/cover.command.js')).coverCommand(args),
  },
  {
    words: 'rules diff',
    usage: '<alt> <neu> [--on <Tag>] [--json] [--rules <Ordner>]',
    says: 'vergleicht zwei Regelwerke: für wen etwas anderes herauskommt, und wodurch',
    help: `<alt> und <neu> sind <Leistung>@<Tag> oder eine Datei, auch eine außerhalb der Regeln:
  lotse rules diff personalausweis@2025-08-01 personalausweis@2026-02-07
  lotse rules diff rules/wohngeld/2026-07-01.json entwurf.json
Verglichen werden alle Antworten, die möglich sind, und nicht nur die der Beispiele. Ohne --on zählt der erste Tag, an
dem beide gelten könnten. Was nur anders lautet und für niemanden etwas ändert, steht am Ende.`,
    run: async (args) => (await import('./rulebook/diff.command.js')).diffCommand(args),
  },
  {
    words: 'rules draw',
    usage: '<Leistung> [--on <Tag>] [--out <Datei>] [--json] [--rules <Ordner>]',
    says: 'zeichnet als Bild (SVG), wie die Fragen zu den Ergebnissen führen',
    help: `Jede Frage steht einmal da, in der Reihenfolge, in der am Schalter gefragt wird. Aus jeder führen die Antworten zur
nächsten Frage oder zu einem Ergebnis; daneben steht, welche Unterlage und welche Gebühr sie nach sich zieht.
Gestrichelt ist, was auch von früheren Antworten abhängt. Das Bild öffnet jeder Browser.
Ohne --on geht es um das letzte Regelwerk der Leistung an seinem ersten Tag.`,
    run: async (args) => (await import('./rulebook/draw.command.js')).drawCommand(args),
  },
  {
    words: 'rules new',
    usage: '<Leistung> --from <Tag> [--title <Text>] [--json] [--rules <Ordner>]',
    says: 'legt das Regelwerk einer neuen Leistung an oder kopiert das letzte für eine Rechtsänderung',
    help: `Eine neue Leistung bekommt ein Gerüst mit einer Frage, einer Unterlage, einer Regel und einem Beispiel:
  lotse rules new hundesteuer --from 2027-01-01 --title "Anmeldung eines Hundes"
Bei einer Leistung, die es schon gibt, wird das Regelwerk kopiert, das bis zum Tag davor gilt. Vorhandene Dateien
bleiben, wie sie sind.`,
    run: async (args) => (await import('./rulebook/new.command.js')).newCommand(args),
  },
  {
    words: 'rules outdated',
    usage: '[--on <Tag>] [--json] [--rules <Ordner>]',
    says: 'nennt Regelwerke, die bald beginnen oder enden, und Fundstellen, die lange niemand geprüft hat',
    help: `Ohne --on zählt der heutige Tag. Bald heißt: in den nächsten 90 Tagen. Lange heißt: seit mehr als einem Jahr.
Wann zuletzt verglichen wurde, sagt „checkedOn“, am einzelnen Teil oder am ganzen Regelwerk; ohne diese Angabe
zählt der erste Tag in Kraft. Regelwerke, die nicht mehr gelten, bleiben außer Betracht.`,
    run: async (args) =>
      (await import('./rulebook/outdated.command.js')).outdatedCommand(args, await today()),
  },
  {
    words: 'rules replay',
    usage:
      '<Datei | Leistung@Tag> [--against <Datei | Leistung@Tag>] [--cases <Datei>] [--sample <Anzahl>] [--show <Anzahl>] [--json] [--rules <Ordner>]',
    says: 'rechnet vergangene Fälle mit einem neuen Regelwerk nach und sagt, was anders herausgekommen wäre',
    help: `Verglichen wird mit dem Regelwerk, das bis dahin gilt, oder mit dem nach --against:
  lotse rules replay wohngeld@2026-07-01
  lotse rules replay entwurf.json --against wohngeld@2026-07-01
Die Fälle stehen in der Falldatei, die „lotse cases export“ geschrieben hat. Ohne Falldatei rechnet
--sample 10000 mit so vielen erfundenen Bürgern; dieselbe Anzahl ergibt immer dieselben.
Gezeigt werden Fälle nur mit einer Nummer und den Antworten, die entscheiden. Die Nummern gelten bis zur
nächsten Falldatei und sagen nichts über den Vorgang.
Der Befehl endet mit 0, wenn sich nichts ändert, und mit 1, wenn sich etwas ändert.`,
    run: async (args) => (await import('./insight/replay.command.js')).replayCommand(args),
  },
  {
    words: 'cases export',
    usage: '[<Leistung>]',
    says: 'schreibt die entschiedenen Vorgänge ohne Namen als Falldatei, für „lotse rules replay“',
    help: `Ohne Angabe alle Leistungen. Die Falldatei liegt unter DATA_DIR/past-cases und enthält nur Antworten, auf die
eine Bedingung schaut: keine Namen, Anschriften, freien Texte, Kennzeichen, Kontonummern und keine Vorgangsnummern.
Sie wird jedes Mal ganz neu geschrieben; was gelöscht ist, steht danach auch hier nicht mehr.`,
    run: async (args) => (await import('./cases.command.js')).casesExportCommand(args),
  },
  {
    words: 'precheck',
    usage: '<Leistung> --on <Tag> --answers <Datei|-> [--json] [--rules <Ordner>]',
    says: 'Vorprüfung ohne Vorgang und Datenbank',
    help: `Die Datei nennt Antworten und Unterlagen nach ihren Kennungen, die „lotse rules describe“ zeigt:
  { "answers": { "einzugsdatum": "2026-11-20" }, "documents": { "ausweis": "originalSeen" } }
Warum etwas herauskommt, sagt „lotse rules explain“ mit denselben Angaben.`,
    run: async (args) => (await import('./rulebook/precheck.command.js')).precheckCommand(args),
  },
  {
    words: 'export',
    usage: '<Paket> --out <Ordner> [--form <Form>]',
    says: 'macht aus einem Übergabepaket, was ein anderes System annimmt, ohne Vorgang und Datenbank',
    help: `Die Formen:
  folder       Ordner für ein DMS: paket.pdf, uebergabe.json, metadaten.json, SHA256SUMS (ohne Angabe)
  fit-connect  Teile einer Einreichung: Metadaten 2.1.0, Fachdaten, Anlagen; noch nicht verschlüsselt
  xdomea       Nachricht 0101 von xdomea 3.0.0 mit ihren Dateien als ZIP
Geschrieben wird ein Ordner <Vorgangsnummer>_<Paket>. Die Scans, wie sie hereinkamen, stecken nicht im Paket und fehlen
deshalb; ihre Seiten sind im PDF. Ob das Paket echt ist, wird hier nicht geprüft.`,
    run: async (args) => (await import('./handoff/out/export.command.js')).exportCommand(args),
  },
  {
    words: 'deliveries list',
    usage: '[--json]',
    says: 'nennt Pakete, die noch nicht in das System ihres Fachdienstes zugestellt sind',
    help: 'Der Befehl endet auch dann mit 1, wenn nur noch gewartet wird.',
    run: async (args) => (await import('./deliveries.command.js')).deliveriesListCommand(args),
  },
  {
    words: 'deliveries retry',
    usage: '[<Paket>]',
    says: 'lässt Zustellungen, die gescheitert sind, noch einmal versuchen',
    help: `<Paket> ist die Kennung, die „lotse deliveries list“ nennt; ohne Angabe alle, die einen Menschen brauchen.
Zugestellt wird vom laufenden Server, innerhalb weniger Sekunden.`,
    run: async (args) => (await import('./deliveries.command.js')).deliveriesRetryCommand(args),
  },
  {
    words: 'templates inspect',
    usage: '<form.pdf> [--write] [--json]',
    says: 'zeigt Seiten und Felder eines Formulars und sagt, was seiner Verwendung im Weg steht',
    help: `Jedes Feld mit Art, Ort, Größe, Länge und Auswahl; zu jeder Seite, ob sie ins Paket kommt, wie sie ist, oder als Bild.
Mit --write entsteht daneben eine fields.json, in der jedes Feld noch leer bleibt: der Anfang der Zuordnung.`,
    run: async (args) => (await import('./handoff/templates/inspect.command.js')).inspectCommand(args),
  },
  {
    words: 'templates check',
    usage: '[<Leistung>] [--json] [--templates <Ordner>] [--rules <Ordner>]',
    says: 'prüft, ob Formulare, Zuordnung und Regelwerke zueinander passen',
    help: `Ohne Angabe alle Leistungen, sonst nur die genannte, jeweils mit allen Regelwerken. Jeder Mangel steht in einer Zeile:
  <Datei>:<Stelle>: <was nicht stimmt und was zu tun ist>
Mit Mängeln wird kein Vorgang dieser Leistung übergeben. Hinweise nennen Antworten, die auf dem Formular nicht
erscheinen, und Formulare, die als Bild ins Paket kommen.`,
    run: async (args) => (await import('./handoff/templates/check.command.js')).checkCommand(args),
  },
  {
    words: 'templates preview',
    usage:
      '<Leistung> --out <Datei.pdf> [--on <Tag>] [--answers <Datei|-> | --longest | --letters | --names] [--templates <Ordner>] [--rules <Ordner>]',
    says: 'zeichnet das ausgefüllte Formular, wie es im Paket steht',
    help: `Ohne Antworten ist es mit denen eines Beispiels ausgefüllt, das zum Regelwerk gehört:
  lotse templates preview wohngeld --out wohngeld.pdf
--names hilft beim Zuordnen und braucht noch keine fields.json. Ohne --on geht es um das letzte Regelwerk der Leistung.`,
    run: async (args) => (await import('./handoff/templates/preview.command.js')).previewCommand(args),
  },
  {
    words: 'verify',
    usage: '<Datei> [--trust <Datei | Ordner>] [--json] [--rules <Ordner>]',
    says: 'prüft ein Übergabepaket: wer es gesiegelt hat, ob ein Byte geändert wurde, ob alles darin ist',
    help: `Braucht keine Datenbank und kein Netz. Bekannt ist das Siegel dieser Installation (SEAL_KEY oder DATA_DIR/keys) und
jedes, dessen Zertifikat unter SEAL_TRUST oder --trust liegt. Wer ein Paket ändert und neu siegelt, hat ein anderes.
Verglichen wird auch, ob Deckblatt und Protokoll sagen, was in den eingebetteten Daten steht, und ob das Regelwerk eines
der eigenen ist.
Mit --json: { "sealed", "intact", "signer", "ruleSet", "dataMatchesRecord", "attachments", "trusted", … }`,
    run: async (args) => (await import('./handoff/verify/verify.command.js')).verifyCommand(args),
  },
  {
    words: 'package',
    usage:
      '<Leistung> --on <Tag> --answers <Datei|-> [--scans <Ordner>] --out <Datei> [--json] [--rules <Ordner>]',
    says: 'macht das Übergabepaket eines Falls zur Probe, ohne Vorgang und Datenbank',
    help: `Das Paket ist dasselbe, das eine Übergabe machen würde, und auf jeder Seite als Probe gekennzeichnet. Die
Antworten sind die von „lotse precheck“. Im Ordner nach --scans heißt jede Datei wie ihre Unterlage:
  wohnungsgeberbestaetigung.pdf, mietvertrag.jpg, mietvertrag-2.jpg
Auch was unvollständig oder abgelehnt ist, wird ein Paket; was die Vorprüfung sagt, steht auf dem Deckblatt. Eine
vorhandene Datei wird ersetzt, aber erst, wenn das neue Paket ganz ist. Gesiegelt wird wie bei einer Übergabe; bis auf
das Siegel ergeben gleiche Angaben das gleiche Paket.
Der Befehl endet mit 0, wenn das Paket gemacht ist.`,
    run: async (args) => (await import('./handoff/trial/package.command.js')).packageCommand(args),
  },
  {
    words: 'templates draw',
    usage: '[<Ordner>]',
    says: 'zeichnet die eigenen Antragsformulare neu',
    run: async (args) => (await import('./handoff/draw/draw.command.js')).drawCommand(args),
  },
  {
    words: 'quarantine',
    usage: '[<Prüfsumme> --out <Datei>]',
    says: 'nennt Dateien, in denen Schadsoftware gefunden wurde, oder gibt eine davon heraus',
    help: `Ohne Angabe eine Zeile für jede Datei: Prüfsumme, seit wann. Aus welchem Vorgang sie kam, steht in dessen Verlauf.
Mit --out schreibt der Befehl die Datei, wie sie kam. Sie enthält Schadsoftware.`,
    run: async (args) => (await import('./quarantine.command.js')).quarantineCommand(args),
  },
  {
    words: 'texts missing',
    usage: '[<Sprache>] [--write] [--json] [--rules <Ordner>] [--templates <Ordner>]',
    says: 'nennt, was der Laufzettel nur auf Deutsch sagen kann, und Übersetzungen, deren Text es nicht mehr gibt',
    help: `Ohne Angabe alle Sprachen unter templates/laufzettel, sonst nur die genannte:
  lotse texts missing uk
Verlangt ist, was ein Laufzettel ab heute zeigen kann: Leistungen und ihre Unterlagen, mit Wozu, Alter und Woher.
Übersetzt ist ein Text, wenn er Buchstabe für Buchstabe unter „texts“ steht. Auch die Sätze der Regeln und die Fragen
dürfen dort stehen. Mit --write kommt jeder fehlende Text mit leerer Übersetzung in die Datei.`,
    run: async (args) =>
      (await import('./handoff/note/texts.command.js')).textsMissingCommand(args, await today()),
  },
  {
    words: 'installation load',
    usage: '<Datei>',
    says: 'lädt Behörden, Bürgerbüros und Personen',
    run: async (args) => (await import('./installation.command.js')).installationCommand(args),
  },
]

/** The day in Germany; loaded when a command asks for it, because the clock brings the framework along. */
const today = async () => new (await import('./platform/clock.js')).Clock().today()
