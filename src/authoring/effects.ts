import { analyse, type Analysis } from '../precheck/diagram/analysis.js'
import { diagramOf } from '../precheck/diagram/diagram-of.js'
import type { QuestionsLeft } from '../precheck/diagram/questions-left.js'
import type { Outcome } from '../precheck/precheck.js'
import type { Day, RuleSet } from '../precheck/rule-set.js'
import { False, True, type Truth } from '../precheck/truth.js'
import type { ExampleRun } from '../rulebook/examples.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'

/** What a rule set does over all answers that can be given on a day, beside what its examples reach of it. */
export interface Effects {
  readonly day: Day
  /** How many questions a citizen is asked; `null` where they cannot be counted. */
  readonly questions: QuestionsLeft | null
  readonly outcomes: readonly OutcomeEffect[]
  readonly rules: readonly RuleEffect[]
  readonly documents: readonly PartEffect[]
  readonly fees: readonly PartEffect[]
}

interface Reached {
  /** The share of all answers, 0 to 1, each answer to a question as likely as the others. */
  readonly share: number
}

export interface OutcomeEffect extends Reached {
  readonly outcome: Outcome
  /** How many examples end with it; `null` while they run. */
  readonly examples: number | null
}

export interface PartEffect extends Reached {
  readonly id: string
  /** `ended`: it applies only where the application has ended anyway. */
  readonly counts: 'never' | 'ended' | 'yes'
  /** In how many examples it surely applies, and in how many it surely does not; `null` while they run. */
  readonly examples: { readonly applies: number; readonly not: number } | null
}

export interface RuleEffect extends PartEffect {
  readonly decides: boolean
  /** The stronger rules that always apply where it does. */
  readonly hiddenBehind: readonly string[]
}

/** @param runs those of the rule set's examples; `null` while they run */
export function effectsOf(
  { id, compiled }: LoadedRuleSet,
  runs: readonly ExampleRun[] | null,
  day: Day,
): Effects {
  const own = runs?.filter(({ ruleSet }) => ruleSet.id === id) ?? null
  const analysis = analyse(diagramOf(compiled, day))
  return {
    day,
    questions: analysis.questions,
    outcomes: analysis.outcomes.map(({ outcome, share }) => ({
      outcome,
      share,
      examples: own && own.filter(({ result }) => result.verdict === outcome).length,
    })),
    ...partEffects(compiled.ruleSet, analysis, own),
  }
}

function partEffects(
  { rules }: RuleSet,
  analysis: Analysis,
  own: readonly ExampleRun[] | null,
): Pick<Effects, 'rules' | 'documents' | 'fees'> {
  const examples = (list: 'rules' | 'documents' | 'fees', i: number) =>
    own && countsOf(own.map(({ evaluation }) => evaluation[list][i]))
  return {
    rules: analysis.rules.map(({ id, share, when, decides, hiddenBehind }, i) => ({
      id,
      share,
      counts: when === 'never' ? ('never' as const) : ('yes' as const),
      decides: decides && rules[i]!.finding !== 'notice',
      hiddenBehind,
      examples: examples('rules', i),
    })),
    documents: analysis.documents.map((reach, i) => ({
      ...partOf(reach),
      examples: examples('documents', i),
    })),
    fees: analysis.fees.map((reach, i) => ({ ...partOf(reach), examples: examples('fees', i) })),
  }
}

const partOf = ({ id, share, when, neverCounts }: Analysis['documents'][number]) => ({
  id,
  share,
  counts: when === 'never' ? ('never' as const) : neverCounts ? ('ended' as const) : ('yes' as const),
})

const countsOf = (truths: readonly (Truth | undefined)[]) => ({
  applies: truths.filter((truth) => truth === True).length,
  not: truths.filter((truth) => truth === False).length,
})
