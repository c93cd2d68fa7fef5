import type { FactKind } from '../precheck/operators.js'
import { library } from '../precheck/functions.js'
import { notKnown, type NeededDocument, type Question, type Sourced } from '../precheck/rule-set.js'
import { countsAs } from '../precheck/document-standing.js'
import { waysSeen } from '../precheck/rule-set.js'
import type { LoadedRuleSet } from './rule-files.js'
import { lastChecked } from './sourced-parts.js'

/** A rule set told to someone who has never seen the file: enough to answer it with `lotse precheck`. */
export function describeRuleSet({ id, hash, compiled }: LoadedRuleSet) {
  const { questions, documents, rules, fees, derived = [], form: _form, ...head } = compiled.ruleSet
  const checked = (part?: Sourced) => ({ checkedOn: lastChecked(compiled.ruleSet, part) })
  return {
    ruleSet: id,
    hash,
    ...head,
    ...checked(),
    questions: questions.map((question) => ({ ...describeQuestion(question), ...checked(question) })),
    documents: documents.map((document) => ({ ...describeDocument(document), ...checked(document) })),
    rules: rules.map((rule) => ({ ...rule, confirmed: rule.confirmed !== false, ...checked(rule) })),
    fees: fees.map((fee) => ({ ...fee, confirmed: fee.confirmed !== false, ...checked(fee) })),
    derived: derived.map((fact) => ({ ...fact, says: library[fact.function]!.says })),
  }
}

function describeQuestion(question: Question) {
  const { for: purpose, mayBeUnknown, confirmed, ...rest } = question
  return {
    ...rest,
    decides: purpose !== 'form',
    confirmed: confirmed !== false,
    answerAs: answerAs[question.kind],
    ...(mayBeUnknown === true ? { unknownAs: notKnown } : {}),
    example: question.example ?? exampleOf(question),
  }
}

const describeDocument = (document: NeededDocument) => ({
  ...document,
  alwaysNeeded: document.neededWhen === undefined,
  confirmed: document.confirmed !== false,
  countsWhen: waysSeen.filter((seen) => countsAs(document, seen)),
})

const answerAs: Partial<Record<FactKind, string>> = {
  yesNo: 'true oder false',
  choice: 'der value einer Option',
  choices: 'eine Liste von values der Optionen; [] für nichts davon',
  integer: 'ganze Zahl',
  euro: 'Zahl in Euro, höchstens zwei Nachkommastellen',
  date: 'Tag als "JJJJ-MM-TT"',
  text: 'Text',
  personName: 'Text aus den Zeichen von DIN 91379, Datentyp A',
  address: '{ "street", "houseNumber"?, "addition"?, "postcode", "city" }',
  country: 'ISO 3166-1 alpha-2, "XX" für staatenlos oder ungeklärt',
  plate: 'Kennzeichen wie "LWL-AB 123"',
  iban: 'IBAN',
  persons:
    'Liste von { "familyName"?, "givenNames"?, "birthDate"? }, je Person mindestens eine dieser Angaben',
}

function exampleOf({ kind, options, min = 1 }: Question) {
  const examples: Record<Question['kind'], unknown> = {
    yesNo: true,
    choice: options?.[0]?.value,
    choices: options === undefined ? [] : [options[0]!.value],
    integer: min,
    euro: min,
    date: '2026-11-23',
    text: 'Beispiel',
    personName: 'Łukasz Müller',
    address: { street: 'Dorfstraße', houseNumber: '12', postcode: '19258', city: 'Boizenburg/Elbe' },
    country: 'DE',
    plate: 'LWL-AB 123',
    iban: 'DE02120300000000202051',
    persons: [{ familyName: 'Müller', givenNames: 'Anna', birthDate: '1990-05-17' }],
  }
  return examples[kind]
}
