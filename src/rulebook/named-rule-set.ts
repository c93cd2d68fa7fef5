import { existsSync } from 'node:fs'
import { isDay } from '../precheck/day.js'
import { shapeCheck } from './check-shape.js'
import { WrongCall } from './command-line.js'
import { ruleSetOn } from './describe.command.js'
import { problemLine } from './file-problem.js'
import { readDraft, type LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/**
 * The rule set that a word of a call names: `service@day` for the one in force on that day, or a file.
 * @throws WrongCall
 */
export function namedRuleSet(rulebook: Rulebook, folder: string, name: string): LoadedRuleSet {
  const [service, day] = name.split('@')
  if (service !== undefined && isDay(day)) return ruleSetOn(rulebook, service, day)
  if (!existsSync(name))
    throw new WrongCall(
      `Die Datei „${name}“ gibt es nicht. Erwartet wird eine Regeldatei oder <Leistung>@<Tag>, zum Beispiel wohngeld@2026-07-01.`,
    )
  const read = readDraft(name, shapeCheck(folder, 'rule-set.schema.json'))
  if ('compiled' in read) return read
  throw new WrongCall(read.map(problemLine).join('\n'))
}
