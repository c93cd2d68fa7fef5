import { foreignOption, helpFor, overview } from './commands/command-help.js'
import type { Command } from './commands/command.js'
import { commands } from './commands/commands.js'
import { nearestOf } from './terminal/nearest.js'

/** Finds the command that the words name and runs it; returns the exit code. */
export async function lotse(args: string[]): Promise<number> {
  const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h')
  const words = leadingWords(args)
  const command = commandFor(words)
  if (command === undefined) return wantsHelp ? tellGroup(words[0]) : tellUnknown(args, words)
  if (wantsHelp) return tell(helpFor(command))
  const foreign = foreignOption(command, args)
  if (foreign !== null) return complain(foreign)
  return command.run(args.slice(command.words.split(' ').length))
}

const commandFor = ([first, second]: string[]): Command | undefined =>
  commands.find(({ words }) => words === `${first} ${second}` || words === first)

function leadingWords(args: string[]): string[] {
  const end = args.findIndex((arg) => arg.startsWith('-'))
  return end === -1 ? args : args.slice(0, end)
}

const groupOf = (word: string | undefined): readonly Command[] =>
  commands.filter(({ words }) => words.startsWith(`${word} `))

const tellGroup = (word: string | undefined): number => {
  const group = groupOf(word)
  return tell(overview(group.length > 0 ? group : commands))
}

function tellUnknown(args: string[], words: string[]): number {
  if (args.length === 0) return tell(overview(commands))
  const called = words.slice(0, 2).join(' ')
  const group = groupOf(words[0])
  if (group.length > 0 && words.length === 1) return tell(overview(group))
  const nearest = nearestOf(
    called,
    commands.map(({ words }) => words),
  )
  const meant = nearest === null ? '' : ` Gemeint ist vielleicht „lotse ${nearest}“.`
  return complain(`Den Befehl „lotse ${called}“ gibt es nicht.${meant}\n\n${overview(commands)}`)
}

function tell(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}
