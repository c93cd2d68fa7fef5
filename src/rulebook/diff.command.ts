import { print, printJson, readCall, runCommand, WrongCall, type Call } from '../terminal/command-line.js'
import { namedRuleSet } from './named-rule-set.js'
import { diffInWords } from './diff-text.js'
import { ruleSetChanges } from './rule-set-changes.js'
import { ruleSetDiff } from './rule-set-diff.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'

/** `lotse rules diff <old> <new>`: for whom two rule sets come to something else; 1 if for anybody. */
export const diffCommand = (args: string[]) =>
  runCommand(() => {
    const call = readCall(args, 2)
    const [before, after] = named(call)
    const day = call.on ?? laterOf(before.inForceFrom, after.inForceFrom)
    const diff = ruleSetDiff(before, after, day)
    const changes = ruleSetChanges(before.compiled.ruleSet, after.compiled.ruleSet)
    if (call.json) printJson({ ...diff, changes })
    else print(diffInWords(diff, changes))
    return diff.groups.length === 0 && !diff.isTooEntangled ? 0 : 1
  })

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function named({ words: [old, now], services, rules }: Call): [LoadedRuleSet, LoadedRuleSet] {
  if (old === undefined || now === undefined)
    throw new WrongCall('Es fehlen zwei Regelwerke: <Leistung>@<Tag> oder eine Datei.')
  const rulebook = Rulebook.from(rules, services)
  const [before, after] = [namedRuleSet(rulebook, rules, old), namedRuleSet(rulebook, rules, now)]
  const [one, other] = [before, after].map(({ compiled }) => compiled.ruleSet.service)
  if (one !== other)
    throw new WrongCall(`Verglichen werden Regelwerke derselben Leistung; dies sind „${one}“ und „${other}“.`)
  return [before, after]
}
