import type { Condition, Leaf, Question, RuleSet } from '../../src/precheck/rule-set.js'

/** The smallest rule set, to be filled with what a test is about. */
export const aRuleSet = (parts: Partial<RuleSet> = {}): RuleSet => ({
  service: 'probe',
  title: 'Probe',
  inForceFrom: '2025-01-01',
  decidingDay: 'today',
  decidedBy: 'gemeinde',
  department: 'meldebehoerde',
  finishedAtCounter: true,
  questions: [],
  documents: [],
  rules: [],
  fees: [],
  ...parts,
})

export const yesNo = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  text: `${id}?`,
  kind: 'yesNo',
  source: '§ 1 Probe',
  ...more,
})

export const is = (fact: string, value: Leaf['value'] = true): Leaf => ({ fact, operator: 'equal', value })

export const aRule = (id: string, finding: RuleSet['rules'][number]['finding'], when: Condition) => ({
  id,
  finding,
  when,
  say: id,
  source: '§ 1 Probe',
})

export const aDocument = (id: string, more: Partial<RuleSet['documents'][number]> = {}) => ({
  id,
  name: id,
  forms: ['original' as const],
  maxAge: null,
  source: '§ 1 Probe',
  ...more,
})
