import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { writePastCases } from '../../src/insight/past-cases-file.js'
import { sampleCases } from '../../src/precheck/replay/sample-cases.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { lotse } from '../support/lotse.js'

const folder = mkdtempSync(join(tmpdir(), 'lotse-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

const replay = (...args: string[]) => lotse(['rules', 'replay', ...args])
const dogs = join(folder, 'hunde.columns')
const { compiled } = Rulebook.from('rules').inForce('hundesteuer', '2026-11-24')!
writePastCases(dogs, sampleCases([compiled], { count: 5, seed: 1, from: '2026-11-24' }))

test.each([
  [[], 'Es fehlt das neue Regelwerk: eine Regeldatei oder <Leistung>@<Tag>.'],
  [['nirgends.json'], '„nirgends.json“ ist weder'],
  [['kurtaxe@2026-01-01'], 'Die Leistung „kurtaxe“ gibt es nicht.'],
  [['wohngeld@2026-02-30'], '„wohngeld@2026-02-30“ ist weder'],
  [['wohngeld@2020-01-01'], 'Für „wohngeld“ ist am 2020-01-01 kein Regelwerk in Kraft.'],
  [['wohngeld@2025-01-01', '--sample', '9'], 'Vor dem 01.01.2025 gibt es kein Regelwerk'],
  [['package.json'], 'package.json:: Der Schlüssel'],
  [
    ['wohngeld@2026-07-01', '--against', 'reisepass@2026-07-01'],
    'gehört zu „reisepass“, das neue zu „wohngeld“.',
  ],
  [['wohngeld@2026-07-01', '--sample', 'viele'], '--sample: Erwartet wird eine ganze Zahl von 1 bis'],
  [['wohngeld@2026-07-01', '--sample', '9', '--cases', dogs], 'Entweder --cases oder --sample.'],
  [
    ['wohngeld@2026-07-01', '--cases', dogs],
    'Die Fälle gehören zu „hundesteuer“, das Regelwerk zu „wohngeld“.',
  ],
  [['wohngeld@2026-07-01', '--cases', 'package.json'], 'package.json: Das ist keine Falldatei.'],
  [['wohngeld@2026-07-01', '--cases', 'weg.columns'], 'Die Falldatei „weg.columns“ gibt es nicht.'],
])('a call that leads nowhere says why: %j', (args, message) => {
  const { code, out, told } = replay(...args)
  expect([code, out]).toEqual([2, ''])
  expect(told).toContain(message)
})

test('the same number of invented cases gives the same result, and is called invented', () => {
  const args = ['unterhaltsvorschuss@2027-01-01', '--sample', '2000', '--show', '3']
  const [one, other] = [replay(...args), replay(...args)]
  expect(one).toEqual(other)
  expect(one.code).toBe(1)
  expect(one.out).toMatch(/^Ergebnis bisher → neu, Fälle\n/)
  expect(one.out).toMatch(/2\.000 Fälle: .* ändern sich, davon .* im Ergebnis \(erfundene Fälle\)\n$/)
  expect(one.out.match(/^ {2}Fall \d+/gm)).toHaveLength(3)
})

test('a rule set compared with itself changes nothing', () => {
  const { code, out } = replay('wohngeld@2026-07-01', '--against', 'wohngeld@2026-08-01', '--sample', '500')
  expect([code, out]).toEqual([
    0,
    'wohngeld@2026-07-01 gegenüber wohngeld@2026-07-01, 500 Fälle: nichts ändert sich (erfundene Fälle)\n',
  ])
})
