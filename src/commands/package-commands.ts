import type { Command } from './command.js'

/** Packages, the forms in them, and their way out: for whoever brings a form or receives packages. */
export const packageCommands: readonly Command[] = [
  {
    words: 'package',
    usage:
      '<Leistung> --on <Tag> --answers <Datei|-> [--scans <Ordner>] --out <Datei> [--json] [--rules <Ordner>]',
    says: 'macht das Übergabepaket eines Falls zur Probe, ohne Vorgang und Datenbank',
    help: `Das Paket ist dasselbe, das eine Übergabe machen würde, und auf jeder Seite als Probe gekennzeichnet. Die
Antworten sind die von „lotse precheck“. Im Ordner nach --scans heißt jede Datei wie ihre Unterlage:
  wohnungsgeberbestaetigung.pdf, mietvertrag.jpg, mietvertrag-2.jpg
Scans zu Unterlagen, die der Fall nicht verlangt, bleiben draußen, wie bei einer Übergabe.
Auch was unvollständig oder abgelehnt ist, wird ein Paket; was die Vorprüfung sagt, steht auf dem Deckblatt. Eine
vorhandene Datei wird ersetzt, aber erst, wenn das neue Paket ganz ist. Gesiegelt wird wie bei einer Übergabe; bis auf
das Siegel ergeben gleiche Angaben das gleiche Paket.
Der Befehl endet mit 0, wenn das Paket gemacht ist.`,
    run: async (args) => (await import('../handoff/trial/package.command.js')).packageCommand(args),
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
    run: async (args) => (await import('../handoff/verify/verify.command.js')).verifyCommand(args),
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
deshalb; ihre Seiten sind im PDF. Ob das Paket echt ist, wird hier nicht geprüft. Was
„lotse package“ gemacht hat, ist eine Probe und wird abgelehnt.`,
    run: async (args) => (await import('../handoff/out/export.command.js')).exportCommand(args),
  },
  {
    words: 'templates inspect',
    usage: '<form.pdf> [--write] [--json]',
    says: 'zeigt Seiten und Felder eines Formulars und sagt, was seiner Verwendung im Weg steht',
    help: `Jedes Feld mit Art, Ort, Größe, Länge und Auswahl; zu jeder Seite, ob sie ins Paket kommt, wie sie ist, oder als Bild.
Mit --write entsteht daneben eine fields.json, in der jedes Feld noch leer bleibt: der Anfang der Zuordnung.`,
    run: async (args) => (await import('../handoff/templates/inspect.command.js')).inspectCommand(args),
  },
  {
    words: 'templates check',
    usage: '[<Leistung>] [--json] [--templates <Ordner>] [--rules <Ordner>]',
    says: 'prüft, ob Formulare, Zuordnung und Regelwerke zueinander passen',
    help: `Ohne Angabe alle Leistungen, sonst nur die genannte, jeweils mit allen Regelwerken. Jeder Mangel steht in einer Zeile:
  <Datei>:<Stelle>: <was nicht stimmt und was zu tun ist>
Mit Mängeln wird kein Vorgang dieser Leistung übergeben. Hinweise nennen Antworten, die auf dem Formular nicht
erscheinen, und Formulare, die als Bild ins Paket kommen.`,
    run: async (args) => (await import('../handoff/templates/check.command.js')).checkCommand(args),
  },
  {
    words: 'templates preview',
    usage:
      '<Leistung> --out <Datei.pdf> [--on <Tag>] [--answers <Datei|-> | --longest | --letters | --names] [--templates <Ordner>] [--rules <Ordner>]',
    says: 'zeichnet das ausgefüllte Formular, wie es im Paket steht',
    help: `Ohne Antworten ist es mit denen eines Beispiels ausgefüllt, das zum Regelwerk gehört:
  lotse templates preview wohngeld --out wohngeld.pdf
--names hilft beim Zuordnen und braucht noch keine fields.json. Ohne --on geht es um das letzte Regelwerk der Leistung.`,
    run: async (args) => (await import('../handoff/templates/preview.command.js')).previewCommand(args),
  },
  {
    words: 'templates draw',
    usage: '[<Ordner>]',
    says: 'zeichnet die eigenen Antragsformulare neu',
    run: async (args) => (await import('../handoff/draw/draw.command.js')).drawCommand(args),
  },
]
