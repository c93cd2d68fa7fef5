import { servicesNamed, print, printJson, readCall, runCommand, WrongCall } from './command-line.js'
import { namedRuleSet } from './named-rule-set.js'
import { diffInWords } from './diff-text.js'
import { ruleSetChanges } from './rule-set-changes.js'
import { ruleSetDiff } from './rule-set-diff.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'

/** `lotse rules diff <old> <new>`: for whom two rule sets come to something else; 1 if for anybody. */
export const diffCommand = (args: string[]) =>
  runCommand(() => {
    const { words, on, json, rules } = readCall(args, 2)
    const [before, after] = named(words, rules)
    const day = on ?? laterOf(before.inForceFrom, after.inForceFrom)
    const diff = ruleSetDiff(before, after, day)
    const changes = ruleSetChanges(before.compiled.ruleSet, after.compiled.ruleSet)
    if (json) printJson({ ...diff, changes })
    else print(diffInWords(diff, changes))
    return diff.groups.length === 0 && !diff.isTooEntangled ? 0 : 1
  })

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function named([old, now]: readonly string[], rules: string): [LoadedRuleSet, LoadedRuleSet] {
  if (old === undefined || now === undefined)
    throw new WrongCall('Es fehlen zwei Regelwerke: <Leistung>@<Tag> oder eine Datei.')
  const rulebook = Rulebook.from(rules, servicesNamed(old, now))
  const [before, after] = [namedRuleSet(rulebook, rules, old), namedRuleSet(rulebook, rules, now)]
  const services = [before, after].map(({ compiled }) => compiled.ruleSet.service)
  if (services[0] !== services[1])
    throw new WrongCall(
      `Verglichen werden Regelwerke derselben Leistung; dies sind „${services[0]}“ und „${services[1]}“.`,
    )
  return [before, after]
}
