import type { Day } from '../precheck/rule-set.js'
import { citizenInWords, type AnswerGiven } from '../rulebook/citizen-in-words.js'
import type { AnalysisFinding, AnalysisKind } from '../rulebook/analysis-finding.js'
import type { ExampleRun } from '../rulebook/examples.js'
import { coverageGaps } from '../rulebook/coverage.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'
import { uncovered, type Uncovered } from '../rulebook/uncovered.js'
import { keptAnalysis } from './kept-analysis.js'
import { trialAddress, type MadeUpCitizen } from './trial-address.js'

/** Something noticeable about a rule set, with a citizen for whom it is so. */
export interface Noticed {
  readonly kind: AnalysisKind | 'uncovered'
  readonly message: string
  readonly isError: boolean
  /** `null` where it is about all of them, or where none was found. */
  readonly citizen: ToldCitizen | null
}

export interface ToldCitizen {
  readonly inWords: readonly AnswerGiven[]
  /** The trial run with this citizen. */
  readonly trial: string
}

/** What of a rule set never happens, where it has gaps, and what no example shows. */
export interface Survey {
  readonly noticed: readonly Noticed[]
  /** What is only known approximately. */
  readonly approximate: readonly string[]
  /** How many gaps in the examples are not told here, because they are too many to make up a citizen for each. */
  readonly untold: number
}

/** Making up a citizen takes a moment, and clerks wait meanwhile. */
const mostMadeUp = 10

/**
 * @param until the last day in force; `null` if no rule set follows
 * @param runs `null` while the examples run: then nothing is said about them
 */
export function surveyOf(
  ruleSet: LoadedRuleSet,
  runs: readonly ExampleRun[] | null,
  until: Day | null,
): Survey {
  const { days, errors, hints } = keptAnalysis(ruleSet, until)
  const isApproximate = ({ kind }: AnalysisFinding) => kind === 'approximate'
  const told = (findings: readonly AnalysisFinding[], isError: boolean): Noticed[] =>
    findings.map(({ kind, message, citizen }) => ({
      kind,
      message,
      isError,
      citizen: citizen && toldCitizen(ruleSet, { on: days[0]!, answers: citizen }),
    }))
  const gaps = runs === null ? 0 : coverageGaps(ruleSet, runs, until).length
  const isTold = gaps > 0 && gaps <= mostMadeUp
  return {
    noticed: [
      ...told(errors, true),
      ...(isTold ? uncovered(ruleSet, runs!, until).map((gap) => toldGap(ruleSet, gap)) : []),
      ...told(
        hints.filter((hint) => !isApproximate(hint)),
        false,
      ),
    ],
    approximate: hints.filter(isApproximate).map(({ message }) => message),
    untold: isTold ? 0 : gaps,
  }
}

const toldGap = (ruleSet: LoadedRuleSet, { message, citizen }: Uncovered): Noticed => ({
  kind: 'uncovered',
  message,
  isError: true,
  citizen: citizen && toldCitizen(ruleSet, citizen.example as MadeUpCitizen),
})

function toldCitizen({ id, compiled }: LoadedRuleSet, citizen: MadeUpCitizen): ToldCitizen {
  const { ruleSet } = compiled
  return {
    inWords: citizenInWords(ruleSet.questions, citizen.answers),
    trial: trialAddress(id, ruleSet, citizen),
  }
}
