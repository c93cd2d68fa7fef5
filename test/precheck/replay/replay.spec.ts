import fc from 'fast-check'
import { addDays } from '../../../src/precheck/day.js'
import { standingOf } from '../../../src/precheck/document-standing.js'
import { evaluate, type PrecheckInput } from '../../../src/precheck/evaluate.js'
import type { CompiledRuleSet } from '../../../src/precheck/compile.js'
import { precheckOf } from '../../../src/precheck/precheck-of.js'
import { isIn } from '../../../src/precheck/replay/bitmap.js'
import { ColumnWriter } from '../../../src/precheck/replay/column-writer.js'
import type { Rails } from '../../../src/precheck/replay/rails.js'
import type { PastCases } from '../../../src/precheck/replay/past-cases.js'
import { Replay, type Rerun } from '../../../src/precheck/replay/replay.js'
import {
  waysSeen,
  type Answers,
  type Day,
  type Evidence,
  type Person,
  type RuleSet,
} from '../../../src/precheck/rule-set.js'
import { False, True, Unknown } from '../../../src/precheck/truth.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { anyAnswers } from '../../support/random-answers.js'

const rulebook = Rulebook.from('rules')
const ruleSets = rulebook.all().map(({ id, compiled, inForceFrom }) => [id, compiled, inForceFrom] as const)

const anyDay = (from: Day) => fc.integer({ min: 0, max: 800 }).map((days) => addDays(from, days))

/** With days of issue on and around the usual limits. */
function anyEvidence({ documents }: RuleSet, today: Day) {
  const issued = fc.integer({ min: -200, max: 0 }).map((days) => addDays(today, days))
  const evidence = fc.record(
    { seen: fc.constantFrom(...waysSeen), issuedOn: issued },
    { requiredKeys: ['seen'] },
  ) as fc.Arbitrary<Evidence>
  return fc.record(Object.fromEntries(documents.map(({ id }) => [id, evidence])), { requiredKeys: [] })
}

/** An answer that its question refuses counts as none here; the evaluation of one never sees any. */
const withinBounds = ({ questions }: RuleSet, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      const { kind, min = 0, max = Infinity } = questions.find((question) => question.id === id)!
      if (typeof answer === 'number') return [id, Math.min(Math.max(answer, min), max)]
      const tooFew = kind === 'persons' && (answer as readonly Person[]).length < min
      return [id, tooFew ? [{ givenNames: 'Anna' }] : answer]
    }),
  )

const anyInput = (ruleSet: RuleSet, from: Day, complete: boolean): fc.Arbitrary<PrecheckInput> =>
  anyDay(from).chain((today) =>
    fc.record({
      answers: anyAnswers(ruleSet, today, { complete }).map((answers) => withinBounds(ruleSet, answers)),
      evidence: anyEvidence(ruleSet, today),
      today: fc.constant(today),
    }),
  ) as fc.Arbitrary<PrecheckInput>

function casesOf(compiled: CompiledRuleSet, inputs: readonly PrecheckInput[]): PastCases {
  const writer = new ColumnWriter()
  for (const input of inputs) writer.add(compiled, input)
  return writer.finish(compiled.ruleSet.service, [...inputs.keys()])
}

const truthAt = ({ surely, possibly }: Rails, at: number) =>
  isIn(surely, at) ? True : isIn(possibly, at) ? Unknown : False

const verdictAt = ({ verdicts }: Rerun, at: number) =>
  [...verdicts].flatMap(([verdict, bits]) => (isIn(bits, at) ? [verdict] : []))

describe.each(ruleSets)('%s over many cases', (_, compiled, inForceFrom) => {
  const { ruleSet } = compiled

  it('says of each what the evaluation of one says, whatever is answered', () => {
    const inputs = fc.sample(anyInput(ruleSet, inForceFrom, false), 70)
    const rerun = new Replay(casesOf(compiled, inputs)).run(compiled)
    for (const [at, { answers, evidence, today }] of inputs.entries()) {
      const one = evaluate(compiled, answers, today)
      expect(rerun.rules.map((rails) => truthAt(rails, at))).toEqual(one.rules)
      expect(rerun.documents.map(({ needed }) => truthAt(needed, at))).toEqual(one.documents)
      expect(rerun.fees.map((rails) => truthAt(rails, at))).toEqual(one.fees)
      expect(rerun.documents.map(({ lacking }) => isIn(lacking, at))).toEqual(
        ruleSet.documents.map(
          (document) => standingOf(document, evidence[document.id], today).state === 'missing',
        ),
      )
    }
  })

  it('comes to the verdict of the pre-check where all is answered', () => {
    const inputs = fc.sample(anyInput(ruleSet, inForceFrom, true), 40)
    const rerun = new Replay(casesOf(compiled, inputs)).run(compiled)
    for (const [at, input] of inputs.entries())
      expect(verdictAt(rerun, at)).toEqual([precheckOf(compiled, input).verdict])
  })
})
