import type { CompiledRuleSet } from '../compile.js'
import type { Outcome, Verdict } from '../precheck.js'
import { bitmapOf, type Bitmap } from './bitmap.js'
import { ColumnEvaluation, type Rails } from './evaluate-columns.js'
import { Expressions } from './expressions.js'
import { FactColumns } from './fact-columns.js'
import type { PastCases } from './past-cases.js'
import type { Partition } from './partition.js'
import { ruleExpressions, type RuleExpressions } from './rule-expressions.js'

/** What a rule set says about all cases; each list in the order of the file. */
export interface Rerun {
  readonly compiled: CompiledRuleSet
  readonly expressions: RuleExpressions
  readonly rules: readonly Rails[]
  readonly documents: readonly { readonly needed: Rails; readonly lacking: Bitmap }[]
  readonly fees: readonly Rails[]
  readonly goesOn: Rails
  readonly verdicts: Partition<Verdict>
}

/**
 * Runs rule sets over the same cases again and again. What two of them have in common is worked out once: after an
 * edit only what it touches.
 */
export class Replay {
  private readonly facts: FactColumns
  private readonly expressions: Expressions
  private readonly evaluation: ColumnEvaluation
  private readonly reruns = new WeakMap<CompiledRuleSet, Rerun>()

  constructor(readonly cases: PastCases) {
    this.facts = new FactColumns(cases)
    this.expressions = new Expressions((column) => this.facts.numberOf(column))
    this.evaluation = new ColumnEvaluation(cases.count)
  }

  run(compiled: CompiledRuleSet): Rerun {
    const rerun = this.reruns.get(compiled) ?? this.runAnew(compiled)
    this.reruns.set(compiled, rerun)
    return rerun
  }

  private runAnew(compiled: CompiledRuleSet): Rerun {
    const expressions = ruleExpressions(compiled, this.facts, this.expressions)
    const { rules, documents, fees, goesOn, outcomes } = expressions
    const all = [
      ...rules,
      ...fees,
      ...documents.flatMap(({ needed, lacking }) => [needed, lacking]),
      goesOn,
      ...Object.values(outcomes),
    ]
    const rails = new Map(this.evaluation.railsOf(all).map((rails, i) => [all[i]!, rails]))
    const surely = (Object.keys(outcomes) as Outcome[]).map(
      (outcome) => [outcome, rails.get(outcomes[outcome])!.surely] as const,
    )
    return {
      compiled,
      expressions,
      rules: rules.map((rule) => rails.get(rule)!),
      documents: documents.map(({ needed, lacking }) => ({
        needed: rails.get(needed)!,
        lacking: rails.get(lacking)!.surely,
      })),
      fees: fees.map((fee) => rails.get(fee)!),
      goesOn: rails.get(goesOn)!,
      verdicts: new Map<Verdict, Bitmap>([
        ...surely,
        [
          'open',
          bitmapOf(this.cases.count, (at) => ~surely.reduce((settled, [, bits]) => settled | bits[at]!, 0)),
        ],
      ]),
    }
  }
}
