import { problemsOf, type FileProblem } from './file-problem.js'
import type { LoadedRuleSet } from './rule-files.js'

/** What the rulebook knows of one file: the rule set that counts, and what is wrong with the file as it is now. */
export interface KnownFile {
  readonly ruleSet: LoadedRuleSet | null
  readonly problems: readonly FileProblem[]
}

/**
 * What counts after a file was read anew. A broken file never replaces a good one, and what is in force or in use
 * stays as it is: cases and packages refer to it.
 * @param read the rule set, what is wrong with the file, or `null` if it is gone
 */
export function keepOrTake(
  file: string,
  before: LoadedRuleSet | null,
  read: LoadedRuleSet | readonly FileProblem[] | null,
  isFixed: boolean,
): KnownFile {
  const keep = (message: string): KnownFile => ({
    ruleSet: before,
    problems: problemsOf(file, [{ pointer: '', message }]),
  })
  if (read !== null && !('id' in read)) return { ruleSet: before, problems: read }
  if (!isFixed || before === null || read?.hash === before.hash) return { ruleSet: read, problems: [] }
  return keep(
    read === null
      ? 'Die Datei fehlt; ihr Regelwerk ist in Kraft oder in Gebrauch und gilt weiter. Bitte zurücklegen.'
      : 'Dieses Regelwerk ist in Kraft und wird nicht geändert; eine Änderung ist eine neue Datei.',
  )
}
