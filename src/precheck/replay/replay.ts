import type { CompiledRuleSet } from '../compile.js'
import type { PrecheckInput } from '../evaluate.js'
import type { Outcome, Verdict } from '../precheck.js'
import type { Answers, EvidenceList } from '../rule-set.js'
import { addTo, bitmapOf, wordsFor, type Bitmap } from './bitmap.js'
import { valueAt } from './column.js'
import { ColumnEvaluation } from './evaluate-columns.js'
import { Expressions, type Expression } from './expressions.js'
import { FactColumns } from './fact-columns.js'
import { decidingQuestions, type PastCases } from './past-cases.js'
import type { Partition } from './partition.js'
import type { Rails } from './rails.js'
import { ruleExpressions, type RuleExpressions } from './rule-expressions.js'

/** What a rule set says about all cases; each list in the order of the file. */
export interface Rerun {
  readonly compiled: CompiledRuleSet
  /** How many. */
  readonly cases: number
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

  /** One case as its pre-check would see it: the answers that a rule set takes and looks at. */
  caseAt(compiled: CompiledRuleSet, at: number): PrecheckInput {
    const { today, evidence } = this.cases
    const answers = decidingQuestions(compiled).map(
      ({ id }) => [id, valueAt(this.facts.of(compiled, compiled.slotOf.get(id)!), at)] as const,
    )
    const seen = [...evidence].map(([document, column]) => [document, valueAt(column, at)] as const)
    const given = (entries: readonly (readonly [string, unknown])[]) =>
      Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    return {
      answers: given(answers) as Answers,
      evidence: given(seen) as EvidenceList,
      today: valueAt(today, at)!,
    }
  }

  private runAnew(compiled: CompiledRuleSet): Rerun {
    const expressions = ruleExpressions(compiled, this.facts, this.expressions)
    const { rules, documents, fees, goesOn, outcomes } = expressions
    const conditions = documents.flatMap(({ needed, lacking }) => [needed, lacking])
    this.evaluation.workOut([...rules, ...conditions, ...fees, goesOn, ...Object.values(outcomes)])
    const railsOf = (expression: Expression) => this.evaluation.railsOf(expression)
    return {
      compiled,
      cases: this.cases.count,
      expressions,
      rules: rules.map(railsOf),
      documents: documents.map(({ needed, lacking }) => ({
        needed: railsOf(needed),
        lacking: railsOf(lacking).surely,
      })),
      fees: fees.map(railsOf),
      goesOn: railsOf(goesOn),
      verdicts: this.verdicts(outcomes),
    }
  }

  private verdicts(outcomes: RuleExpressions['outcomes']): Partition<Verdict> {
    const verdicts = new Map<Verdict, Bitmap>()
    const settled = new Uint32Array(wordsFor(this.cases.count))
    for (const [outcome, expression] of Object.entries(outcomes) as [Outcome, Expression][]) {
      const { surely } = this.evaluation.railsOf(expression)
      verdicts.set(outcome, surely)
      addTo(settled, surely)
    }
    return verdicts.set(
      'open',
      bitmapOf(this.cases.count, (at) => ~settled[at]!),
    )
  }
}
