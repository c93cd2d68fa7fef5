import { truncateSync, utimesSync } from 'node:fs'
import { pastCasesPath, writePastCases } from '../../src/insight/past-cases-file.js'
import { compile } from '../../src/precheck/compile.js'
import { ColumnWriter } from '../../src/precheck/replay/column-writer.js'
import { openCase, startDesk } from '../casework/support/desk-app.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

/** Either answer can end the case, so the one that usually does is best asked first. */
const ruleSet = aRuleSet({
  service: 'wohngeld',
  department: 'wohngeldstelle',
  questions: [yesNo('wohnt_hier'), yesNo('mietet')],
  rules: [
    aRule('anderswo', 'notEligible', is('wohnt_hier', false)),
    aRule('kein-mieter', 'notEligible', is('mietet', false)),
  ],
})

let app: TestApp
let clerk: Client
beforeAll(async () => {
  app = await startDesk([ruleSet])
  clerk = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

const firstQuestion = async () => (await openCase(clerk)).precheck.next?.question
const file = () => pastCasesPath(app.config.dataDir, 'wohngeld')

function remember(mietet: boolean, count: number): void {
  const writer = new ColumnWriter()
  for (let i = 0; i < count; i++)
    writer.add(compile(ruleSet), { answers: { wohnt_hier: true, mietet }, evidence: {}, today: '2026-01-01' })
  writePastCases(file(), writer.finish('wohngeld', [...Array(count).keys()]))
}

test('without a past the order is that of the author', async () => {
  expect(await firstQuestion()).toBe('wohnt_hier')
})

test('what usually ends the case is asked first, from the next export on', async () => {
  remember(false, 200)
  expect(await firstQuestion()).toBe('mietet')
  remember(true, 200)
  utimesSync(file(), new Date(), new Date(Date.now() + 5000))
  expect(await firstQuestion()).toBe('wohnt_hier')
})

test('a damaged file stops nobody', async () => {
  truncateSync(file(), 10)
  expect(await firstQuestion()).toBe('wohnt_hier')
})
