import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

const source = '§ 1 Probe'

/** A small service with questions of several kinds, as it was and as it will be. */
export const old: RuleSet = aRuleSet({
  service: 'wohngeld',
  title: 'Probegeld',
  department: 'wohngeldstelle',
  inForceFrom: '2025-01-01',
  groups: [{ id: 'wohnung', title: 'Wohnung' }],
  questions: [
    yesNo('mietet', { text: 'Mieten Sie?', group: 'wohnung', why: 'Nur Mieter.', confirmed: false }),
    { id: 'einzug', text: 'Wann eingezogen?', kind: 'date', mayBeUnknown: true, source: '§ 2 Probe' },
    yesNo('untermiete', { text: 'Zur Untermiete?', askWhen: is('mietet') }),
    { id: 'name', text: 'Name', kind: 'personName', for: 'form', source },
    { id: 'anschrift', text: 'Anschrift', kind: 'address', for: 'form', source },
  ],
  derived: [{ fact: 'tage', function: 'daysBetween', of: ['einzug', 'today'], name: 'Tage seit dem Einzug' }],
  documents: [
    aDocument('mietvertrag', {
      name: 'Mietvertrag',
      forms: ['original', 'copy'],
      maxAge: { months: 3 },
      neededWhen: is('mietet'),
    }),
  ],
  rules: [
    { ...aRule('kein-mieter', 'notEligible', is('mietet', false)), say: 'Nur für Mieter.' },
    aRule('untermieter', 'needsReview', is('untermiete')),
    aRule('einzug-unklar', 'needsReview', { fact: 'einzug', operator: 'isUnknown', value: true }),
    aRule('bald', 'needsReview', { fact: 'tage', operator: 'lessThan', value: 0 }),
  ],
  fees: [{ id: 'frei', name: 'Antrag', amount: 0, source }],
})

export const upcoming: RuleSet = {
  ...old,
  inForceFrom: '2027-01-01',
  fees: [{ id: 'frei', name: 'Antrag', amount: 12.5, source: '§ 3 Probe' }],
}

const answers = { mietet: true, einzug: '2020-01-01', untermiete: false }

/** Examples that show everything of a rule set, on a day of it. */
const examplesOn = (on: string, fee: number) => ({
  vollstaendig: { answers, documents: { mietvertrag: 'originalSeen' }, expect: { verdict: 'complete', fee } },
  'vertrag-fehlt': { answers, expect: { verdict: 'missingDocuments', missing: ['mietvertrag'] } },
  'kein-mieter': { answers: { mietet: false }, expect: { verdict: 'notEligible' } },
  untermieter: { answers: { ...answers, untermiete: true }, expect: { verdict: 'needsReview' } },
  unklar: { answers: { ...answers, einzug: 'unknown' }, expect: { verdict: 'needsReview' } },
  bald: { answers: { ...answers, einzug: '2030-01-01' }, expect: { verdict: 'needsReview' } },
  on,
})

/** A rules folder of one's own, to be changed while the program runs. */
export interface AuthorRules {
  readonly rulesDir: string
  readonly write: (file: string, content: object | string) => void
  readonly remove: (file: string) => void
  readonly dispose: () => void
}

export function authorRules(): AuthorRules {
  const rulesDir = mkdtempSync(join(tmpdir(), 'lotse-authors-'))
  const write: AuthorRules['write'] = (file, content) => {
    mkdirSync(dirname(join(rulesDir, file)), { recursive: true })
    writeFileSync(join(rulesDir, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  for (const schema of ['rule-set.schema.json', 'example.schema.json'])
    copyFileSync(join('rules', schema), join(rulesDir, schema))
  for (const ruleSet of [old, upcoming]) write(`wohngeld/${ruleSet.inForceFrom}.json`, ruleSet)
  writeExamples(write, '2026-11-24', 0)
  writeExamples(write, '2027-02-01', 12.5)
  return {
    rulesDir,
    write,
    remove: (file) => rmSync(join(rulesDir, file)),
    dispose: () => rmSync(rulesDir, { recursive: true, force: true }),
  }
}

function writeExamples(write: AuthorRules['write'], day: string, fee: number): void {
  const { on, ...examples } = examplesOn(day, fee)
  for (const [name, example] of Object.entries(examples))
    write(`wohngeld/examples/${on.slice(0, 7)}-${name}.json`, { name, on, documents: {}, ...example })
}
