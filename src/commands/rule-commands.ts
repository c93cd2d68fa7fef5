import { today, type Command } from './command.js'

/** Rules and past cases: for whoever writes rules, and for outside checks. */
export const ruleCommands: readonly Command[] = [
  {
    words: 'rules list',
    usage: '[--json] [--rules <Ordner>]',
    says: 'Leistungen und ihre Regelwerke',
    help: 'Eine Zeile für jedes Regelwerk: <Leistung>@<erster Tag in Kraft>, Name, Umfang.',
    run: async (args) => (await import('../rulebook/list.command.js')).listCommand(args),
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
    run: async (args) => (await import('../rulebook/check.command.js')).checkCommand(args),
  },
  {
    words: 'rules test',
    usage: '[<Leistung>] [<Text>] [--json] [--rules <Ordner>]',
    says: 'lässt die Beispiele laufen und sagt, was anders herauskommt als erwartet',
    help: `Ohne Angabe laufen alle Beispiele. Mit <Text> nur die, in deren Datei oder Name er vorkommt:
  lotse rules test wohngeld minderjährig
Eine Abweichung nennt Datei und Stelle, was dort erwartet wird und was herausgekommen ist.`,
    run: async (args) => (await import('../rulebook/test.command.js')).testCommand(args),
  },
  {
    words: 'rules describe',
    usage: '<Leistung> --on <Tag> [--json] [--rules <Ordner>]',
    says: 'Fragen, Unterlagen und Regeln mit ihren Texten',
    help: `Zeigt das Regelwerk, das an dem Tag gilt, ohne dass man die Datei öffnen muss. Unbestätigtes ist gekennzeichnet.`,
    run: async (args) => (await import('../rulebook/describe.command.js')).describeCommand(args),
  },
  {
    words: 'rules explain',
    usage: '<Beispiel | Leistung --on <Tag> --answers <Datei|->> [--json] [--rules <Ordner>]',
    says: 'begründet ein Ergebnis: welches Regelwerk galt, welche Antworten entschieden haben, nach welcher Vorschrift',
    help: `<Beispiel> ist eine Datei oder <Leistung>/<Name>; ein Teil des Namens genügt:
  lotse rules explain rules/wohngeld/examples/2025-09-11-schweizerin.json
  lotse rules explain wohngeld/schweizerin
Genannt sind nur die Antworten, die entscheiden: Mit ihnen allein käme dasselbe heraus.`,
    run: async (args) => (await import('../rulebook/explain.command.js')).explainCommand(args),
  },
  {
    words: 'rules cover',
    usage: '<Leistung> [--on <Tag>] [--write] [--json] [--rules <Ordner>]',
    says: 'nennt, was kein Beispiel zeigt, und denkt sich dazu je einen Bürger aus',
    help: `Ohne --on geht es um alle Regelwerke der Leistung, sonst um das, das an dem Tag gilt.
Mit --write wird aus jedem Bürger ein Beispiel, dessen Name mit „ZU BENENNEN“ beginnt. Was es erwartet, ist das, was
die Regeln heute ergeben: Ob das richtig ist, sagt erst der Blick ins Gesetz. Danach bekommt es einen eigenen Namen.`,
    run: async (args) => (await import('../rulebook/cover.command.js')).coverCommand(args),
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
    run: async (args) => (await import('../rulebook/diff.command.js')).diffCommand(args),
  },
  {
    words: 'rules draw',
    usage: '<Leistung> [--on <Tag>] [--out <Datei>] [--json] [--rules <Ordner>]',
    says: 'zeichnet als Bild (SVG), wie die Fragen zu den Ergebnissen führen',
    help: `Jede Frage steht einmal da, in der Reihenfolge, in der am Schalter gefragt wird. Aus jeder führen die Antworten zur
nächsten Frage oder zu einem Ergebnis; daneben steht, welche Unterlage und welche Gebühr sie nach sich zieht.
Gestrichelt ist, was auch von früheren Antworten abhängt. Das Bild öffnet jeder Browser.
Ohne --on geht es um das letzte Regelwerk der Leistung an seinem ersten Tag.`,
    run: async (args) => (await import('../rulebook/draw.command.js')).drawCommand(args),
  },
  {
    words: 'rules new',
    usage: '<Leistung> --from <Tag> [--title <Text>] [--json] [--rules <Ordner>]',
    says: 'legt das Regelwerk einer neuen Leistung an oder kopiert das letzte für eine Rechtsänderung',
    help: `Eine neue Leistung bekommt ein Gerüst mit einer Frage, einer Unterlage, einer Regel und einem Beispiel:
  lotse rules new hundesteuer --from 2027-01-01 --title "Anmeldung eines Hundes"
Bei einer Leistung, die es schon gibt, wird das Regelwerk kopiert, das bis zum Tag davor gilt. Vorhandene Dateien
bleiben, wie sie sind.`,
    run: async (args) => (await import('../rulebook/new.command.js')).newCommand(args),
  },
  {
    words: 'rules outdated',
    usage: '[--on <Tag>] [--json] [--rules <Ordner>]',
    says: 'nennt Regelwerke, die bald beginnen oder enden, und Fundstellen, die lange niemand geprüft hat',
    help: `Ohne --on zählt der heutige Tag. Bald heißt: in den nächsten 90 Tagen. Lange heißt: seit mehr als einem Jahr.
Wann zuletzt verglichen wurde, sagt „checkedOn“, am einzelnen Teil oder am ganzen Regelwerk; ohne diese Angabe
zählt der erste Tag in Kraft. Regelwerke, die nicht mehr gelten, bleiben außer Betracht.`,
    run: async (args) =>
      (await import('../rulebook/outdated.command.js')).outdatedCommand(args, await today()),
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
    run: async (args) => (await import('../insight/replay.command.js')).replayCommand(args),
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
    run: async (args) => (await import('../rulebook/precheck.command.js')).precheckCommand(args),
  },
]
