import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readTrial } from '../../src/authoring/read-trial.js'
import { trialAddress } from '../../src/authoring/trial-address.js'
import type { Example } from '../../src/rulebook/example-files.js'
import { chooseRuleSet } from '../../src/rulebook/choose-rule-set.js'
import { readPrecheckInput } from '../../src/rulebook/precheck-input.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import type { DocumentsShown } from '../../src/rulebook/evidence-shown.js'

const rulebook = Rulebook.from('rules')

/** As the server reads an address: a name that occurs several times is a list. */
function posted(address: string): Record<string, string | string[]> {
  const query = new URL(address, 'http://lotse').searchParams
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [first, ...more] = query.getAll(name)
      return [name, more.length === 0 ? first! : [first!, ...more]]
    }),
  )
}

test.each(rulebook.services())('every example of %s goes through an address unchanged', (service) => {
  const folder = join('rules', service, 'examples')
  for (const file of readdirSync(folder)) {
    const example = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example
    const loaded = chooseRuleSet(rulebook, service, example.on, example.answers)!
    const { ruleSet } = loaded.compiled
    const read = readPrecheckInput(ruleSet, { answers: example.answers, documents: example.documents })
    if (!read.ok) throw new Error(file)
    const documents = Object.fromEntries(
      Object.entries(read.input.evidence).map(([id, { seen }]) => [id, seen]),
    ) as DocumentsShown
    const address = trialAddress(loaded.id, ruleSet, {
      on: example.on,
      answers: read.input.answers,
      documents,
    })
    const trial = readTrial(ruleSet, posted(address), '2000-01-01')
    expect([file, trial.input.answers]).toEqual([file, read.input.answers])
    expect(trial.input.today).toBe(example.on)
    expect(new Set(Object.keys(trial.input.evidence))).toEqual(new Set(Object.keys(documents)))
    expect([...trial.errors]).toEqual([])
  }
})
