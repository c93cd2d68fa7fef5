import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

/** A rules folder of a test's own, with nothing but the schemas in it. */
export interface RulesFolder {
  readonly folder: string
  /** Texts and bytes as they are, anything else as JSON. */
  readonly write: (file: string, content: unknown) => void
  readonly path: (file: string) => string
  readonly remove: (file?: string) => void
}

export function emptyRules(): RulesFolder {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  for (const schema of ['rule-set.schema.json', 'example.schema.json'])
    cpSync(`rules/${schema}`, join(folder, schema))
  const path = (file: string) => join(folder, file)
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(path(file)), { recursive: true })
    const asIs = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(path(file), asIs ? content : JSON.stringify(content))
  }
  return { folder, path, write, remove: (file = '') => rmSync(path(file), { recursive: true }) }
}

/** The same with one real service in it. */
export function copyOf(service: string): RulesFolder {
  const rules = emptyRules()
  cpSync(`rules/${service}`, rules.path(service), { recursive: true })
  return rules
}

/** An example with which nothing is wrong, for such a rule set. */
export const soundExample = {
  name: 'Anna',
  on: '2026-01-01',
  answers: { hier: true },
  documents: {},
  expect: { verdict: 'complete' },
}

/** A rule set with which nothing is wrong. */
export const sound = (parts: Partial<RuleSet> = {}): RuleSet =>
  aRuleSet({
    questions: [yesNo('hier')],
    rules: [aRule('anderswo', 'wrongAuthority', is('hier', false))],
    ...parts,
  })
