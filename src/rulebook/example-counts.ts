import { chooseRuleSet } from './choose-rule-set.js'
import { exampleFiles } from './example-files.js'
import type { Rulebook } from './rulebook.js'

/** How many examples each rule set of a service has, by its id; without running any. Unreadable ones belong to none. */
export function exampleCounts(rulebook: Rulebook, folder: string, service: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { example } of exampleFiles(folder, service)) {
    const id = example && chooseRuleSet(rulebook, service, example.on, example.answers)?.id
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
