import { today, type Command } from './command.js'

/** An installation: for whoever runs the server. */
export const operationCommands: readonly Command[] = [
  {
    words: 'installation load',
    usage: '<Datei>',
    says: 'lädt Behörden, Bürgerbüros und Personen',
    run: async (args) => (await import('./installation.command.js')).installationCommand(args),
  },
  {
    words: 'staff password',
    usage: '<Anmeldename>',
    says: 'gibt einem Konto ein neues Kennwort und nennt es, einmal',
    help: 'Das alte gilt sofort nicht mehr, und wer damit angemeldet war, ist es nicht mehr.',
    run: async (args) => (await import('./staff.command.js')).staffPasswordCommand(args),
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
    words: 'quarantine',
    usage: '[<Prüfsumme> --out <Datei>]',
    says: 'nennt Dateien, in denen Schadsoftware gefunden wurde, oder gibt eine davon heraus',
    help: `Ohne Angabe eine Zeile für jede Datei: Prüfsumme, seit wann. Aus welchem Vorgang sie kam, steht in dessen Verlauf.
Mit --out schreibt der Befehl die Datei, wie sie kam. Sie enthält Schadsoftware.`,
    run: async (args) => (await import('./quarantine.command.js')).quarantineCommand(args),
  },
  {
    words: 'audit check',
    usage: '[--json]',
    says: 'sagt, ob jemand einen Verlauf von Hand geändert hat',
    help: `Jeder Eintrag eines Verlaufs enthält die Prüfsumme des vorigen. Der Befehl rechnet sie alle nach und nennt jeden
Verlauf, in dem ein Eintrag geändert, entfernt oder eingefügt wurde, mit der ersten Stelle; dann endet er mit 1.`,
    run: async (args) => (await import('./audit.command.js')).auditCheckCommand(args),
  },
  {
    words: 'texts missing',
    usage: '[<Sprache>] [--write] [--json] [--rules <Ordner>] [--templates <Ordner>]',
    says: 'nennt, was der Laufzettel nur auf Deutsch sagen kann, und Übersetzungen, deren Text es nicht mehr gibt',
    help: `Ohne Angabe alle Sprachen unter templates/laufzettel, sonst nur die genannte:
  lotse texts missing uk
Verlangt ist, was ein Laufzettel ab heute zeigen kann: Leistungen, ihre Unterlagen mit Wozu, Alter und Woher, und die
Sätze der Regeln. Übersetzt ist ein Text, wenn er Buchstabe für Buchstabe unter „texts“ steht. Auch die Fragen dürfen
dort stehen. Mit --write kommt jeder fehlende Text mit leerer Übersetzung in die Datei.`,
    run: async (args) =>
      (await import('../handoff/note/texts.command.js')).textsMissingCommand(args, await today()),
  },
]
