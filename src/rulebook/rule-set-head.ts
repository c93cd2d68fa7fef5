import type { RuleSet } from '../precheck/rule-set.js'
import type { PartField } from './rule-set-parts.js'

/** What a rule set says about itself as a whole. */
export function headOf(ruleSet: RuleSet): { title: string; fields: PartField[]; json: string } {
  const {
    inForceFrom: _from,
    questions: _q,
    derived: _d,
    documents: _o,
    rules: _r,
    fees: _f,
    ...head
  } = ruleSet
  const { title, leika, decidingDay, decidedBy, department, finishedAtCounter, groups, form } = head
  const fields = {
    Titel: title,
    'LeiKa-Schlüssel': leika ?? '',
    'Entscheidender Tag': decidingDay === 'today' ? 'Tag der Vorprüfung' : decidingDay,
    Entscheidet: deciders[decidedBy],
    Fachdienst: department,
    'Abschluss am Schalter': finishedAtCounter ? 'möglich' : 'nicht möglich',
    Gruppen: groups?.map((group) => group.title).join('; ') ?? '',
    Antragsformular: form?.template ?? '',
  }
  return {
    title: 'Angaben zum Regelwerk',
    fields: Object.entries(fields)
      .filter(([, text]) => text !== '')
      .map(([label, text]) => ({ label, text })),
    json: JSON.stringify(head),
  }
}

const deciders: Record<RuleSet['decidedBy'], string> = {
  gemeinde: 'die Gemeinde',
  landkreis: 'der Landkreis',
  land: 'das Land',
}
