import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { aDocument, aRule, aRuleSet, is, yesNo } from '../../support/rule-set-builder.js'

const source = '§ 1 Probe'

/** A rule set with a question of every kind and documents that can be seen in every way. */
export const everyKind: RuleSet = aRuleSet({
  service: 'wohngeld',
  title: 'Probegeld',
  department: 'wohngeldstelle',
  finishedAtCounter: false,
  groups: [{ id: 'wohnung', title: 'Wohnung' }],
  questions: [
    yesNo('mietet', {
      text: 'Mieten Sie die Wohnung?',
      group: 'wohnung',
      mayBeUnknown: true,
      why: 'Nur Mieter.',
    }),
    yesNo('untermiete', { text: 'Zur Untermiete?', group: 'wohnung', askWhen: is('mietet') }),
    {
      id: 'art',
      text: 'Welche Art?',
      kind: 'choice',
      source,
      options: [
        { value: 'erst', label: 'Erstantrag' },
        { value: 'weiter', label: 'Weiterleistung', hint: 'nach dem ersten Bescheid' },
      ],
    },
    {
      id: 'bezuege',
      text: 'Welche Bezüge?',
      kind: 'choices',
      source,
      options: [
        { value: 'rente', label: 'Rente' },
        { value: 'lohn', label: 'Lohn' },
      ],
    },
    { id: 'personen', text: 'Wie viele Personen?', kind: 'integer', min: 1, max: 20, source },
    { id: 'miete', text: 'Wie hoch ist die Miete?', kind: 'euro', source },
    { id: 'einzug', text: 'Wann eingezogen?', kind: 'date', mayBeUnknown: true, source },
    { id: 'staat', text: 'Welche Staatsangehörigkeit?', kind: 'country', source },
    { id: 'familienname', text: 'Familienname', kind: 'personName', for: 'form', required: true, source },
    { id: 'vornamen', text: 'Vornamen', kind: 'personName', for: 'form', source },
    { id: 'anschrift', text: 'Anschrift', kind: 'address', for: 'form', source },
    { id: 'kennzeichen', text: 'Kennzeichen', kind: 'plate', for: 'form', source },
    { id: 'konto', text: 'IBAN', kind: 'iban', for: 'form', source },
    { id: 'bemerkung', text: 'Bemerkung', kind: 'text', for: 'form', max: 300, source },
    { id: 'haushalt', text: 'Wer wohnt noch da?', kind: 'persons', for: 'form', source },
  ],
  documents: [
    aDocument('ausweis', { name: 'Personalausweis', noCopy: true }),
    aDocument('mietvertrag', {
      name: 'Mietvertrag',
      forms: ['original', 'copy'],
      maxAge: { months: 3 },
      neededWhen: is('mietet'),
      mayFetch: true,
    }),
  ],
  rules: [
    aRule('kein-mieter', 'notEligible', is('mietet', false)),
    aRule('mietet-unklar', 'needsReview', { fact: 'mietet', operator: 'isUnknown', value: true }),
    aRule('einzug-unklar', 'notice', { fact: 'einzug', operator: 'isUnknown', value: true }),
    aRule('viele', 'needsReview', { fact: 'personen', operator: 'greaterThan', value: 10 }),
    aRule('teuer', 'needsReview', { fact: 'miete', operator: 'greaterThan', value: 5000 }),
    aRule('frueh', 'needsReview', { fact: 'einzug', operator: 'lessThan', value: '1900-01-01' }),
    aRule('fern', 'needsReview', is('staat', 'XX')),
    aRule('rentner', 'notice', { fact: 'bezuege', operator: 'contains', value: 'rente' }),
    aRule('lohn', 'needsReview', { fact: 'bezuege', operator: 'contains', value: 'lohn' }),
    aRule('weiter', 'needsReview', is('art', 'weiter')),
    aRule('unter', 'needsReview', is('untermiete')),
  ],
  fees: [{ id: 'frei', amount: 0, source }],
})

/** Complete once its only question is answered with Ja; the office may finish it itself. */
const atTheCounter: RuleSet = aRuleSet({
  service: 'wohnsitz-anmeldung',
  title: 'Anmeldung zur Probe',
  questions: [yesNo('eingezogen', { text: 'Sind Sie eingezogen?' })],
  rules: [aRule('nicht-eingezogen', 'notEligible', is('eingezogen', false))],
})

/** Two rule sets of one service; the day of the event decides which of them counts. */
const byTheDay: readonly RuleSet[] = ['2025-01-01', '2026-06-01'].map((inForceFrom) =>
  aRuleSet({
    service: 'gewerbeanmeldung',
    title: 'Gewerbe zur Probe',
    department: 'gewerbeamt',
    inForceFrom,
    decidingDay: 'beginn',
    questions: [{ id: 'beginn', text: 'Ab wann?', kind: 'date', source }],
    rules: [aRule('lange-her', 'needsReview', { fact: 'beginn', operator: 'lessThan', value: '1990-01-01' })],
  }),
)

const small: readonly RuleSet[] = [everyKind, atTheCounter, ...byTheDay]

/** Rule sets as files in a folder of their own. */
export function writeRules(ruleSets = small): { rulesDir: string; remove: () => void } {
  const rulesDir = mkdtempSync(join(tmpdir(), 'lotse-rules-'))
  copyFileSync(
    new URL('../../../rules/rule-set.schema.json', import.meta.url),
    join(rulesDir, 'rule-set.schema.json'),
  )
  for (const ruleSet of ruleSets) {
    const folder = join(rulesDir, ruleSet.service)
    mkdirSync(folder, { recursive: true })
    const file = { $schema: '../rule-set.schema.json', ...ruleSet }
    writeFileSync(join(folder, `${ruleSet.inForceFrom}.json`), JSON.stringify(file))
  }
  const { problems } = Rulebook.from(rulesDir)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return { rulesDir, remove: () => rmSync(rulesDir, { recursive: true, force: true }) }
}
