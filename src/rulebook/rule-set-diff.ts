import type { CompiledRuleSet } from '../precheck/compile.js'
import type { AnswersInWords } from '../precheck/diagram/cells-in-words.js'
import { compareRuleSets, type Comparison, type Difference } from '../precheck/diagram/compare.js'
import { TooEntangled } from '../precheck/diagram/too-entangled.js'
import { regionInWords, type Region } from '../precheck/diagram/region-in-words.js'
import type { Day } from '../precheck/rule-set.js'
import { causeOf, otherRulesIn, type DiffCause, type TwoRuleSets } from './diff-cause.js'
import { citizenOf, type DiffCitizen } from './diff-citizen.js'
import { caseInWords, headingOf, limitsOf } from './diff-in-words.js'
import type { LoadedRuleSet } from './rule-files.js'

/** For whom two rule sets of a service come to something else on the same day, and what brings it about. */
export interface RuleSetDiff {
  readonly service: string
  readonly day: Day
  /** Ids of the rule sets; an edited copy has that of its original. */
  readonly before: string
  readonly after: string
  readonly beforeFile: string
  readonly afterFile: string
  /** What concerns most answers comes first. Empty: no citizen gets another result. */
  readonly groups: readonly DiffGroup[]
  /** Facts that several questions make up, as the author calls them: what turns on them is told approximately. */
  readonly approximate: readonly string[]
  /** `true`: the two are too entangled together to be compared; then there are no groups. */
  readonly isTooEntangled: boolean
}

/** Differences that one rule, document or fee brings about in one way. */
export interface DiffGroup {
  readonly cause: DiffCause
  /** A sentence: what is different. */
  readonly heading: string
  /** The source of the cause in law, the new one where it changed; `null` if the cause has none. */
  readonly source: string | null
  /** The share of all answers, 0 to 1. */
  readonly share: number
  /** For exactly which answers the cause works otherwise than before. */
  readonly where: Region
  /** What has to be so besides, as a sentence. */
  readonly limits: string
  /** One for each pair of results; a document or fee has one. */
  readonly cases: readonly DiffCase[]
}

export interface DiffCase {
  /** "statt „…“ nun „…“" */
  readonly says: string
  readonly share: number
  /** Ids of other rules that work otherwise for some of them: together with the cause they may bring it about. */
  readonly alsoChanged: readonly string[]
  /** `null`: none was found, see `remark`. */
  readonly citizen: DiffCitizen | null
  /** What to know about the citizen, as a sentence: that there is none, or an answer that one side does not have. */
  readonly remark: string | null
}

/** Compares what two rule sets come to. What only reads differently is told by `ruleSetChanges`. */
export function ruleSetDiff(before: LoadedRuleSet, after: LoadedRuleSet, day: Day): RuleSetDiff {
  const head = {
    service: after.compiled.ruleSet.service,
    day,
    before: before.id,
    after: after.id,
    beforeFile: before.file,
    afterFile: after.file,
  }
  const comparison = comparedOn(before.compiled, after.compiled, day)
  if (comparison === null) return { ...head, groups: [], approximate: [], isTooEntangled: true }
  const two = { before: before.compiled, after: after.compiled, day, comparison }
  return {
    ...head,
    groups: groupsOf(two),
    approximate: comparison.diagram.approximate.map((fact) => nameOf(fact, comparison.diagram.compiled)),
    isTooEntangled: false,
  }
}

function comparedOn(before: CompiledRuleSet, after: CompiledRuleSet, day: Day): Comparison | null {
  try {
    return compareRuleSets(before.ruleSet, after.ruleSet, day)
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error
    return null
  }
}

function groupsOf(two: TwoRuleSets): DiffGroup[] {
  const told = two.comparison.differences.map((difference) => ({
    difference,
    cause: causeOf(two, difference),
  }))
  return [...Map.groupBy(told, ({ cause }) => JSON.stringify(cause)).values()]
    .map((alike) =>
      groupOf(
        two,
        alike[0]!.cause,
        alike.map(({ difference }) => difference),
      ),
    )
    .toSorted((a, b) => b.share - a.share)
}

function groupOf(two: TwoRuleSets, cause: DiffCause, differences: readonly Difference[]): DiffGroup {
  return {
    cause,
    heading: headingOf(two, cause, differences),
    source: cause.source,
    share: differences.reduce((sum, { share }) => sum + share, 0),
    where: regionOf(two, differences[0]!),
    limits: limitsOf(cause),
    cases: differences.map((difference) => caseOf(two, cause, difference)),
  }
}

function regionOf({ comparison }: TwoRuleSets, { mainly }: Difference): Region {
  const { alternatives, isCut } = regionInWords(comparison.diagram, mainly)
  return { alternatives: alternatives.map((answers) => answers.map(ofEitherSide)), isCut }
}

/** Of a question that only one side asks, or that each asks in another way, is told whose it is. */
function ofEitherSide({ about, text, answers }: AnswersInWords): AnswersInWords {
  const [, side, id] = /^(before|after)~(.*)$/.exec(about) ?? []
  return id === undefined
    ? { about, text, answers }
    : { about: id, text: `${text} (${side === 'before' ? 'bisherige' : 'neue'} Frage)`, answers }
}

function caseOf(two: TwoRuleSets, cause: DiffCause, difference: Difference): DiffCase {
  const citizen = difference.citizen && citizenOf(two, cause, difference.citizen)
  return {
    says: caseInWords(difference, cause.name),
    share: difference.share,
    alsoChanged: otherRulesIn(two, cause, difference.where),
    citizen,
    remark: remarkOn(citizen),
  }
}

function remarkOn(citizen: DiffCitizen | null): string | null {
  if (citizen === null) return 'Nur näherungsweise ermittelt, kein Beispiel gefunden.'
  const textOf = (id: string) => citizen.inWords.find(({ question }) => question === id)?.text ?? id
  const missing = [
    ...citizen.before.impossible.map((id) => `Diese Antwort auf „${textOf(id)}“ gab es bisher nicht.`),
    ...citizen.after.impossible.map((id) => `Diese Antwort auf „${textOf(id)}“ gibt es nicht mehr.`),
  ]
  return missing.length === 0 ? null : missing.join(' ')
}

const nameOf = (fact: string, { ruleSet }: CompiledRuleSet): string =>
  ruleSet.derived?.find((one) => one.fact === fact)?.name ?? fact
