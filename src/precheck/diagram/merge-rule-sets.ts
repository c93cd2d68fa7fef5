import type {
  Condition,
  DerivedFact,
  Fee,
  Leaf,
  NeededDocument,
  Question,
  Rule,
  RuleSet,
} from '../rule-set.js'

/**
 * Two rule sets of a service as one over the same citizens, so that one diagram holds both. Questions with the same
 * id and kind are one question, derived facts worked out alike from the same are one fact; everything else is told
 * apart by a sign before its id. When a question applies can
 * differ between the two, so `askWhen` moves into every comparison.
 */
export interface Merged {
  readonly ruleSet: RuleSet
  /** Where the parts of each side begin in the lists of the merged rule set. */
  readonly split: { readonly rules: number; readonly documents: number; readonly fees: number }
  /** The ids that a question or derived fact of a side has in the merged rule set. */
  readonly nameIn: (side: Side, fact: string) => string
}

export type Side = 'before' | 'after'

/** `~` is no letter of an id, so nothing can be called like this already. */
const apart: Record<Side, string> = { before: 'before~', after: 'after~' }

export function mergeRuleSets(before: RuleSet, after: RuleSet): Merged {
  const questions = sharedQuestions(before, after)
  const shared = new Set([...questions, ...sharedFacts(before, after, questions)])
  const nameIn = (side: Side, fact: string): string =>
    fact === 'today' || shared.has(fact) ? fact : `${apart[side]}${fact}`
  const left = new SideOf(before, 'before', nameIn)
  const right = new SideOf(after, 'after', nameIn)
  return {
    nameIn,
    split: { rules: before.rules.length, documents: before.documents.length, fees: before.fees.length },
    ruleSet: {
      ...after,
      questions: mergedQuestions(before, after, questions, nameIn),
      derived: [...left.derived().filter(({ fact }) => !shared.has(fact)), ...right.derived()],
      documents: [...left.documents(), ...right.documents()],
      rules: [...left.rules(), ...right.rules()],
      fees: [...left.fees(), ...right.fees()],
    },
  }
}

/** One rule set with the names of the merged one and every `askWhen` inside the comparisons. */
class SideOf {
  constructor(
    private readonly ruleSet: RuleSet,
    private readonly side: Side,
    private readonly nameIn: Merged['nameIn'],
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
    const applies = this.questionsBehind(leaf.fact).flatMap(({ askWhen }) =>
      askWhen === undefined ? [] : [this.spelledOut(askWhen)],
    )
    return applies.length === 0 ? renamed : { all: [...applies, renamed] }
  }

  private questionsBehind(fact: string): Question[] {
    const derived = this.ruleSet.derived?.find((one) => one.fact === fact)
    if (derived !== undefined) return derived.of.flatMap((input) => this.questionsBehind(input))
    return this.ruleSet.questions.filter(({ id }) => id === fact)
  }
}

const sharedQuestions = (before: RuleSet, after: RuleSet): Set<string> =>
  new Set(
    before.questions
      .filter(({ id, kind }) => after.questions.some((other) => other.id === id && other.kind === kind))
      .map(({ id }) => id),
  )

/** Derived facts with the same definition on both sides, made of shared ones alone. */
function sharedFacts(before: RuleSet, after: RuleSet, questions: ReadonlySet<string>): Set<string> {
  const now = new Map((after.derived ?? []).map((derived) => [derived.fact, derived]))
  const shared = new Set<string>()
  const isShared = (id: string) => id === 'today' || questions.has(id) || shared.has(id)
  // A fact may stand before those it is made of.
  for (let found = -1; found !== shared.size;) {
    found = shared.size
    for (const old of before.derived ?? [])
      if (sameFunction(old, now.get(old.fact)) && old.of.every(isShared)) shared.add(old.fact)
  }
  return shared
}

const sameFunction = (a: DerivedFact, b: DerivedFact | undefined): boolean =>
  b !== undefined &&
  a.function === b.function &&
  JSON.stringify([a.of, Object.entries(a.with ?? {}).toSorted()]) ===
    JSON.stringify([b.of, Object.entries(b.with ?? {}).toSorted()])

/** The new order first; what only the old rule set asks comes after it. */
function mergedQuestions(
  before: RuleSet,
  after: RuleSet,
  shared: ReadonlySet<string>,
  nameIn: Merged['nameIn'],
): Question[] {
  const old = new Map(before.questions.map((question) => [question.id, question]))
  const now = after.questions.map((question) =>
    shared.has(question.id)
      ? together(old.get(question.id)!, question)
      : { ...question, id: nameIn('after', question.id) },
  )
  const gone = before.questions
    .filter(({ id }) => !shared.has(id))
    .map((question) => ({ ...question, id: nameIn('before', question.id) }))
  return [...now, ...gone].map(({ askWhen: _askWhen, for: _for, ...question }) => question)
}

/** All that could be answered on either side. */
function together(old: Question, now: Question): Question {
  const added =
    old.options?.filter(({ value }) => !now.options?.some((option) => option.value === value)) ?? []
  const { min: _min, max: _max, ...rest } = now
  return {
    ...rest,
    ...(now.options === undefined ? {} : { options: [...now.options, ...added] }),
    ...(old.mayBeUnknown === true || now.mayBeUnknown === true ? { mayBeUnknown: true } : {}),
    ...bound('min', Math.min, old.min, now.min),
    ...bound('max', Math.max, old.max, now.max),
  }
}

const bound = (
  name: 'min' | 'max',
  wider: (a: number, b: number) => number,
  a: number | undefined,
  b: number | undefined,
): Partial<Question> => (a === undefined || b === undefined ? {} : { [name]: wider(a, b) })
