import { Problem } from '../../platform/http/problem.js'
import { refusal } from '../../platform/refusal.js'
import { problemLine } from '../../rulebook/file-problem.js'
import type { ReadRuleSet, ShownRuleSet } from '../read-rule-set.js'

/** @throws Problem 404, with what is wrong with the file where there is one that cannot be loaded */
export async function shownOrMissing(ruleSets: ReadRuleSet, id: string): Promise<ShownRuleSet> {
  const shown = await ruleSets.read(id)
  if (shown !== null) return shown
  throw new Problem(
    404,
    ruleSets
      .problemsOf(id)
      .map((problem) => refusal('ruleFile.broken', `Nicht geladen: ${problemLine(problem)}`)),
  )
}
