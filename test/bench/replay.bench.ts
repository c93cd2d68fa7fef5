import { compile, type CompiledRuleSet } from '../../src/precheck/compile.js'
import { compareReruns } from '../../src/precheck/replay/compare-reruns.js'
import { Replay } from '../../src/precheck/replay/replay.js'
import { sampleCases } from '../../src/precheck/replay/sample-cases.js'
import type { Condition, Leaf, RuleSet } from '../../src/precheck/rule-set.js'
import { engineTruths } from '../../src/precheck/second-opinion.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { lessIsBetter, median, moreIsBetter, type Row } from './row.js'

const today = '2026-11-24'
const count = 1_000_000
const engineCases = 100
const rounds = 3

/** A million invented cases through the largest rule set beside json-rules-engine, and what one edit of it changes. */
export async function replayRows(): Promise<Row[]> {
  const { id, compiled } = largestRuleSet()
  const cases = sampleCases([compiled], { count, seed: 7, from: today })
  const name = `replay ${id}, ${count.toLocaleString('en')} cases`
  const whole: number[] = []
  const engine: number[] = []
  const edits: number[] = []
  for (let round = 0; round < rounds; round++) {
    const replay = new Replay(cases)
    whole.push(milliseconds(() => replay.run(compiled)))
    engine.push(await engineMilliseconds(compiled, replay))
    edits.push(...editMilliseconds(compiled, replay))
  }
  const perSecond = (times: readonly number[], of: number) => (of / median(times)) * 1000
  const engineRate = perSecond(engine, engineCases)
  return [
    moreIsBetter(
      `${name} · json-rules-engine, one engine a run`,
      perSecond(whole, count),
      engineRate,
      'per s',
    ),
    lessIsBetter(`${name}, what one edit changes · replaying all`, median(edits), median(whole), 'ms'),
    lessIsBetter(`${name}, slowest edit · replaying all`, Math.max(...edits), median(whole), 'ms'),
  ]
}

/** The one with most questions and rules. */
function largestRuleSet() {
  const rulebook = Rulebook.from('rules')
  const size = ({ compiled: { ruleSet } }: { compiled: CompiledRuleSet }) =>
    ruleSet.questions.length + ruleSet.rules.length
  return rulebook
    .services()
    .flatMap((service) => rulebook.inForce(service, today) ?? [])
    .toSorted((a, b) => size(b) - size(a))[0]!
}

async function engineMilliseconds(compiled: CompiledRuleSet, replay: Replay): Promise<number> {
  const inputs = Array.from({ length: engineCases }, (_, at) => replay.caseAt(compiled, at))
  const start = performance.now()
  for (const input of inputs) await engineTruths(compiled.ruleSet, input.answers, input.today)
  return performance.now() - start
}

/** One edit after the other: of each rule the first comparison the other way round, with all that follows from it. */
function editMilliseconds(compiled: CompiledRuleSet, replay: Replay): number[] {
  const before = replay.run(compiled)
  return compiled.ruleSet.rules.map((_, i) => {
    const edited = compile(withOtherRule(compiled.ruleSet, i))
    return milliseconds(() => compareReruns(before, replay.run(edited)))
  })
}

const withOtherRule = (ruleSet: RuleSet, i: number): RuleSet => {
  const rule = ruleSet.rules[i]!
  return { ...ruleSet, rules: ruleSet.rules.with(i, { ...rule, when: otherwise(rule.when) }) }
}

function otherwise(condition: Condition): Condition {
  if ('all' in condition) return { all: [otherwise(condition.all[0]!), ...condition.all.slice(1)] }
  if ('any' in condition) return { any: [otherwise(condition.any[0]!), ...condition.any.slice(1)] }
  return 'not' in condition ? condition.not : { not: condition satisfies Leaf }
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
