import { compile } from '../../src/precheck/compile.js'
import { disagreements } from '../../src/precheck/second-opinion.js'
import type { Condition } from '../../src/precheck/rule-set.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

// The rule files' schema refuses all of this; should one ever come past it, it is still never carried out.
const payloads = [
  `$[?(globalThis.reached = true)]`,
  `$..[?(@.constructor.constructor("globalThis.reached = true")())]`,
  `$[(this.constructor.constructor("return process")().exit(3))]`,
]

it.each(payloads)('never runs a path: %s', async (path) => {
  const when = { ...is('a'), path, params: { path } } as Condition
  const compiled = compile(aRuleSet({ questions: [yesNo('a')], rules: [aRule('r', 'notice', when)] }))
  expect(await disagreements(compiled, { a: true }, '2026-11-24')).toEqual([])
  expect(globalThis).not.toHaveProperty('reached')
})

it('takes texts that look like code as text', async () => {
  const questions = [yesNo('a')]
  const compiled = compile(
    aRuleSet({ questions, rules: [{ ...aRule('r', 'notice', is('a')), say: '${process.exit()} {{a}}' }] }),
  )
  expect(await disagreements(compiled, { a: true, toString: false }, '2026-11-24')).toEqual([])
})
