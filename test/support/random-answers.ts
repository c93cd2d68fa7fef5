import fc from 'fast-check'
import { addDays } from '../../src/precheck/day.js'
import type { Answer, Answers, Day, Evidence, Question, RuleSet } from '../../src/precheck/rule-set.js'
import { notKnown, waysSeen } from '../../src/precheck/rule-set.js'

const nearbyDays = [
  -20_000, -9000, -8766, -6575, -6574, -5844, -2000, -400, -200, -93, -60, -31, -15, -14, -13, -1, 0,
]

/** Answers to some or all questions, each of the right kind, with values on and around the usual boundaries. */
export function anyAnswers(ruleSet: RuleSet, today: Day, { complete = false } = {}): fc.Arbitrary<Answers> {
  const each = Object.fromEntries(
    ruleSet.questions.map((question) => [question.id, anyAnswer(question, today)]),
  )
  return fc.record(each, complete ? {} : { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

export const anyEvidence = (ruleSet: RuleSet): fc.Arbitrary<Record<string, Evidence>> =>
  fc.record(
    Object.fromEntries(
      ruleSet.documents.map(({ id }) => [id, fc.record({ seen: fc.constantFrom(...waysSeen) })]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, Evidence>>

function anyAnswer(question: Question, today: Day): fc.Arbitrary<Answer> {
  const known = anyKnownAnswer(question, today)
  return question.mayBeUnknown === true
    ? fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.constant(notKnown) })
    : known
}

function anyKnownAnswer({ kind, options = [], min, max }: Question, today: Day): fc.Arbitrary<Answer> {
  const values = options.map(({ value }) => value)
  const day = fc.oneof(
    fc.constantFrom(...nearbyDays).map((days) => addDays(today, days)),
    fc.integer({ min: -40_000, max: 400 }).map((days) => addDays(today, days)),
  )
  switch (kind) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...values)
    case 'choices':
      return fc.subarray(values)
    case 'integer':
      return fc.integer({ min: min ?? 0, max: Math.min(max ?? 40, (min ?? 0) + 40) })
    case 'euro':
      return fc.oneof(
        fc.constantFrom(0, 4.99, 5, 10, 60_000, 90_000.01),
        fc.integer({ min: 0, max: 200_000 }),
      )
    case 'date':
      return day
    case 'country':
      return fc.constantFrom('DE', 'PL', 'NO', 'CH', 'UA', 'XX')
    case 'persons':
      return fc.array(fc.record({ givenNames: fc.constant('Anna'), birthDate: day }), {
        minLength: min ?? 0,
        maxLength: Math.min(max ?? 4, (min ?? 0) + 4),
      })
    default:
      return fc.constant('Anna')
  }
}
