import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ReplayReport } from '../../src/insight/replay-report.js'
import { pastCasesPath, readPastCases } from '../../src/insight/past-cases-file.js'
import { Replay } from '../../src/precheck/replay/replay.js'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { startApp, type TestApp } from '../support/app.js'
import { aCase } from '../support/case-builder.js'
import { signIn, type Client } from '../support/client.js'

const day = '2026-11-24'
const file = 'rules/wohngeld/2026-07-01.json'

let app: TestApp
let clerk: Client
beforeAll(async () => {
  app = await startApp()
  app.clock.startAt(`${day}T09:41:00+01:00`)
  clerk = await signIn(app, 'k.schroeder')
  await tenant().handedOverBy(clerk)
  await tenant().with({ probeberechnung: 9 }).handedOverBy(clerk)
  await tenant().openedBy(clerk)
})
afterAll(() => app.stop())

const tenant = () => aCase().for('wohngeld').like('2026-11-24-mieterin-allein')

/** `lotse` beside the running server, on its database and its data. */
function lotse(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    env: { DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir },
  })
  return { code: status, out: stdout, told: stderr }
}

const path = () => pastCasesPath(app.config.dataDir, 'wohngeld')

/** A draft of the rule set in force, written beside the data. */
function draft(change: (ruleSet: RuleSet) => Partial<RuleSet>): string {
  const ruleSet = JSON.parse(readFileSync(file, 'utf8')) as RuleSet
  const written = join(app.config.dataDir, 'entwurf.json')
  writeFileSync(written, JSON.stringify({ ...ruleSet, ...change(ruleSet) }))
  return written
}

test('before anything is exported, a replay says how to get there', () => {
  const { code, told } = lotse('rules', 'replay', 'wohngeld@2026-07-01')
  expect([code, told]).toEqual([
    2,
    'Für „wohngeld“ gibt es noch keine Falldatei. „lotse cases export wohngeld“ schreibt sie aus der Datenbank; mit --sample 10000 wird mit erfundenen Fällen gerechnet.\n',
  ])
  expect(lotse('cases', 'export', 'hundesteuer')).toEqual({
    code: 2,
    out: '',
    told: 'Für „hundesteuer“ gibt es noch keine Vorgänge, die übergeben oder am Schalter abgeschlossen sind.\n',
  })
})

test('the decided cases are exported, with nothing in them that says whose they are', () => {
  expect(lotse('cases', 'export')).toEqual({ code: 0, out: `wohngeld: 2 Vorgänge → ${path()}\n`, told: '' })
  const text = readFileSync(path(), 'latin1')
  for (const secret of ['Kr', 'Anna', 'Lindenstr', 'DE8937', '03874', '1.620', '1984-02-29', '2026-0'])
    expect(secret === '2026-0' ? text.match(/2026-\d{6}/) : text.includes(secret) || null).toBeNull()
})

test('a case is read back with the answers that decide, on the day it left the counter', () => {
  const { compiled } = Rulebook.from('rules').inForce('wohngeld', day)!
  const replay = new Replay(readPastCases(path())!)
  const cases = [0, 1].map((at) => replay.caseAt(compiled, at))
  expect(cases.map(({ today }) => today)).toEqual([day, day])
  expect(new Set(cases.map(({ answers }) => answers['probeberechnung']))).toEqual(new Set([9, 10]))
  expect(cases[0]).toMatchObject({
    answers: { wohnform: 'miete', einkommensarten: ['lohn'], einzugsdatum: '2021-05-01' },
    evidence: { mietvertrag: { seen: 'copyTaken' } },
  })
})

test('a draft is replayed over them: what changes, by which part, in which cases', () => {
  const edited = draft(({ documents, rules }) => ({
    documents: documents.map((one) =>
      one.id === 'mietvertrag' ? { ...one, forms: ['original' as const] } : one,
    ),
    rules: rules.map((one) =>
      one.id === 'unter-zehn-euro'
        ? { ...one, when: { fact: 'probeberechnung', operator: 'lessThan' as const, value: 11 } }
        : one,
    ),
  }))
  const { code, out } = lotse('rules', 'replay', edited, '--json')
  const report = JSON.parse(out) as ReplayReport
  expect(code).toBe(1)
  expect(report).toMatchObject({ before: 'wohngeld@2026-07-01', cases: 2, changed: 2 })
  const rule = report.parts.find(({ id }) => id === 'unter-zehn-euro')!
  expect(rule).toMatchObject({ kind: 'rule', cases: 1 })
  const shown = report.shown.find(({ parts }) => parts.some(({ id }) => id === 'unter-zehn-euro'))!
  expect(shown.answers['probeberechnung']).toBe(10)
  expect(Object.keys(shown.answers)).not.toContain('antrag_eingang')
  const words = lotse('rules', 'replay', edited).out
  expect(words).toContain('Unterlage „Mietvertrag')
  expect(words).toMatch(/: 2 ändern sich, davon \d im Ergebnis/)
})

test('nothing changes where only words do', () => {
  const edited = draft(({ title }) => ({ title: `${title} (neu)` }))
  expect(lotse('rules', 'replay', edited)).toEqual({
    code: 0,
    out: 'wohngeld@2026-07-01 gegenüber wohngeld@2026-07-01, 2 Fälle: nichts ändert sich\n',
    told: '',
  })
})

test('the file of a service that has neither rules nor cases any more goes with the next export', () => {
  const gone = pastCasesPath(app.config.dataDir, 'fruehere-leistung')
  copyFileSync(path(), gone)
  expect(lotse('cases', 'export').code).toBe(0)
  expect(existsSync(gone)).toBe(false)
})

test('a case that is gone from the database is gone from the file with the next export', async () => {
  await app.database.query("update case_file set state = 'withdrawn' where service = 'wohngeld'")
  expect(lotse('cases', 'export', 'wohngeld').code).toBe(2)
  expect(existsSync(path())).toBe(false)
})
