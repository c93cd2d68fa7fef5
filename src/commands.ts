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
    run: async (args) => (await import('./rulebook/list.command.js')).listCommand(args),
  },
  {
    words: 'rules check',
    usage: '[<Leistung>] [--json] [--rules <Ordner>]',
    says: 'prüft Dateien, Beispiele und Abdeckung',
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
    words: 'precheck',
    usage: '<Leistung> --on <Tag> --answers <Datei|-> [--json] [--rules <Ordner>]',
    says: 'Vorprüfung ohne Vorgang und Datenbank',
    run: async (args) => (await import('./rulebook/precheck.command.js')).precheckCommand(args),
  },
  {
    words: 'templates draw',
    usage: '[<Ordner>]',
    says: 'zeichnet die eigenen Antragsformulare neu',
    run: async (args) => (await import('./handoff/draw/draw.command.js')).drawCommand(args),
  },
  {
    words: 'installation load',
    usage: '<Datei>',
    says: 'lädt Behörden, Bürgerbüros und Personen',
    run: async (args) => (await import('./installation.command.js')).installationCommand(args),
  },
]
