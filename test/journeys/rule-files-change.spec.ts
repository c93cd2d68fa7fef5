import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { paths } from '../../src/web/paths.js'
import { answer, openCase, show, startDesk, visit } from '../casework/support/desk-app.js'
import { everyKind } from '../casework/support/desk-rules.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { aRule, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'

let app: TestApp
let clerk: Client
beforeAll(async () => {
  app = await startDesk()
  clerk = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

const write = (file: string, text: string) => writeFileSync(join(app.config.rulesDir, file), text)
const today = () => app.clock.today()
const asOf = (ruleSet: RuleSet, inForceFrom: string, title: string) =>
  JSON.stringify({ ...ruleSet, inForceFrom, title })
const problems = () => app.app.get(Rulebook).problems.map(problemLine)
const ruleSetOfNewCase = async (service: string) => (await openCase(clerk, service)).caseFile.ruleSet

/** Waits, as the people in the office do, until the running program has noticed. */
async function until(noticed: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await noticed()); tries++) {
    if (tries > 600) throw new Error(`Nothing happened. ${problems().join('\n')}`)
    await wait(100)
  }
}

test('a new file counts for new cases from its first day, without a restart; old cases go on as before', async () => {
  const { caseFile } = await openCase(clerk)
  write(`wohngeld/${today()}.json`, asOf(everyKind, today(), 'Probegeld neu'))
  await until(async () => (await ruleSetOfNewCase('wohngeld')) === `wohngeld@${today()}`)
  await answer(clerk, caseFile.id, 'personen', 2)
  const now = await show(clerk, caseFile.id)
  expect([now.caseFile.ruleSet, now.moveOver?.to]).toEqual(['wohngeld@2025-01-01', `wohngeld@${today()}`])
  expect((await visit(clerk, paths.newCase)).text).toContain('Probegeld neu')
})

test('a half-written file changes nothing at the counter; once it is whole, it counts', async () => {
  const whole = asOf(
    aRuleSet({
      service: 'wohnsitz-anmeldung',
      questions: [yesNo('eingezogen')],
      rules: [aRule('nein', 'notEligible', is('eingezogen', false))],
    }),
    today(),
    'Anmeldung neu',
  )
  const { caseFile } = await openCase(clerk, 'wohnsitz-anmeldung')
  const file = `wohnsitz-anmeldung/${today()}.json`
  write(file, whole.slice(0, whole.length / 2))
  await until(() => problems().some((line) => line.startsWith(`${file}:: Zeile 1`)))
  expect(await ruleSetOfNewCase('wohnsitz-anmeldung')).toBe('wohnsitz-anmeldung@2025-01-01')
  expect((await visit(clerk, paths.case(caseFile.id))).status).toBe(200)
  write(file, whole)
  await until(async () => (await ruleSetOfNewCase('wohnsitz-anmeldung')) === `wohnsitz-anmeldung@${today()}`)
  expect(problems()).toEqual([])
})

test('a rule set in force stays as it is when its file is changed or taken away', async () => {
  const { caseFile } = await openCase(clerk, 'gewerbeanmeldung')
  const file = 'gewerbeanmeldung/2026-06-01.json'
  write(file, '{ "service": "gewerbeanmeldung" }')
  await until(() => problems().some((line) => line.includes('Der Schlüssel „title“ fehlt')))
  rmSync(join(app.config.rulesDir, file))
  await until(() => problems().some((line) => line.startsWith(`${file}:: Die Datei fehlt`)))
  expect((await visit(clerk, paths.case(caseFile.id))).text).toContain('Gewerbe zur Probe')
  expect(await ruleSetOfNewCase('gewerbeanmeldung')).toBe('gewerbeanmeldung@2026-06-01')
})

test('texts of a rule file are text on every page, whatever they look like', async () => {
  const html = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
  const hostile = aRuleSet({
    service: 'wohnsitz-anmeldung',
    inForceFrom: '2025-02-01',
    title: `Titel ${html}`,
    groups: [{ id: 'g', title: html }],
    questions: [
      yesNo('eingezogen', { text: `Frage ${html}`, hint: html, why: html, source: html, group: 'g' }),
      {
        id: 'art',
        text: html,
        kind: 'choice',
        source: html,
        options: [{ value: 'a', label: html, hint: html }],
      },
    ],
    documents: [
      {
        id: 'd',
        name: html,
        forms: ['original'],
        maxAge: { days: 9 },
        source: html,
        why: html,
        whereToGet: html,
      },
    ],
    rules: [
      { id: 'r', finding: 'notEligible', when: is('eingezogen', false), say: `Sagt ${html}`, source: html },
      { id: 'n', finding: 'notice', when: is('art', 'a'), say: html, source: html },
      { id: 'w', finding: 'needsReview', when: { not: is('art', 'a') }, say: html, source: html },
    ],
    fees: [{ id: 'f', name: html, amount: 1, source: html }],
  })
  write('wohnsitz-anmeldung/2025-02-01.json', JSON.stringify(hostile))
  await until(() => app.app.get(Rulebook).byId('wohnsitz-anmeldung@2025-02-01') !== null)
  const { caseFile } = await openCase(clerk, 'wohnsitz-anmeldung')
  await app.database.query('update case_file set rule_set = $2 where id = $1', [
    caseFile.id,
    'wohnsitz-anmeldung@2025-02-01',
  ])
  await answer(clerk, caseFile.id, 'eingezogen', false)
  await answer(clerk, caseFile.id, 'art', 'a')
  const { id } = caseFile
  const shown = [paths.case(id), `${paths.case(id)}?offen=frage-art`, paths.review(id), paths.history(id)]
  for (const path of [...shown, paths.questionPanel(id, 'eingezogen'), paths.cases, paths.newCase]) {
    const { status, text } = await visit(clerk, path)
    expect([path, status]).toEqual([path, 200])
    expect(text).not.toMatch(/<img|<script>alert/)
  }
  expect((await visit(clerk, paths.case(id))).text).toContain('Sagt &quot;>&lt;img src=x')
})
