import { spawnSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { exampleFiles } from '../../src/rulebook/example-files.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { emptyRules, sound, type RulesFolder } from './support/rules-folder.js'
import { processorTime } from '../support/processor-time.js'

const file = 'probe/2025-01-01.json'
/** Nothing in a folder of rules may keep anyone waiting longer. */
const patience = 10_000

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

const linesOf = () => Rulebook.from(rules.folder).problems.map(problemLine)
const asText = (parts: Partial<RuleSet> = {}) => JSON.stringify(sound(parts))
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('a file that is no rule set is refused with its place and what to do', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  it.each<[string, string | Buffer, string]>([
    ['empty', '', ':: Die Datei ist leer.'],
    ['only white space', ' \n\n', ':: Die Datei ist leer.'],
    ['half-written', asText().slice(0, 120), 'die Datei endet hier, vielleicht nur halb geschrieben'],
    ['a comma too many', '{\n  "service": "probe",\n}', ':: Zeile 3, Spalte 1: Das ist kein gültiges JSON.'],
    [
      'a comma too few',
      '{\n  "a": 1\n  "b": 2 }',
      ':: Zeile 3, Spalte 3: Das ist kein gültiges JSON. Erwartet',
    ],
    [
      'a comment',
      '// Meldewesen\n{}',
      'Zeile 1, Spalte 1: Das ist kein gültiges JSON. Erwartet wird ein Wert',
    ],
    [
      'NaN',
      '{ "max": NaN }',
      'Zeile 1, Spalte 10: Das ist kein gültiges JSON. Erwartet wird ein Wert; hier steht „N“',
    ],
    ['Infinity', '{ "max": -Infinity }', 'hier steht „-“'],
    ['a number beyond all numbers', '{ "max": 1e999 }', ':/max: Zeile 1, Spalte 10: Diese Zahl ist zu groß'],
    ['a text over two lines', '{ "a": "x\ny" }', 'Der Text bricht hier ab'],
    ['a BOM', `\ufeff${asText()}`, ':: Die Datei beginnt mit einem BOM; bitte als UTF-8 ohne BOM speichern.'],
    [
      'Latin-1',
      bytes('{\n"title": "Geb', [0xfc], 'hr"}'),
      ':: In Zeile 2 ist ein Zeichen beschädigt; bitte als UTF-8',
    ],
    ['UTF-16', Buffer.from(asText(), 'utf16le'), ':: '],
    [
      '10,000 levels',
      nested(10_000),
      ':: Zeile 1, Spalte 61: Die Datei ist tiefer als 60 Ebenen verschachtelt.',
    ],
    ['10,000 levels of conditions', `{"rules":${'{"not":'.repeat(10_000)}`, 'tiefer als 60 Ebenen'],
    ['a key of a megabyte', `{"${'k'.repeat(999_000)}":1}`, 'Ein Schlüssel ist länger als 200 Zeichen: „kkk'],
    ['more than a megabyte', `"${'a'.repeat(1_000_000)}"`, ':: Die Datei ist größer als 1 MB.'],
    ['very many entries', `[${'1,'.repeat(400_000)}1]`, 'Hier stehen mehr als 1000 Einträge.'],
    [
      'very many values',
      `[${`[${'[],'.repeat(900)}0],`.repeat(300)}0]`,
      'Die Datei hat mehr als 50000 Werte.',
    ],
    [
      '__proto__',
      '{ "__proto__": { "service": "probe" } }',
      ':: Zeile 1, Spalte 3: Der Schlüssel __proto__ ist',
    ],
    [
      '__proto__ in disguise',
      String.raw`{ "a": { "\u005f_proto__": 1 } }`,
      ':/a: Zeile 1, Spalte 10: Der Schlüssel __proto__',
    ],
    ['constructor', '{ "constructor": {} }', ':: Der Schlüssel „constructor“ gehört nicht hierher'],
    ['an array', '[]', ':: Erwartet wird ein Objekt.'],
  ])('%s', (_, content, line) => {
    rules.write(file, content)
    const began = processorTime()
    expect(linesOf().join('\n')).toContain(line)
    expect(linesOf().join('\n')).toContain(`${file}:`)
    expect(processorTime() - began).toBeLessThan(patience)
    expect(Rulebook.from(rules.folder).all()).toEqual([])
  })

  it('a key that stands twice, at every depth, with pointer and both lines', () => {
    rules.write(file, '{\n "title": "a",\n "rules": [\n  { "id": "x", "id": "y" }\n ],\n "title": "b"\n}')
    expect(linesOf()).toEqual([
      `${file}:/rules/0/id: Zeile 4, Spalte 16: Dieser Schlüssel steht schon in Zeile 4; bitte einen von beiden entfernen.`,
      `${file}:/title: Zeile 6, Spalte 2: Dieser Schlüssel steht schon in Zeile 2; bitte einen von beiden entfernen.`,
    ])
  })

  it('500 MB, without reading them', () => {
    rules.write(file, '{}')
    truncateSync(rules.path(file), 500_000_000)
    const began = processorTime()
    expect(linesOf()).toEqual([`${file}:: Die Datei ist größer als 1 MB.`])
    expect(processorTime() - began).toBeLessThan(1000)
  })

  it('very many problems are told up to a hundred', () => {
    rules.write(file, { ...sound(), rules: Array.from({ length: 200 }, () => ({})) })
    expect(linesOf()).toHaveLength(101)
    expect(linesOf().at(-1)).toMatch(/^probe\/2025-01-01\.json:: Und \d+ weitere Mängel\.$/)
  })
})

describe('signs that mislead are refused with their place', () => {
  it.each([
    ['a control', '\u0007', 'U+0007'],
    ['NUL', '\0', 'U+0000'],
    ['a turn of direction', '\u202etxt.exe', 'U+202E'],
    ['a letter from right to left', 'Frist \u05d0 14', 'U+05D0'],
    ['a sign without width', 'Ge\u200bbühr', 'U+200B'],
    ['half a character', '\ud800', 'U+D800'],
  ])('%s', (_, sign, name) => {
    rules.write(file, asText({ title: `Probe ${sign}` }))
    expect(linesOf()).toEqual([
      expect.stringMatching(
        new RegExp(`^${file}:/title: Zeile 1, Spalte \\d+: Das Zeichen ${name.replace('+', '\\+')}`),
      ),
    ])
  })

  it('also in a name on the disk, which is printed without them', () => {
    rules.write('pro\nbe/2025-01-01.json', '{')
    expect(linesOf()).toEqual([expect.stringMatching(/^pro\ufffdbe\/2025-01-01\.json::/)])
  })

  it('a soft hyphen and foreign letters that read from left to right are none', () => {
    rules.write(file, asText({ title: 'Aufenthalts\u00adtitel für Łukasz Đặng' }))
    expect(linesOf()).toEqual([])
  })
})

it('a file in place of the whole folder is told', () => {
  const folder = rules.path('rule-set.schema.json')
  expect(Rulebook.from(folder).problems).toEqual([
    { file: folder, pointer: '', message: 'Hier liegt keine rule-set.schema.json.' },
  ])
})

describe('a link', () => {
  it('out of the folder is not followed', () => {
    const elsewhere = emptyRules()
    elsewhere.write(file, sound())
    rules.write('probe/2024-01-01.json', sound({ inForceFrom: '2024-01-01' }))
    symlinkSync(elsewhere.path(file), rules.path(file))
    symlinkSync('/etc', rules.path('fremd'))
    symlinkSync(rules.path('nirgends'), rules.path('probe/2026-01-01.json'))
    expect(linesOf()).toEqual([
      expect.stringMatching(/^fremd:: Diese Verknüpfung führt aus dem Ordner hinaus; bitte/),
      expect.stringMatching(
        /^probe\/2025-01-01\.json:: Diese Verknüpfung führt aus dem Ordner hinaus; bitte/,
      ),
      expect.stringMatching(/^probe\/2026-01-01\.json:: Diese Verknüpfung führt ins Leere; bitte/),
    ])
    expect(
      Rulebook.from(rules.folder)
        .all()
        .map(({ id }) => id),
    ).toEqual(['probe@2024-01-01'])
    elsewhere.remove()
  })

  it('within the folder is a file like any other', () => {
    rules.write('probe/ablage/stand.txt', asText())
    symlinkSync(rules.path('probe/ablage/stand.txt'), rules.path(file))
    expect(linesOf()).toEqual([])
    expect(Rulebook.from(rules.folder).byId('probe@2025-01-01')).not.toBeNull()
  })

  it('to a file, where a folder belongs, is told', () => {
    rules.write(file, sound())
    rules.write('andere/examples', '')
    symlinkSync(rules.path(file), rules.path('neu'))
    symlinkSync(rules.path(file), rules.path('neu.json'))
    const told = 'Hier gehört ein Ordner hin; bitte die Datei aus dem Ordner nehmen.'
    expect(linesOf()).toEqual([`neu:: ${told}`, `neu.json:: ${told}`])
    expect(exampleFiles(rules.folder, 'andere')).toEqual([
      expect.objectContaining({ file: 'andere/examples', problems: [{ pointer: '', message: told }] }),
    ])
  })

  it('and neither is a folder or a device that is called like a rule file', () => {
    rules.write('probe/2025-01-01.json/x', '')
    spawnSync('mkfifo', [rules.path('probe/2026-01-01.json')])
    expect(linesOf()).toEqual([
      `${file}:: Das ist keine Datei; bitte aus dem Ordner nehmen.`,
      'probe/2026-01-01.json:: Das ist keine Datei; bitte aus dem Ordner nehmen.',
    ])
  })
})
