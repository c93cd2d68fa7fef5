import { eurosInWords } from '../precheck/answer-in-words.js'
import { ageLimitInWords } from '../precheck/document-standing.js'
import { library } from '../precheck/functions.js'
import { findingNames } from '../precheck/outcome-names.js'
import type {
  Condition,
  DerivedFact,
  DocumentForm,
  Fee,
  NeededDocument,
  Question,
  QuestionKind,
  Rule,
  RuleSet,
} from '../precheck/rule-set.js'
import { conditionInWords, type ConditionWords } from './condition-in-words.js'

const partKinds = ['question', 'derived', 'document', 'rule', 'fee'] as const
export type PartKind = (typeof partKinds)[number]

export interface PartField {
  readonly label: string
  readonly text: string
}

/** A question, derived fact, document, rule or fee as an author reads it. */
export interface RuleSetPart {
  readonly kind: PartKind
  readonly id: string
  /** The text of a question or rule, the name of anything else. */
  readonly title: string
  /** What else the file says about it, without what it does not say. */
  readonly fields: readonly PartField[]
  /** When it is asked, needed, applied or due; `null`: always. */
  readonly condition: ConditionWords | null
  /** Derived facts have none: they follow from others. */
  readonly source: string | null
  readonly confirmed: boolean
}

/** Every part of a rule set, in the order of the file, kind after kind. */
export const ruleSetParts = (ruleSet: RuleSet): RuleSetPart[] => [
  ...ruleSet.questions.map((question) => questionPart(question, ruleSet)),
  ...(ruleSet.derived ?? []).map((fact) => derivedPart(fact, ruleSet)),
  ...ruleSet.documents.map((document) => documentPart(document, ruleSet)),
  ...ruleSet.rules.map((rule) => rulePart(rule, ruleSet)),
  ...ruleSet.fees.map((fee) => feePart(fee, ruleSet)),
]

function questionPart(question: Question, ruleSet: RuleSet): RuleSetPart {
  const { id, text, kind, options, why, hint, group, askWhen, mayBeUnknown, min, max, required } = question
  return {
    kind: 'question',
    id,
    title: text,
    fields: said({
      Antwort: kindNames[kind],
      Auswahl: options?.map(({ label, hint }) => (hint ? `${label} (${hint})` : label)).join('; '),
      Werte: options?.map(({ value }) => value).join('; '),
      '„weiß nicht“': mayBeUnknown && 'möglich',
      Grenzen: [min !== undefined && `mindestens ${min}`, max !== undefined && `höchstens ${max}`]
        .filter(Boolean)
        .join(', '),
      Gruppe: ruleSet.groups?.find((one) => one.id === group)?.title,
      Warum: why,
      Hinweis: hint,
      Zweck: purposeOf(question),
      Antwortet: question.answeredBy === 'clerk' && 'das Bürgerbüro selbst; steht nicht auf dem Laufzettel',
      Pflicht: required && 'ohne diese Angabe müsste der Fachdienst nachfragen',
      'Beispiel einer Antwort': question.example === undefined ? undefined : JSON.stringify(question.example),
    }),
    condition: wordsOf(askWhen, ruleSet),
    ...sourced(question),
  }
}

const purposeOf = ({ for: purpose, inForm }: Question): string | undefined =>
  purpose === 'form'
    ? 'nur für das Antragsformular'
    : inForm && 'entscheidet und steht auch im Antragsformular'

function derivedPart(derived: DerivedFact, { questions, derived: all = [] }: RuleSet): RuleSetPart {
  const nameOf = (fact: string): string =>
    fact === 'today'
      ? 'Tag der Vorprüfung'
      : (questions.find(({ id }) => id === fact)?.text ?? all.find((one) => one.fact === fact)?.name ?? fact)
  return {
    kind: 'derived',
    id: derived.fact,
    title: derived.name ?? derived.fact,
    fields: said({
      Berechnung: library[derived.function]?.says,
      Aus: derived.of.map((fact) => `„${nameOf(fact)}“`).join(', '),
      Mit: Object.entries(derived.with ?? {})
        .map(([name, value]) => `${value} ${unitNames[name] ?? name}`)
        .join(', '),
    }),
    condition: null,
    source: null,
    confirmed: true,
  }
}

function documentPart(document: NeededDocument, ruleSet: RuleSet): RuleSetPart {
  const { id, name, forms, why, whereToGet, noCopy, mayFetch, neededWhen } = document
  return {
    kind: 'document',
    id,
    title: name,
    fields: said({
      'Zählt als': forms.map((form) => formNames[form]).join(', '),
      Alter: ageLimitInWords(document),
      Warum: why,
      'Zu bekommen': whereToGet,
      Kopie: noCopy && 'nicht erlaubt (§ 20 PAuswG)',
      Einholen: mayFetch && 'die Behörde kann es selbst einholen',
    }),
    condition: wordsOf(neededWhen, ruleSet),
    ...sourced(document),
  }
}

const rulePart = (rule: Rule, ruleSet: RuleSet): RuleSetPart => ({
  kind: 'rule',
  id: rule.id,
  title: rule.say,
  fields: said({ Feststellung: findingNames[rule.finding] }),
  condition: conditionInWords(rule.when, ruleSet),
  ...sourced(rule),
})

const feePart = (fee: Fee, ruleSet: RuleSet): RuleSetPart => ({
  kind: 'fee',
  id: fee.id,
  title: fee.name ?? fee.id,
  fields: said({ Betrag: fee.amount === null ? 'vor Ort nachsehen' : eurosInWords(fee.amount) }),
  condition: wordsOf(fee.when, ruleSet),
  ...sourced(fee),
})

const wordsOf = (condition: Condition | undefined, ruleSet: RuleSet): ConditionWords | null =>
  condition === undefined ? null : conditionInWords(condition, ruleSet)

const sourced = ({ source, confirmed }: { readonly source: string; readonly confirmed?: false }) => ({
  source,
  confirmed: confirmed !== false,
})

const said = (fields: Readonly<Record<string, string | false | undefined>>): PartField[] =>
  Object.entries(fields).flatMap(([label, text]) => (text ? [{ label, text }] : []))

const kindNames: Record<QuestionKind, string> = {
  yesNo: 'Ja oder Nein',
  choice: 'eine aus einer Auswahl',
  choices: 'mehrere aus einer Auswahl',
  integer: 'ganze Zahl',
  euro: 'Betrag in Euro',
  date: 'Tag',
  text: 'Text',
  personName: 'Name einer Person',
  address: 'Anschrift',
  country: 'Staat',
  plate: 'Kennzeichen',
  iban: 'IBAN',
  persons: 'Liste von Personen',
}

const formNames: Record<DocumentForm, string> = {
  original: 'Original',
  copy: 'Kopie',
  electronic: 'elektronisch',
  spoken: 'mündlich',
}

const unitNames: Readonly<Record<string, string>> = {
  days: 'Tage',
  weeks: 'Wochen',
  months: 'Monate',
  years: 'Jahre',
}
