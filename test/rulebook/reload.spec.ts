import { renameSync, writeFileSync } from 'node:fs'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

const today = '2026-11-24'
const [past, future] = ['probe/2025-01-01.json', 'probe/2027-01-01.json']
const text = (title: string, inForceFrom = '2025-01-01') => JSON.stringify(sound({ title, inForceFrom }))

let rules: RulesFolder
let rulebook: Rulebook
beforeEach(() => {
  rules = emptyRules()
  rules.write(past, text('alt'))
  rules.write(future, text('künftig', '2027-01-01'))
  rulebook = Rulebook.from(rules.folder)
})
afterEach(() => rules.remove())

const titleOf = (id: string) => rulebook.byId(id)?.compiled.ruleSet.title
const refresh = (inUse: readonly string[] = []) => rulebook.refresh(today, new Set(inUse)).map(problemLine)
const problems = () => rulebook.problems.map(problemLine)

it('has nothing to do as long as no file changes', () => {
  expect(rulebook.isOutdated()).toBe(false)
  const before = rulebook.all()
  expect(refresh()).toEqual([])
  expect(rulebook.all()).toEqual(before)
})

it('reads the files of the services that are named, and all if one of them has no rule set', () => {
  rules.write(
    'andere/2026-01-01.json',
    JSON.stringify(sound({ service: 'andere', inForceFrom: '2026-01-01' })),
  )
  rules.write('kaputt/2026-01-01.json', '{')
  const read = (...services: string[]) => Rulebook.from(rules.folder, services)
  expect([read('probe').services(), read('probe').problems]).toEqual([['probe'], []])
  expect(read('probe', 'andere').services()).toEqual(['andere', 'probe'])
  for (const whole of [read(), read('kaputt'), read('probe', 'gibt-es-nicht'), read('prob')])
    expect([whole.services(), whole.problems.length]).toEqual([['andere', 'probe'], 1])
})

it('takes a new file, of a new service too', () => {
  rules.write('probe/2026-11-24.json', text('neu', '2026-11-24'))
  rules.write(
    'andere/2026-01-01.json',
    JSON.stringify(sound({ service: 'andere', inForceFrom: '2026-01-01' })),
  )
  expect(rulebook.isOutdated()).toBe(true)
  expect(refresh()).toEqual([])
  expect(rulebook.isOutdated()).toBe(false)
  expect(rulebook.inForce('probe', '2026-11-23')?.id).toBe('probe@2025-01-01')
  expect(rulebook.inForce('probe', today)?.id).toBe('probe@2026-11-24')
  expect(rulebook.services()).toEqual(['andere', 'probe'])
})

it('takes a change of a file that is not in force yet, and lets it go', () => {
  rules.write(future, text('anders', '2027-01-01'))
  expect(refresh()).toEqual([])
  expect(titleOf('probe@2027-01-01')).toBe('anders')
  rules.remove(future)
  expect(refresh()).toEqual([])
  expect(rulebook.byId('probe@2027-01-01')).toBeNull()
  expect(rulebook.isOutdated()).toBe(false)
})

it('notices a file of the same size that took the place of another', () => {
  writeFileSync(rules.path('probe/neu'), text('KÜNFTIG', '2027-01-01'))
  renameSync(rules.path('probe/neu'), rules.path(future))
  expect(rulebook.isOutdated()).toBe(true)
  refresh()
  expect(titleOf('probe@2027-01-01')).toBe('KÜNFTIG')
})

describe.each(['', text('neu').slice(0, 50), text('neu').replace('"rules"', '"regeln"')])(
  'a broken file: %j',
  (broken) => {
    it.each([
      [past, 'probe@2025-01-01', 'alt'],
      [future, 'probe@2027-01-01', 'künftig'],
    ])('never replaces a good one: %s', (file, id, title) => {
      rules.write(file, broken)
      expect(refresh().join('\n')).toContain(`${file}:`)
      expect(titleOf(id)).toBe(title)
      expect(refresh()).toEqual([])
      expect(problems()).toHaveLength(new Set(problems()).size)
      expect(problems().join('\n')).toContain(`${file}:`)
    })
  },
)

it('is told until it is repaired, and then taken', () => {
  rules.write('probe/2026-12-01.json', text('neu', '2026-12-01').slice(0, 50))
  expect(refresh()).toHaveLength(1)
  rules.write('probe/2026-12-01.json', text('neu', '2026-12-01'))
  expect(refresh()).toEqual([])
  expect(problems()).toEqual([])
  expect(rulebook.inForce('probe', '2026-12-01')?.compiled.ruleSet.title).toBe('neu')
})

describe('a rule set in force', () => {
  const fixed = `${past}:: Dieses Regelwerk ist in Kraft und wird nicht geändert; eine Änderung ist eine neue Datei.`

  it('is not changed; the change is told once and as long as it stands there', () => {
    rules.write(past, text('neu'))
    expect(refresh()).toEqual([fixed])
    expect(refresh()).toEqual([])
    expect([titleOf('probe@2025-01-01'), problems()]).toEqual(['alt', [fixed]])
    rules.write(past, text('alt'))
    refresh()
    expect(problems()).toEqual([])
  })

  it('stays when its file is gone, and even the whole folder', () => {
    rules.remove(past)
    expect(refresh()).toEqual([
      `${past}:: Die Datei fehlt; ihr Regelwerk ist in Kraft oder in Gebrauch und gilt weiter. Bitte zurücklegen.`,
    ])
    expect(rulebook.isOutdated()).toBe(false)
    rules.remove('probe')
    refresh()
    expect(rulebook.all().map(({ id }) => id)).toEqual(['probe@2025-01-01'])
    rules.write(past, text('alt'))
    refresh()
    expect(problems()).toEqual([])
  })

  it('is one from its first day on', () => {
    rules.write(future, text('anders', '2027-01-01'))
    const newYear = rulebook.refresh('2027-01-01', new Set()).map(problemLine)
    expect(newYear).toEqual([expect.stringContaining(`${future}:: Dieses Regelwerk ist in Kraft`)])
    expect(titleOf('probe@2027-01-01')).toBe('künftig')
  })
})

it('a rule set that a case refers to stays, although its day has not come', () => {
  rules.write(future, text('anders', '2027-01-01'))
  expect(refresh(['probe@2027-01-01'])).toHaveLength(1)
  rules.remove(future)
  expect(refresh(['probe@2027-01-01'])).toHaveLength(1)
  expect(titleOf('probe@2027-01-01')).toBe('künftig')
})

it('without a sound schema nothing new counts, and what counts stays', () => {
  const schema = rules.path('rule-set.schema.json')
  writeFileSync(schema, '{')
  rules.write('probe/2026-12-01.json', text('neu', '2026-12-01'))
  expect(refresh().join('\n')).toContain(
    'rule-set.schema.json fehlt oder ist beschädigt; ungeprüft gilt nichts.',
  )
  expect(rulebook.all().map(({ id }) => id)).toEqual(['probe@2025-01-01', 'probe@2027-01-01'])
  expect(Rulebook.from(rules.folder).all()).toEqual([])
})
