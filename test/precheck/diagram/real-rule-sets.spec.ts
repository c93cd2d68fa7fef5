import fc from 'fast-check'
import type { CompiledRuleSet } from '../../../src/precheck/compile.js'
import { diagramOf } from '../../../src/precheck/diagram/diagram-of.js'
import { narrow, possibleOutcomes, relevantQuestions, truthOf } from '../../../src/precheck/diagram/narrow.js'
import { isOrdered } from '../../../src/precheck/diagram/runs.js'
import { runsIn } from '../../../src/precheck/diagram/run-in-words.js'
import { evaluate } from '../../../src/precheck/evaluate.js'
import { precheckOf } from '../../../src/precheck/precheck-of.js'
import type { Answer, Answers, Day, EvidenceList, Question } from '../../../src/precheck/rule-set.js'
import { disagreements } from '../../../src/precheck/second-opinion.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { anyAnswers, anyEvidence } from '../../support/random-answers.js'
import { everyAnswer, outcomeWith, resultOf } from './support/brute-force.js'

const ruleSets = Rulebook.from('rules')
  .all()
  .map((ruleSet) => [ruleSet.id, ruleSet] as const)

/** Answers on both sides of every threshold, which random ones hardly ever meet. */
function boundaryAnswers(compiled: CompiledRuleSet, today: Day): fc.Arbitrary<Answers> {
  const diagram = diagramOf(compiled, today)
  const random = anyAnswers(compiled.ruleSet, today, { complete: true })
  const boundaries = (question: Question): Answer[] => [
    ...everyAnswer(compiled, question, today),
    ...(isOrdered(question.kind) ? runsIn(diagram, question) : []).flatMap(({ from, to }) =>
      [from, to].filter((end) => end !== null),
    ),
  ]
  const each = compiled.ruleSet.questions.flatMap((question) => {
    const own = question.kind === 'choices' ? [] : boundaries(question)
    return own.length === 0 ? [] : [[question.id, fc.constantFrom(...own)] as const]
  })
  const sharp = fc.record(Object.fromEntries(each), { requiredKeys: [] })
  return fc.tuple(random, sharp).map(([answers, sharper]) => ({ ...answers, ...sharper }) as Answers)
}

/** What the closures say, with every document that was shown in the original or taken care of. */
const isThere = (evidence: EvidenceList): EvidenceList =>
  Object.fromEntries(
    Object.entries(evidence)
      .filter(([, { seen }]) => seen !== 'willBeBrought' && seen !== 'copyTaken')
      .map(([id]) => [id, { seen: 'originalSeen' as const }]),
  )

describe.each(ruleSets)('%s', (_, { compiled, inForceFrom }) => {
  const today = inForceFrom > '2026-11-24' ? inForceFrom : '2026-11-24'
  const anyCitizen = fc.record({
    answers: boundaryAnswers(compiled, today),
    evidence: anyEvidence(compiled.ruleSet).map(isThere),
  })

  it('holds in its diagram where the closures say so', () => {
    fc.assert(
      fc.property(anyCitizen, ({ answers }) => {
        const { rules, documents, fees } = narrow(compiled, answers, today)
        const { facts: _facts, ...truths } = evaluate(compiled, answers, today)
        const settled = {
          rules: rules.map(truthOf),
          documents: documents.map(truthOf),
          fees: fees.map(truthOf),
        }
        expect(settled).toEqual(truths)
      }),
      { numRuns: 40 },
    )
  })

  it('comes to the verdict of the closures question by question, and asks only what matters', () => {
    fc.assert(
      fc.property(anyCitizen, ({ answers, evidence }) => {
        const asked: Record<string, Answer> = {}
        let result = precheckOf(compiled, { answers: asked, evidence, today })
        while (result.next !== null) {
          const { question } = result.next
          expect(relevantQuestions(narrow(compiled, asked, today))).toContain(question)
          expect(asked).not.toHaveProperty(question)
          asked[question] = answers[question]!
          result = precheckOf(compiled, { answers: asked, evidence, today })
        }
        expect(result.verdict).toBe(outcomeWith(resultOf(compiled, answers, today), evidence))
        expect(possibleOutcomes(narrow(compiled, asked, today), { evidence, today })).toEqual([
          result.verdict,
        ])
      }),
      { numRuns: 20 },
    )
  })

  it('means the same to json-rules-engine at its boundaries', async () => {
    for (const { answers } of fc.sample(anyCitizen, { numRuns: 3, seed: 11 }))
      expect(await disagreements(compiled, answers, today)).toEqual([])
  })
})
