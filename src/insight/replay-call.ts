import { configNow } from '../terminal/config-now.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import { addDays } from '../precheck/day.js'
import type { PastCases } from '../precheck/replay/past-cases.js'
import { sampleCases } from '../precheck/replay/sample-cases.js'
import { WrongCall, type Call } from '../terminal/command-line.js'
import { namedRuleSet } from '../rulebook/named-rule-set.js'
import { refuseBroken } from '../rulebook/refuse-broken.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { pastCasesPath, readPastCases } from './past-cases-file.js'
import { WrongPastCases } from './past-cases-format.js'

/** The rule sets that a replay compares. */
export interface Compared {
  readonly before: LoadedRuleSet
  readonly after: LoadedRuleSet
}

/** @throws WrongCall if the words lead to no two rule sets of one service */
export function comparedIn({ words, services, against, rules }: Call): Compared {
  const [name] = words
  if (name === undefined)
    throw new WrongCall('Es fehlt das neue Regelwerk: eine Regeldatei oder <Leistung>@<Tag>.')
  const rulebook = Rulebook.from(rules, services)
  const after = namedRuleSet(rulebook, rules, name)
  const { service } = after.compiled.ruleSet
  if (against === undefined) refuseBroken(rulebook, rules, [service])
  const before = against === undefined ? beforeOf(rulebook, after) : namedRuleSet(rulebook, rules, against)
  const other = before.compiled.ruleSet.service
  if (other !== service) throw new WrongCall(`„${against}“ gehört zu „${other}“, das neue zu „${service}“.`)
  return { before, after }
}

/** What counts until the new rule set does: for a draft what the folder has for its day, otherwise the one before. */
function beforeOf(rulebook: Rulebook, { id, hash, inForceFrom, compiled }: LoadedRuleSet): LoadedRuleSet {
  const isDraft = rulebook.byId(id)?.hash !== hash
  const day = isDraft ? inForceFrom : addDays(inForceFrom, -1)
  const before = rulebook.inForce(compiled.ruleSet.service, day)
  if (before !== null) return before
  throw new WrongCall(
    `Vor dem ${dayInWords(inForceFrom)} gibt es kein Regelwerk; womit verglichen wird, sagt --against <Datei oder Leistung@Tag>.`,
  )
}

const seed = 1

/** Past cases from their file, or invented ones. @throws WrongCall */
export function casesFor({ cases: path, sample }: Call, { before, after }: Compared): PastCases {
  const { service } = after.compiled.ruleSet
  if (sample !== undefined) {
    if (path !== undefined) throw new WrongCall('Entweder --cases oder --sample.')
    return sampleCases([before.compiled, after.compiled], { count: sample, seed, from: after.inForceFrom })
  }
  const cases = read(path ?? pastCasesPath(configNow().dataDir, service))
  if (cases === null)
    throw new WrongCall(
      path === undefined
        ? `Für „${service}“ gibt es noch keine Falldatei. „lotse cases export ${service}“ schreibt sie aus der Datenbank; mit --sample 10000 wird mit erfundenen Fällen gerechnet.`
        : `Die Falldatei „${path}“ gibt es nicht.`,
    )
  if (cases.service !== service)
    throw new WrongCall(`Die Fälle gehören zu „${cases.service}“, das Regelwerk zu „${service}“.`)
  return cases
}

function read(path: string): PastCases | null {
  try {
    return readPastCases(path)
  } catch (error) {
    if (error instanceof WrongPastCases) throw new WrongCall(`${path}: ${error.message}`, { cause: error })
    throw error
  }
}
