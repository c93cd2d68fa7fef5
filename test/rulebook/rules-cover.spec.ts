import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkRules } from '../../src/rulebook/check-rules.js'
import { runExamples } from '../../src/rulebook/examples.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { saveExample } from '../../src/rulebook/save-example.js'
import { uncovered, unnamedMark } from '../../src/rulebook/uncovered.js'
import { lotse } from '../support/lotse.js'
import { aDocument, aRule, is, yesNo } from '../support/rule-set-builder.js'
import { copyOf, emptyRules, sound, type RulesFolder } from './support/rules-folder.js'

const file = 'probe/2025-01-01.json'

describe('an own rule set', () => {
  let rules: RulesFolder
  beforeEach(() => {
    rules = emptyRules()
  })
  afterEach(() => rules.remove())

  const cover = (...more: string[]) => lotse(['rules', 'cover', 'probe', ...more, '--rules', rules.folder])
  const examples = () => readdirSync(rules.path('probe/examples')).toSorted()

  it('without examples: every side of everything, told with a citizen', () => {
    rules.write(file, sound({ documents: [aDocument('pass')] }))
    const { code, out } = cover()
    expect(out).toContain('probe/2025-01-01.json:/rules/0: Kein Beispiel löst „anderswo“ aus.')
    expect(out).toContain('– hier? Nein\n')
    expect(out).toContain('Heraus kommt: nicht zuständig (anderswo)')
    expect(out).toContain('– legt vor: pass\n    Heraus kommt: vollständig')
    expect(out).toContain('Heraus kommt: Unterlagen fehlen')
    expect(code).toBe(1)
  })

  it('writes examples that pass, and are hinted at until somebody names them', async () => {
    rules.write(file, sound())
    expect(cover('--write').code).toBe(1)
    expect(examples()).toEqual([
      '2025-01-01-zu-benennen-regel-anderswo-ja.json',
      '2025-01-01-zu-benennen-regel-anderswo-nein.json',
    ])
    const { problems, hints } = await checkRules(rules.folder)
    expect(problems.map(problemLine)).toEqual([])
    expect(hints.filter(({ pointer }) => pointer === '/name')).toHaveLength(2)
    expect(cover()).toMatchObject({ code: 0, out: 'Die Beispiele zeigen alles.\n' })
  })

  it('never overwrites a file', () => {
    rules.write(file, sound())
    const taken = 'probe/examples/2025-01-01-zu-benennen-regel-anderswo-ja.json'
    rules.write(taken, '{}')
    expect(cover('--write').out).toContain('zu-benennen-regel-anderswo-ja-2.json')
    expect(readFileSync(rules.path(taken), 'utf8')).toBe('{}')
  })

  it('finds the day on which a rule applies', () => {
    const later = { fact: 'today', operator: 'greaterThanInclusive', value: '2026-02-01' } as const
    const rule = aRule('spaeter', 'needsReview', { all: [is('hier', true), later] })
    rules.write(file, sound({ rules: [aRule('anderswo', 'wrongAuthority', is('hier', false)), rule] }))
    expect(cover('--json').out).toContain('"on": "2026-02-01"')
  })

  it('writes no example that another rule set would judge', () => {
    const questions = [yesNo('hier'), { ...yesNo('tag'), kind: 'date' as const }]
    const early = { fact: 'tag', operator: 'lessThan', value: '2024-06-01' } as const
    const rule = aRule('alt', 'notEligible', { all: [is('hier', true), early] })
    rules.write(file, sound({ questions, decidingDay: 'tag', rules: [rule] }))
    const { ruleSets } = JSON.parse(cover('--json').out)
    const [{ uncovered }] = ruleSets
    expect(
      uncovered.find(({ title }: { title: string }) => title === 'Regel „alt“ greift').citizen,
    ).toBeNull()
  })

  it.each([
    [['rules', 'cover'], 'Es fehlt die Leistung.'],
    [['rules', 'cover', 'nirgends'], 'Die Leistung „nirgends“ gibt es nicht.'],
    [['rules', 'cover', 'probe', '--on', '2020-01-01'], 'am 2020-01-01 kein Regelwerk in Kraft'],
  ])('a wrong call: %j', (call, message) => {
    rules.write(file, sound())
    const { code, told } = lotse([...call, '--rules', rules.folder])
    expect(told).toContain(message)
    expect(code).toBe(2)
  })
})

describe.each(['hundesteuer', 'fischereischein'])('%s without its examples', (service) => {
  let rules: RulesFolder
  beforeEach(() => {
    rules = copyOf(service)
    rmSync(rules.path(`${service}/examples`), { recursive: true })
  })
  afterEach(() => rules.remove())

  it('is covered again by generated ones, which all pass', async () => {
    const rulebook = Rulebook.from(rules.folder)
    for (const ruleSet of rulebook.all()) {
      const { runs } = await runExamples(rulebook, rules.folder, service)
      const next = rulebook.all().find(({ inForceFrom }) => inForceFrom > ruleSet.inForceFrom)
      const until = next === undefined ? null : dayBefore(next.inForceFrom)
      const found = uncovered(ruleSet, runs, until)
      expect(found.filter(({ citizen }) => citizen === null)).toEqual([])
      for (const citizen of new Set(found.map(({ citizen }) => citizen!))) {
        expect(citizen.example.name.startsWith(unnamedMark)).toBe(true)
        saveExample(rules.folder, citizen)
      }
    }
    expect(existsSync(join(rules.folder, service, 'examples'))).toBe(true)
    expect((await checkRules(rules.folder)).problems.map(problemLine)).toEqual([])
  })
})

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
