import fc from 'fast-check'
import { applicantOf } from '../../src/casework/applicant-of.js'
import type { CaseFile } from '../../src/casework/case-file.js'
import { narrow, possibleOutcomes } from '../../src/precheck/diagram/narrow.js'
import type { PrecheckInput } from '../../src/precheck/evaluate.js'
import type { Precheck } from '../../src/precheck/precheck.js'
import { precheckOf } from '../../src/precheck/precheck-of.js'
import type { Answers } from '../../src/precheck/rule-set.js'
import { disagreements } from '../../src/precheck/second-opinion.js'
import { dialogue } from '../../src/rulebook/dialogue.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { lotse } from '../support/lotse.js'
import { anyAnswers, anyEvidence } from '../support/random-answers.js'

const rulebook = Rulebook.from('rules')
const ruleSets = rulebook.all().map((ruleSet) => [ruleSet.id, ruleSet] as const)
const outcomeOf = (compiled: (typeof ruleSets)[number][1]['compiled'], input: PrecheckInput) =>
  precheckOf(compiled, input).verdict

// As a command, because the analysis of all rule sets takes far longer inside the test runner.
it('finds nothing wrong in the files, their examples and their coverage', () => {
  const { code, out } = lotse(['rules', 'check', '--json'])
  expect([code, JSON.parse(out).problems]).toEqual([0, []])
}, 240_000)

it('covers sixteen services', () => {
  expect(rulebook.services()).toHaveLength(16)
})

// Once the application cannot succeed, nobody is asked for documents or fees, so these are left as they are.
const whatCounts = ({ verdict, possible, fee, documents }: Precheck) =>
  possible.every((outcome) => outcome === 'wrongAuthority' || outcome === 'notEligible')
    ? { verdict, possible }
    : { verdict, possible, fee, documents }

describe.each(ruleSets)('%s', (_, { compiled, inForceFrom }) => {
  const today = inForceFrom > '2026-11-24' ? inForceFrom : '2026-11-24'
  const input = fc.record({
    answers: anyAnswers(compiled.ruleSet, today),
    evidence: anyEvidence(compiled.ruleSet),
    today: fc.constant(today),
  })
  const complete = fc.record({
    answers: anyAnswers(compiled.ruleSet, today, { complete: true }),
    evidence: anyEvidence(compiled.ruleSet),
    today: fc.constant(today),
  })

  it('asks for the name that stands on the cover, and says so at the counter where it is missing', () => {
    const { questions } = compiled.ruleSet
    const named = questions.filter(({ id, kind }) => {
      const value = kind === 'persons' ? [{ familyName: 'Müller' }] : 'Müller'
      return (
        applicantOf(compiled.ruleSet, { answers: { [id]: { value } as CaseFile['answers'][string] } }) !==
        null
      )
    })
    expect(named.some(({ for: purpose, required }) => purpose === undefined || required)).toBe(true)
  })

  it('means the same to the compiled evaluation and to json-rules-engine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(input, complete), async ({ answers }) => {
        expect(await disagreements(compiled, answers, today)).toEqual([])
      }),
      { numRuns: 5 },
    )
  })

  it('lets no unanswered question decide: what is possible only ever narrows with answers', () => {
    fc.assert(
      fc.property(complete, fc.infiniteStream(fc.boolean()), (whole, keep) => {
        const some = Object.fromEntries(Object.entries(whole.answers).filter(() => keep.next().value))
        const before = possibleOutcomes(narrow(compiled, some, today), whole)
        expect(before).toEqual(expect.arrayContaining([outcomeOf(compiled, whole)]))
      }),
      { numRuns: 25 },
    )
  })

  it('comes to the same end question by question as all at once', () => {
    fc.assert(
      fc.property(complete, (whole) => {
        const { result, stoppedAt, asked } = dialogue(compiled, whole)
        const atOnce = precheckOf(compiled, whole)
        expect(stoppedAt).toBeNull()
        expect(new Set(asked).size).toBe(asked.length)
        expect(whatCounts(result)).toEqual(whatCounts(atOnce))
      }),
      { numRuns: 20 },
    )
  })

  it('asks nothing that three-valued evaluation can rule out', () => {
    fc.assert(
      fc.property(input, (some) => {
        const before = precheckOf(compiled, some)
        const irrelevant = compiled.ruleSet.questions.filter(
          ({ id }) => !before.relevant.includes(id) && !(id in some.answers),
        )
        for (const { id } of irrelevant) expectNoInfluence(id, some, whatCounts(before))
      }),
      { numRuns: 8 },
    )
  })

  function expectNoInfluence(id: string, some: PrecheckInput, before: object): void {
    const question = compiled.ruleSet.questions.find((question) => question.id === id)!
    const only = anyAnswers({ ...compiled.ruleSet, questions: [question] }, today, { complete: true })
    for (const answer of fc.sample(only, 3) as Answers[]) {
      expect(
        whatCounts(
          precheckOf(compiled, {
            ...some,
            answers: { ...some.answers, ...answer },
          }),
        ),
      ).toEqual(before)
    }
  }
})
