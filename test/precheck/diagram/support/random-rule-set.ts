import fc from 'fast-check'
import { library } from '../../../../src/precheck/functions.js'
import { operatorsFor, type FactKind } from '../../../../src/precheck/operators.js'
import type {
  Condition,
  DerivedFact,
  Leaf,
  OperatorName,
  Question,
  QuestionKind,
  RuleSet,
} from '../../../../src/precheck/rule-set.js'
import { findingKinds } from '../../../../src/precheck/rule-set.js'
import { aDocument, aRule, aRuleSet, yesNo } from '../../../support/rule-set-builder.js'

/** A Tuesday; the constants below lie around it. */
export const today = '2026-11-24'

/** A fact that conditions can compare, with constants that matter for it. */
interface Fact {
  readonly id: string
  readonly kind: FactKind
  readonly constants: readonly (string | number | boolean)[]
}

const days = ['2026-11-10', '2026-11-24', '2026-12-08', '2024-02-29']
const constantsOf: Partial<Record<FactKind, Fact['constants']>> = {
  yesNo: [true, false],
  choice: ['a', 'b', 'c'],
  choices: ['a', 'b'],
  integer: [1, 3],
  euro: [4.99, 10],
  date: days,
  country: ['DE', 'PL', 'XX'],
}
const kinds = ['yesNo', 'choice', 'choices', 'integer', 'euro', 'date', 'country', 'persons'] as const

/** How a question may be worked on, by its kind: function, further inputs, constants, and what to compare with. */
const derivations: Partial<
  Record<QuestionKind, readonly (readonly [string, string[], DerivedFact['with'], Fact['constants']])[]>
> = {
  date: [
    ['ageOn', ['today'], undefined, [0, 18]],
    ['daysBetween', ['today'], undefined, [-1, 0, 14]],
    ['monthsBetween', ['today'], undefined, [3]],
    ['endOfPeriod', [], { weeks: 2 }, ['2026-11-24', '2026-12-08']],
    ['firstOfMonth', [], undefined, ['2026-11-01']],
  ],
  integer: [['times', [], { factor: -2 }, [-6, -1]]],
  euro: [['times', [], { factor: 0.5 }, [5]]],
  country: [['blocOf', [], undefined, ['de', 'third']]],
  persons: [
    ['countOf', [], undefined, [1, 2]],
    ['youngestAge', ['today'], undefined, [6, 18]],
    ['oldestAge', ['today'], undefined, [18]],
    ['countFromAge', ['today'], { years: 18 }, [1, 2]],
    ['withoutBirthDate', [], undefined, [0, 1]],
  ],
}

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))

function questionOf(kind: QuestionKind, id: string, mayBeUnknown: boolean): Question {
  const bounds =
    kind === 'integer' ? { max: 6 } : kind === 'euro' ? { max: 100 } : kind === 'persons' ? { max: 3 } : {}
  return {
    ...yesNo(id),
    kind,
    ...bounds,
    ...(kind === 'choice' || kind === 'choices' ? { options } : {}),
    ...(mayBeUnknown ? { mayBeUnknown } : {}),
  }
}

function leafOn({ id, kind, constants }: Fact): fc.Arbitrary<Leaf> {
  const one = (operator: OperatorName): fc.Arbitrary<Leaf['value']> => {
    if (operator === 'isUnknown') return fc.boolean()
    const single = fc.constantFrom(...(constants as string[]))
    return operator === 'in' || operator === 'notIn'
      ? fc.uniqueArray(single, { minLength: 1, maxLength: 2 })
      : single
  }
  return fc
    .constantFrom(...operatorsFor[kind])
    .chain((operator) => one(operator).map((value) => ({ fact: id, operator, value })))
}

function conditionOn(facts: readonly Fact[]): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...facts).chain(leafOn)
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  })).condition
}

const comparable = ({ kind }: Fact) => operatorsFor[kind].length > 0

interface Drawn {
  readonly questions: readonly Question[]
  readonly derived: readonly DerivedFact[]
  readonly facts: readonly Fact[]
}

/** Facts worked out from one question, now and then in a chain. */
function derivedFrom({ id, kind }: Question): fc.Arbitrary<Pick<Drawn, 'derived' | 'facts'>> {
  const possible = derivations[kind] ?? []
  if (possible.length === 0) return fc.constant({ derived: [], facts: [] })
  const least = kind === 'persons' ? 1 : 0
  return fc
    .subarray([...possible], { minLength: least, maxLength: Math.min(2, possible.length) })
    .map((chosen) => ({
      derived: chosen.map(([name, others, constants]) => ({
        fact: `${id}_${name}`,
        function: name,
        of: [id, ...others],
        ...(constants === undefined ? {} : { with: constants }),
      })),
      facts: chosen.map(([name, , , compared]) => ({
        id: `${id}_${name}`,
        kind: library[name]!.returns,
        constants: compared,
      })),
    }))
}

function withQuestion({ questions, derived, facts }: Drawn, shared: boolean): fc.Arbitrary<Drawn> {
  const id = `q${questions.length}`
  const earlier = facts.filter(comparable)
  return fc
    .record({
      // Two dates make up a fact together.
      kind: shared
        ? fc.oneof(fc.constantFrom(...kinds), fc.constant('date' as const))
        : fc.constantFrom(...kinds),
      mayBeUnknown: fc.boolean(),
      askWhen: earlier.length === 0 ? fc.constant(null) : fc.option(conditionOn(earlier)),
    })
    .chain(({ kind, mayBeUnknown, askWhen }) => {
      const plain = questionOf(kind, id, mayBeUnknown)
      const question = askWhen === null ? plain : { ...plain, askWhen }
      const own: Fact = { id, kind, constants: constantsOf[kind] ?? [] }
      const madeUp = shared ? betweenDates(questions, question) : { derived: [], facts: [] }
      return derivedFrom(question).map((more) => ({
        questions: [...questions, question],
        derived: [...derived, ...more.derived, ...madeUp.derived],
        facts: [...facts, own, ...more.facts, ...madeUp.facts],
      }))
    })
}

/** The days between this date and an earlier one: a fact that two questions make up. */
function betweenDates(
  earlier: readonly Question[],
  { id, kind }: Question,
): Pick<Drawn, 'derived' | 'facts'> {
  const other = earlier.find((question) => question.kind === 'date')
  if (kind !== 'date' || other === undefined) return { derived: [], facts: [] }
  const fact = `${other.id}_to_${id}`
  return {
    derived: [{ fact, function: 'daysBetween', of: [other.id, id] }],
    facts: [{ id: fact, kind: 'number', constants: [0, 14] }],
  }
}

const nothing: Drawn = { questions: [], derived: [], facts: [] }

const drawn = (count: number, shared: boolean): fc.Arbitrary<Drawn> =>
  Array.from({ length: count }).reduce<fc.Arbitrary<Drawn>>(
    (before) => before.chain((so) => withQuestion(so, shared)),
    fc.constant(nothing),
  )

/** Rules, documents and fees on the facts that were drawn. */
function ruleSetOn({ questions, derived, facts }: Drawn): fc.Arbitrary<RuleSet> {
  const condition = conditionOn(facts.filter(comparable))
  return fc
    .record({
      rules: fc.array(fc.tuple(fc.constantFrom(...findingKinds), condition), { minLength: 1, maxLength: 4 }),
      documents: fc.array(fc.option(condition), { maxLength: 2 }),
      fees: fc.array(fc.tuple(fc.constantFrom(0, 5, null), fc.option(condition)), { maxLength: 2 }),
    })
    .map((parts) =>
      aRuleSet({
        questions,
        derived,
        rules: parts.rules.map(([finding, when], i) => aRule(`r${i}`, finding, when)),
        documents: parts.documents.map((when, i) =>
          aDocument(`d${i}`, when === null ? {} : { neededWhen: when }),
        ),
        fees: parts.fees.map(([amount, when], i) => ({
          id: `f${i}`,
          amount,
          source: '§ 1 Probe',
          ...(when === null ? {} : { when }),
        })),
      }),
    )
}

const anyFacts = (most: number, shared: boolean): fc.Arbitrary<Drawn> =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => drawn(count, shared))
    .filter(({ facts }) => facts.some(comparable))

/**
 * Small rule sets in which everything the format has occurs: questions of all kinds that decide, "weiß nicht",
 * `askWhen` chains, derived facts that several conditions share, documents, fees and notices.
 * @param shared whether facts may be made up of several questions
 */
export const anyRuleSet = ({ most = 4, shared = false } = {}): fc.Arbitrary<RuleSet> =>
  anyFacts(most, shared).chain(ruleSetOn)

/** Two rule sets: about the same facts, or about others that partly have the same names. */
export const anyTwoRuleSets = (most = 3): fc.Arbitrary<readonly [RuleSet, RuleSet]> =>
  fc.oneof(
    anyFacts(most, false).chain((facts) => fc.tuple(ruleSetOn(facts), ruleSetOn(facts))),
    fc.tuple(anyRuleSet({ most: 2 }), anyRuleSet({ most: 2 })),
  )
