import type { Condition, DerivedFact, Fee, Leaf, NeededDocument, Rule, RuleSet } from '../rule-set.js'

export type Side = 'before' | 'after'

/** The id that a question or derived fact of a side has in the merged rule set. */
export type NameIn = (side: Side, fact: string) => string

/** One rule set with the names of the merged one and every `askWhen` inside the comparisons. */
export class MergedSide {
  private readonly known = new Map<string, readonly Condition[]>()

  constructor(
    private readonly ruleSet: RuleSet,
    private readonly side: Side,
    private readonly nameIn: NameIn,
  ) {}

  rules = (): Rule[] => this.ruleSet.rules.map((rule) => ({ ...rule, when: this.spelledOut(rule.when) }))

  documents = (): NeededDocument[] =>
    this.ruleSet.documents.map(({ neededWhen, ...document }) => ({
      ...document,
      ...(neededWhen === undefined ? {} : { neededWhen: this.spelledOut(neededWhen) }),
    }))

  fees = (): Fee[] =>
    this.ruleSet.fees.map(({ when, ...fee }) => ({
      ...fee,
      ...(when === undefined ? {} : { when: this.spelledOut(when) }),
    }))

  derived = (): DerivedFact[] =>
    (this.ruleSet.derived ?? []).map((derived) => ({
      ...derived,
      fact: this.name(derived.fact),
      of: derived.of.map((input) => this.name(input)),
    }))

  private name = (fact: string): string => this.nameIn(this.side, fact)

  private spelledOut(condition: Condition): Condition {
    if ('all' in condition) return { all: condition.all.map((part) => this.spelledOut(part)) }
    if ('any' in condition) return { any: condition.any.map((part) => this.spelledOut(part)) }
    if ('not' in condition) return { not: this.spelledOut(condition.not) }
    return this.comparison(condition)
  }

  private comparison(leaf: Leaf): Condition {
    const renamed = { ...leaf, fact: this.name(leaf.fact) }
    const applies = this.appliesWhen(leaf.fact)
    return applies.length === 0 ? renamed : { all: [...applies, renamed] }
  }

  /** Spelled out once for each fact, so that a long chain of questions does not double at each of them. */
  private appliesWhen(fact: string): readonly Condition[] {
    const known = this.known.get(fact)
    if (known !== undefined) return known
    const derived = this.ruleSet.derived?.find((one) => one.fact === fact)
    const question = this.ruleSet.questions.find(({ id }) => id === fact)
    const conditions =
      derived !== undefined
        ? [...new Set(derived.of.flatMap((input) => this.appliesWhen(input)))]
        : question?.askWhen === undefined
          ? []
          : [this.spelledOut(question.askWhen)]
    this.known.set(fact, conditions)
    return conditions
  }
}
