import { symlinkSync } from 'node:fs'
import { ExampleResults } from '../../src/authoring/example-results.js'
import { RulesOnDisk } from '../../src/authoring/rules-on-disk.js'
import { emptyRules, sound, type RulesFolder } from '../rulebook/support/rules-folder.js'

const kept = '.ablage/probe'
let rules: RulesFolder
let onDisk: RulesOnDisk
beforeEach(() => {
  rules = emptyRules()
  rules.write(`${kept}/2025-01-01.json`, sound())
  symlinkSync(rules.path(kept), rules.path('probe'))
  onDisk = new RulesOnDisk({ rulesDir: rules.folder })
})
afterEach(() => rules.remove())

const title = () => onDisk.read().byId('probe@2025-01-01')!.compiled.ruleSet.title

it('are read again when a file changed, also behind a link to a folder', () => {
  const before = onDisk.read()
  expect(title()).toBe('Probe')
  expect(onDisk.read()).toBe(before)
  rules.write(`${kept}/2025-01-01.json`, sound({ title: 'Neuer' }))
  expect(title()).toBe('Neuer')
})

it('and so are their examples', async () => {
  const results = new ExampleResults(onDisk)
  const example = { on: '2026-01-01', answers: { hier: true }, expect: { verdict: 'complete' } }
  const names = async () => (await results.of('probe')).runs.map(({ name }) => name)
  expect(await names()).toEqual([])
  rules.write(`${kept}/examples/a.json`, { ...example, name: 'Anna', documents: {} })
  expect(await names()).toEqual(['Anna'])
  rules.write(`${kept}/examples/a.json`, { ...example, name: 'Anne', documents: {} })
  expect(await names()).toEqual(['Anne'])
})
