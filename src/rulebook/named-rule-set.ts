import { existsSync } from 'node:fs'
import { isDay } from '../precheck/day.js'
import { shapeCheck } from './check-shape.js'
import { WrongCall } from '../terminal/command-line.js'
import { ruleSetOn } from './describe.command.js'
import { problemLine } from './file-problem.js'
import { refuseBroken } from './refuse-broken.js'
import { readDraft, type LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/**
 * The rule set that a word of a call names: `service@day` for the one in force on that day, or a file.
 * @throws WrongCall
 */
export function namedRuleSet(rulebook: Rulebook, folder: string, name: string): LoadedRuleSet {
  const [service, day] = name.split('@')
  if (service !== undefined && isDay(day)) {
    refuseBroken(rulebook, folder, [service])
    return ruleSetOn(rulebook, service, day)
  }
  if (!existsSync(name))
    throw new WrongCall(`„${name}“ ist weder <Leistung>@<Tag> (wie wohngeld@2026-07-01) noch eine Datei.`)
  const read = readDraft(name, shapeCheck(folder, 'rule-set.schema.json'))
  if ('compiled' in read) return read
  throw new WrongCall(read.map(problemLine).join('\n'))
}
