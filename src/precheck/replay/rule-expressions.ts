import type { CompiledCondition, CompiledRuleSet } from '../compile.js'
import type { Outcome } from '../precheck.js'
import type { FindingKind } from '../rule-set.js'
import type { Expression, Expressions } from './expressions.js'
import type { FactColumns } from './fact-columns.js'

/** All that a rule set says about cases, as expressions; each list in the order of the file. */
export interface RuleExpressions {
  readonly rules: readonly Expression[]
  readonly documents: readonly { readonly needed: Expression; readonly lacking: Expression }[]
  readonly fees: readonly Expression[]
  /** No finding ends the case: documents and fees count. */
  readonly goesOn: Expression
  /** The one that is surely so is the verdict; where none is, the verdict is open. */
  readonly outcomes: Readonly<Record<Outcome, Expression>>
}

/** Translates a rule set for the cases that the facts are about. */
export const ruleExpressions = (
  compiled: CompiledRuleSet,
  facts: FactColumns,
  expressions: Expressions,
): RuleExpressions => new Translation(compiled, facts, expressions).finish()

class Translation {
  private readonly applies = new Map<number, Expression>()

  constructor(
    private readonly compiled: CompiledRuleSet,
    private readonly facts: FactColumns,
    private readonly make: Expressions,
  ) {}

  finish(): RuleExpressions {
    const { compiled, make } = this
    const rules = compiled.rules.map((condition) => this.condition(condition))
    const documents = compiled.ruleSet.documents.map((document, i) => ({
      needed: this.optional(compiled.documents[i]!),
      lacking: make.leaf(this.facts.lacking(document), 'equal', true),
    }))
    const found = (kind: FindingKind) =>
      make.any(rules.filter((_, i) => compiled.ruleSet.rules[i]!.finding === kind))
    const goesOn = make.not(make.any([found('wrongAuthority'), found('notEligible')]))
    const clear = make.all([goesOn, make.not(found('needsReview'))])
    const missing = make.any(documents.map(({ needed, lacking }) => make.all([needed, lacking])))
    return {
      rules,
      documents,
      fees: compiled.fees.map((condition) => this.optional(condition)),
      goesOn,
      outcomes: {
        wrongAuthority: found('wrongAuthority'),
        notEligible: make.all([found('notEligible'), make.not(found('wrongAuthority'))]),
        needsReview: make.all([found('needsReview'), goesOn]),
        missingDocuments: make.all([clear, missing]),
        complete: make.all([clear, make.not(missing)]),
      },
    }
  }

  private optional(condition: CompiledCondition | null): Expression {
    return condition === null ? this.make.all([]) : this.condition(condition)
  }

  private condition(condition: CompiledCondition): Expression {
    const { make } = this
    if (condition.kind === 'leaf') {
      const { operator, value } = condition.leaf
      const column = this.facts.of(this.compiled, condition.slot)
      return make.all([this.appliesTo(condition.slot), make.leaf(column, operator, value)])
    }
    const parts = condition.parts.map((part) => this.condition(part))
    return condition.kind === 'not' ? make.not(parts[0]!) : make[condition.kind](parts)
  }

  /** A question applies by its `askWhen`, a derived fact if all it is made of does. */
  private appliesTo(at: number): Expression {
    const slot = this.compiled.slots[at]!
    const expression =
      this.applies.get(at) ??
      (slot.kind === 'question'
        ? this.optional(slot.askWhen)
        : this.make.all(slot.kind === 'derived' ? slot.of.map((input) => this.appliesTo(input)) : []))
    this.applies.set(at, expression)
    return expression
  }
}
