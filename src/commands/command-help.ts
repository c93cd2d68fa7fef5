import type { Command } from './command.js'
import { nearestOf } from '../terminal/nearest.js'

/** What an option does, wherever a usage names it. */
const optionWords: Readonly<Record<string, string>> = {
  '--json': 'Ausgabe als JSON, für andere Programme',
  '--rules': 'liest die Regeln aus diesem Ordner statt aus rules/',
  '--templates': 'nimmt Formulare und Übersetzungen aus diesem Ordner statt aus templates/',
  '--names': 'zeigt in jedem Feld seinen Namen',
  '--letters': 'füllt die Felder mit allen Zeichen von DIN 91379',
  '--longest': 'füllt die Felder mit den längsten Angaben, mit denen zu rechnen ist',
  '--on': 'der Tag, um den es geht, als JJJJ-MM-TT',
  '--from': 'erster Tag, an dem das Regelwerk gilt, als JJJJ-MM-TT',
  '--title': 'Name der Leistung, wie Bürger ihn lesen',
  '--answers': 'Datei mit { "answers": {…}, "documents": {…} }; „-“ liest sie von der Eingabe',
  '--against': 'das Regelwerk, mit dem verglichen wird',
  '--cases': 'liest die Fälle aus dieser Datei statt aus DATA_DIR/past-cases',
  '--sample': 'rechnet mit so vielen erfundenen Fällen',
  '--show': 'zeigt so viele Fälle statt 10',
  '--write': 'schreibt in Dateien; was darin schon steht, bleibt, wie es ist',
  '--out': 'schreibt dorthin',
  '--form': 'die Zustellform: folder, fit-connect oder xdomea',
  '--scans': 'Ordner mit Scans, jeder nach seiner Unterlage benannt: <Unterlage>.pdf, <Unterlage>-2.jpg',
  '--trust': 'Zertifikat oder Ordner mit Zertifikaten, deren Siegel bekannt sind, statt SEAL_TRUST',
  '--unconfirmed': 'nennt die unbestätigten Angaben einzeln',
}

/** The commands with one line each. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Befehle:',
    ...commands.map(({ words, usage, says }) => `  lotse ${words} ${usage}\n      ${says}`),
    '',
    'Mehr zu einem Befehl: lotse … --help',
  ].join('\n')

/** What `--help` shows of one command. */
export function helpFor({ words, usage, says, help = '' }: Command): string {
  const options = optionsIn(usage)
  const width = Math.max(0, ...options.map(({ length }) => length))
  const lines = options.map((option) =>
    `  ${option.padEnd(width)}  ${optionWords[option.split(' ')[0]!] ?? ''}`.trimEnd(),
  )
  return [
    `lotse ${words} ${usage}`,
    `\n${says[0]!.toUpperCase()}${says.slice(1)}.`,
    ...(help === '' ? [] : [`\n${help}`]),
    ...(lines.length === 0 ? [] : ['\nOptionen', ...lines]),
    '\nDer Befehl endet mit 0, wenn alles in Ordnung ist, mit 1, wenn er etwas gefunden hat, und mit 2, wenn der',
    'Aufruf oder eine Eingabe nicht stimmt.',
  ].join('\n')
}

/** A sentence about the first option that the command does not have, or `null`. */
export function foreignOption({ words, usage }: Command, args: readonly string[]): string | null {
  const own = optionsIn(usage).map((option) => option.split(' ')[0]!)
  const given = args.flatMap((arg) => (/^-[^-]|^--./.test(arg) ? [arg.split('=')[0]!] : []))
  const foreign = given.find((option) => !own.includes(option))
  if (foreign === undefined) return null
  const name = (option: string) => option.replace(/^-+/, '').toLowerCase()
  const nearest = nearestOf(name(foreign), own.map(name))
  const advice =
    nearest !== null
      ? `Gemeint ist vielleicht „--${nearest}“.`
      : own.length === 0
        ? 'Dieser Befehl hat keine.'
        : `Es gibt: ${own.join(', ')}.`
  return `Die Option „${foreign}“ gibt es bei „lotse ${words}“ nicht. ${advice}`
}

// The usage line is the one place that says which options a command has.
const optionsIn = (usage: string): string[] =>
  [...usage.matchAll(/--[a-z]+(?: <[^>]+>)?/g)].map(([option]) => option)
