import { compile, type CompiledRuleSet } from '../../../src/precheck/compile.js'
import { standingOf } from '../../../src/precheck/document-standing.js'
import { evaluate, type PrecheckInput } from '../../../src/precheck/evaluate.js'
import { count, isIn } from '../../../src/precheck/replay/bitmap.js'
import { ColumnWriter } from '../../../src/precheck/replay/column-writer.js'
import { compareReruns } from '../../../src/precheck/replay/compare-reruns.js'
import { differingCases } from '../../../src/precheck/replay/differing-cases.js'
import { stateAt } from '../../../src/precheck/replay/partition.js'
import { Replay } from '../../../src/precheck/replay/replay.js'
import { sampleCases } from '../../../src/precheck/replay/sample-cases.js'
import type { Answers, RuleSet } from '../../../src/precheck/rule-set.js'
import { False, True, type Truth } from '../../../src/precheck/truth.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

const old = aRuleSet({
  questions: [
    yesNo('wohnt_hier'),
    { id: 'alter', text: 'Alter?', kind: 'integer', source: '§ 1 Probe' },
    yesNo('mietet', { askWhen: is('wohnt_hier') }),
    { id: 'name', text: 'Name?', kind: 'personName', for: 'form', source: '§ 1 Probe' },
  ],
  rules: [
    aRule('fremd', 'wrongAuthority', is('wohnt_hier', false)),
    aRule('zu-jung', 'notEligible', { fact: 'alter', operator: 'lessThan', value: 18 }),
    aRule('hinweis', 'notice', is('mietet')),
  ],
  documents: [aDocument('mietvertrag', { neededWhen: is('mietet') })],
  fees: [{ id: 'gebuehr', amount: 10, source: '§ 2 Probe' }],
})

const someone = { wohnt_hier: true, mietet: false, name: 'Anna' }
const citizens: [Answers, PrecheckInput['evidence']][] = [
  [{ ...someone, alter: 16 }, {}],
  [{ ...someone, alter: 17 }, {}],
  [{ ...someone, alter: 40, mietet: true }, { mietvertrag: { seen: 'copyTaken' } }],
  [{ ...someone, alter: 40, mietet: true }, { mietvertrag: { seen: 'originalSeen' } }],
  [{ wohnt_hier: false, name: 'Anna' }, {}],
  [{ ...someone, alter: 70 }, {}],
]

function replayOf(ruleSet: RuleSet) {
  const writer = new ColumnWriter()
  const compiled = compile(ruleSet)
  for (const [answers, evidence] of citizens) writer.add(compiled, { answers, evidence, today: '2026-11-24' })
  const replay = new Replay(writer.finish('probe', [...citizens.keys()]))
  return {
    replay,
    to: (edited: RuleSet) => compareReruns(replay.run(compiled), replay.run(compile(edited))),
  }
}

const edit = (change: (ruleSet: RuleSet) => Partial<RuleSet>): RuleSet => ({ ...old, ...change(old) })
const essence = ({ parts }: ReturnType<typeof compareReruns>) =>
  parts.map(({ kind, id, moves, verdicts }) => ({ part: `${kind}/${id}`, moves, verdicts }))

describe('what an edit changes', () => {
  it('is nothing where only words change', () => {
    const comparison = replayOf(old).to(edit(({ rules }) => ({ title: 'Anders', rules: rules.toReversed() })))
    expect([count(comparison.changed), comparison.verdicts, comparison.parts]).toEqual([0, [], []])
  })

  it('is told by the rule that brings it about, with the fee that follows', () => {
    const younger = aRule('zu-jung', 'notEligible', { fact: 'alter', operator: 'lessThan', value: 17 })
    const { replay, to } = replayOf(old)
    const comparison = to(edit(({ rules }) => ({ rules: rules.with(1, younger) })))
    const flip = { from: 'notEligible', to: 'complete', cases: 1 }
    expect(comparison.verdicts).toEqual([flip])
    expect(essence(comparison)).toEqual([
      {
        part: 'rule/zu-jung',
        moves: [{ from: 'notEligible', to: 'doesNotApply', cases: 1 }],
        verdicts: [flip],
      },
    ])
    expect(differingCases(replay, comparison, 5)).toEqual([
      {
        number: 2,
        verdict: { before: 'notEligible', after: 'complete' },
        parts: [{ kind: 'rule', id: 'zu-jung', before: 'notEligible', after: 'doesNotApply' }],
        answers: { alter: 17 },
        evidence: {},
      },
    ])
  })

  it('is told by the document whose form or need changes', () => {
    const { replay, to } = replayOf(old)
    const copy = aDocument('mietvertrag', { neededWhen: is('mietet'), forms: ['original', 'copy'] })
    const comparison = to(edit(() => ({ documents: [copy, aDocument('ausweis')] })))
    expect(comparison.verdicts).toEqual([{ from: 'complete', to: 'missingDocuments', cases: 2 }])
    expect(essence(comparison)).toEqual([
      {
        part: 'document/ausweis',
        moves: [{ from: 'notNeeded', to: 'missing', cases: 3 }],
        verdicts: [{ from: 'complete', to: 'missingDocuments', cases: 2 }],
      },
      {
        part: 'document/mietvertrag',
        moves: [{ from: 'missing', to: 'there', cases: 1 }],
        verdicts: [],
      },
    ])
    const [first, second, third] = differingCases(replay, comparison, 9)
    expect([first, second, third].map((one) => one!.number)).toEqual([4, 6, 3])
    expect(third!.evidence).toEqual({ mietvertrag: { seen: 'copyTaken' } })
  })

  it('is told by the amount of a fee and by a notice that becomes a finding', () => {
    const comparison = replayOf(old).to(
      edit(({ rules }) => ({
        fees: [{ id: 'gebuehr', amount: 12.5, source: '§ 2 Probe' }],
        rules: rules.with(2, aRule('hinweis', 'needsReview', is('mietet'))),
      })),
    )
    expect(essence(comparison)).toEqual([
      { part: 'fee/gebuehr', moves: [{ from: '10', to: '12.5', cases: 3 }], verdicts: [] },
      {
        part: 'rule/hinweis',
        moves: [{ from: 'notice', to: 'needsReview', cases: 2 }],
        verdicts: [
          { from: 'missingDocuments', to: 'needsReview', cases: 1 },
          { from: 'complete', to: 'needsReview', cases: 1 },
        ],
      },
    ])
  })

  it('leaves a verdict open where a question is new, and where an answer no longer fits', () => {
    const { to } = replayOf(old)
    const asked = to(
      edit(({ questions, rules }) => ({
        questions: [...questions, yesNo('neu')],
        rules: [...rules, aRule('neu', 'needsReview', is('neu'))],
      })),
    )
    expect(asked.verdicts).toEqual([
      { from: 'complete', to: 'open', cases: 2 },
      { from: 'missingDocuments', to: 'open', cases: 1 },
    ])
    const narrower = to(
      edit(({ questions }) => ({ questions: questions.with(1, { ...questions[1]!, max: 50 }) })),
    )
    expect(narrower.verdicts).toEqual([{ from: 'complete', to: 'open', cases: 1 }])
  })
})

const services = Map.groupBy(Rulebook.from('rules').all(), ({ compiled }) => compiled.ruleSet.service)
const neighbours = [...services.values()].flatMap((own) => {
  const [before, after] = own.slice(-2)
  return after === undefined ? [] : [[before!.id, after.id, before!.compiled, after.compiled] as const]
})

// More cases than fit into one block, and not a whole number of words.
const size = { count: 20_011, seed: 3, from: '2026-11-24' }

describe.each(neighbours)('from %s to %s over invented cases', (_old, _new, before, after) => {
  const replay = new Replay(sampleCases([before, after], size))
  const comparison = compareReruns(replay.run(before), replay.run(after))

  it('sees every change that the evaluation of one case sees, and no other', () => {
    const changed = differingCases(replay, comparison, 30).map(({ number }) => number - 1)
    const others = Array.from({ length: 200 }, (_, i) => (i * 99 + 7) % size.count)
    for (const at of [...changed, ...others]) {
      const [one, other] = [plainly(before, replay, at), plainly(after, replay, at)]
      expect([stateAt(comparison.before.verdicts, at), stateAt(comparison.after.verdicts, at)]).toEqual([
        one.verdict,
        other.verdict,
      ])
      const rules = comparison.parts.filter(({ kind, moved }) => kind === 'rule' && isIn(moved, at))
      expect(new Set(rules.map(({ id }) => id))).toEqual(differingIds(one.rules, other.rules))
    }
  })

  it('names for each case enough answers to see what changes, before and after', () => {
    for (const { number, parts, answers } of differingCases(replay, comparison, 10)) {
      const { today } = replay.caseAt(after, number - 1)
      for (const { kind, id, before: stood } of parts.filter(({ kind }) => kind === 'rule')) {
        const at = before.ruleSet.rules.findIndex((rule) => rule.id === id)
        if (at === -1 || stood === 'open') continue
        const holds = evaluate(before, answers, today).rules[at] === True
        expect([kind, id, holds]).toEqual([kind, id, stood !== 'doesNotApply'])
      }
    }
  })
})

/** The verdict and the findings of one case, worked out without any bitmaps. */
function plainly(compiled: CompiledRuleSet, replay: Replay, at: number) {
  const { answers, evidence, today } = replay.caseAt(compiled, at)
  const { rules, documents } = evaluate(compiled, answers, today)
  const { ruleSet } = compiled
  const strongest = (truths: readonly Truth[]): Truth => Math.max(False, ...truths) as Truth
  const outcomes = [
    ...(['wrongAuthority', 'notEligible', 'needsReview'] as const).map((finding) => ({
      verdict: finding,
      truth: strongest(rules.filter((_, i) => ruleSet.rules[i]!.finding === finding)),
    })),
    {
      verdict: 'missingDocuments',
      truth: strongest(
        documents.filter((_, i) => {
          const document = ruleSet.documents[i]!
          return standingOf(document, evidence[document.id], today).state === 'missing'
        }),
      ),
    },
    { verdict: 'complete', truth: True },
  ]
  const { verdict, truth } = outcomes.find(({ truth }) => truth !== False)!
  return {
    verdict: truth === True ? verdict : 'open',
    rules: new Map(
      ruleSet.rules.map(({ id, finding }, i) => [id, rules[i] === False ? null : `${finding} ${rules[i]}`]),
    ),
  }
}

/** Rules that hold in the one and not in the other, or find something else. */
const differingIds = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
  new Set([...one.keys(), ...other.keys()].filter((id) => (one.get(id) ?? null) !== (other.get(id) ?? null)))
