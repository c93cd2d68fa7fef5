import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import type { readJson } from '../../src/rulebook/read-json.js'
import { emptyRules, sound, soundExample, type RulesFolder } from './support/rules-folder.js'

const file = 'probe/2025-01-01.json'

let rules: RulesFolder
beforeEach(() => {
  rules = emptyRules()
})
afterEach(() => rules.remove())

/** `lotse`, ended if it does not end by itself. */
function lotse(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    env: {},
    timeout: 60_000,
  })
  return { code: status, out: stdout, told: stderr }
}
const check = () => lotse(['rules', 'check', '--rules', rules.folder])

describe('from a terminal', () => {
  const service = (name: string) => `${name}/2025-01-01.json`
  beforeEach(() => rules.write(service('heil'), sound({ service: 'heil' })))

  it('the check ends with 1 and one line for each problem, examples too', () => {
    rules.write(file, sound())
    rules.write('probe/examples/a.json', JSON.stringify(soundExample).slice(0, 40))
    rules.write('probe/examples/b.json', '{ "name": "x", "name": "y" }')
    rules.write('probe/examples/c.json', { ...soundExample, answers: { constructor: true, toString: 1 } })
    symlinkSync('/etc/hostname', rules.path('probe/examples/d.json'))
    rules.write(service('kaputt'), '['.repeat(100_000))
    const { code, out } = check()
    expect(code).toBe(1)
    for (const line of [
      'probe/examples/a.json:: Zeile 1, Spalte 41: Das ist kein gültiges JSON.',
      'probe/examples/b.json:/name: Zeile 1, Spalte 16: Dieser Schlüssel steht schon in Zeile 1',
      'probe/examples/c.json:/answers/constructor: Diese Frage gibt es nicht.',
      'probe/examples/c.json:/answers/toString: Diese Frage gibt es nicht.',
      'probe/examples/d.json:: Diese Verknüpfung führt aus dem Ordner hinaus',
      'kaputt/2025-01-01.json:: Zeile 1, Spalte 61: Die Datei ist tiefer',
    ])
      expect(out.split('\n')).toContainEqual(expect.stringContaining(line))
  })

  it('the pre-check of a sound service goes on beside a broken one', () => {
    rules.write(service('kaputt'), '{')
    rules.write('antworten.json', { answers: { hier: true } })
    const call = [
      '--on',
      '2026-11-24',
      '--answers',
      rules.path('antworten.json'),
      '--json',
      '--rules',
      rules.folder,
    ]
    const { code, out } = lotse(['precheck', 'heil', ...call])
    expect([code, JSON.parse(out).verdict]).toEqual([0, 'complete'])
    const broken = lotse(['precheck', 'kaputt', ...call])
    expect([broken.code, broken.told]).toEqual([2, 'Die Leistung „kaputt“ gibt es nicht. Es gibt: heil.\n'])
  })

  it.each([
    [
      'twice',
      '{ "answers": { "hier": true,\n "hier": false } }',
      ':/answers/hier: Zeile 2, Spalte 2: Dieser Schlüssel',
    ],
    ['deep', '['.repeat(100_000), 'tiefer als 60 Ebenen'],
    [
      'proto',
      '{ "answers": { "__proto__": { "hier": true } } }',
      'Der Schlüssel __proto__ ist nicht erlaubt',
    ],
    [
      'constructor',
      '{ "answers": { "constructor": true } }',
      ':/answers/constructor: Diese Frage gibt es nicht.',
    ],
    ['code', '{ "answers": { "hier": "process.exit(0)" } }', ':/answers/hier: Erwartet wird Ja oder Nein'],
  ])('answers that are no plain answers end with 2 and their place: %s', (_, answers, line) => {
    rules.write('antworten.json', answers)
    const call = ['--on', '2026-11-24', '--answers', rules.path('antworten.json'), '--rules', rules.folder]
    const { code, told } = lotse(['precheck', 'heil', ...call])
    expect(told).toContain(line)
    expect(code).toBe(2)
  })

  it('answers from standard input are read as strictly as files', () => {
    const from = (input: string) =>
      spawnSync(
        process.execPath,
        ['dist/cli.js', 'precheck', 'heil', '--on', '2026-11-24', '--answers', '-', '--rules', rules.folder],
        { encoding: 'utf8', input },
      )
    expect(from('{ "answers": { "hier": true } }').status).toBe(0)
    const twice = from('{ "answers": { "hier": true,\n "hier": false } }')
    expect(twice.stderr).toMatch(/^-:\/answers\/hier: Zeile 2, Spalte 2: Dieser Schlüssel steht schon/)
    expect(twice.status).toBe(2)
    expect(from('').stderr).toBe('-:: Die Datei ist leer.\n')
  })

  it('a device that never ends is read up to the limit', () => {
    const call = ['--on', '2026-11-24', '--answers', '/dev/zero', '--rules', rules.folder]
    const { code, told } = lotse(['precheck', 'heil', ...call])
    expect([code, told]).toEqual([2, '/dev/zero:: Die Datei ist größer als 1 MB.\n'])
  })
})

it('reads standard input as it reads files', () => {
  const program =
    "import { readJson } from './dist/rulebook/read-json.js'; console.log(JSON.stringify(readJson(0)))"
  const run = (input: string) =>
    JSON.parse(
      spawnSync(process.execPath, ['--input-type=module', '--eval', program], { input, encoding: 'utf8' })
        .stdout,
    ) as ReturnType<typeof readJson>
  expect(run('{"a":[1]}')).toMatchObject({ ok: true, json: { a: [1] } })
  expect(run('{"a":1,"a":2}')).toMatchObject({ ok: false, problems: [{ pointer: '/a' }] })
})
