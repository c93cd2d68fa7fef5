import type { Command } from './command.js'
import { operationCommands } from './operation-commands.js'
import { packageCommands } from './package-commands.js'
import { ruleCommands } from './rule-commands.js'

/** Every command of `lotse`, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [...ruleCommands, ...packageCommands, ...operationCommands]
