import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseRuleSet } from '../../src/rulebook/choose-rule-set.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { whyInForce } from '../../src/rulebook/why-in-force.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

let folder: string
let rulebook: Rulebook
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'))
  cpSync('rules/rule-set.schema.json', join(folder, 'rule-set.schema.json'))
  mkdirSync(join(folder, 'probe'))
  for (const inForceFrom of ['2025-01-01', '2026-07-01'])
    writeFileSync(
      join(folder, 'probe', `${inForceFrom}.json`),
      JSON.stringify(
        aRuleSet({
          inForceFrom,
          decidingDay: 'ereignis',
          questions: [yesNo('hier'), yesNo('ereignis', { kind: 'date', text: 'Wann war es?' })],
          rules: [aRule('anderswo', 'wrongAuthority', is('hier', false))],
        }),
      ),
    )
  rulebook = Rulebook.from(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const why = (answers: Record<string, string>) =>
  whyInForce(rulebook, chooseRuleSet(rulebook, 'probe', '2026-11-24', answers)!, '2026-11-24', answers)

it('names the answered day that picks the rule set, and its last day', () => {
  expect(why({ ereignis: '2026-06-30' })).toMatchObject({
    ruleSet: 'probe@2025-01-01',
    from: '2025-01-01',
    until: '2026-06-30',
    decidingDay: { day: '2026-06-30', question: { id: 'ereignis', text: 'Wann war es?' } },
  })
})

it('takes the day at the counter while that day is not answered, and knows of no end', () => {
  expect(why({})).toMatchObject({
    ruleSet: 'probe@2026-07-01',
    until: null,
    decidingDay: { day: '2026-11-24', question: null },
  })
})
