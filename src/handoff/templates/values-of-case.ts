import type { CompiledRuleSet } from '../../precheck/compile.js'
import { evaluate } from '../../precheck/evaluate.js'
import type { Answers, Day } from '../../precheck/rule-set.js'
import type { FieldMap } from '../form/field-map.js'
import { formValues, type CaseInForm, type FormValues } from '../form/form-values.js'

/** What the fields say for a case that is in no office: with made-up particulars of authority and case file. */
export function valuesOfCase(
  map: FieldMap,
  compiled: CompiledRuleSet,
  answers: Answers,
  on: Day,
): FormValues {
  return formValues(map, compiled, evaluate(compiled, answers, on).facts, madeUp(on))
}

const madeUp = (on: Day): CaseInForm => ({
  caseFile: { number: `${on.slice(0, 4)}-000123`, receivedOn: on, applicant: 'Łukasz Müller-Nguyễn' },
  authority: { name: 'Muster-Behörde der Stadt Boizenburg/Elbe' },
  department: { name: 'Fachdienst Beispiel' },
  office: { name: 'Bürgerbüro Boizenburg' },
  handedOverBy: { name: 'Käthe Schröder' },
})
