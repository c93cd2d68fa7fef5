#!/usr/bin/env node
import { commands } from './commands.js'

const [name, ...rest] = process.argv.slice(2)
const command = commands.find(({ words }) => words === `${name} ${rest[0]}` || words === name)

if (command === undefined) {
  const usage = commands
    .map(({ words, usage, says }) => `  lotse ${words} ${usage}\n      ${says}`)
    .join('\n')
  process.stderr.write(`Befehle:\n${usage}\n`)
  process.exitCode = name === undefined || name === '--help' ? 0 : 2
} else {
  process.exitCode = await command.run(command.words.includes(' ') ? rest.slice(1) : rest)
}
