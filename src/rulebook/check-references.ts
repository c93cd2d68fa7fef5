import { isDay } from '../precheck/day.js'
import { library } from '../precheck/functions.js'
import { operatorsFor, type FactKind } from '../precheck/operators.js'
import { checkAnswer } from '../precheck/check-answer.js'
import type { Choice, Condition, DerivedFact, Leaf, Question, RuleSet } from '../precheck/rule-set.js'
import { placeholdersIn } from '../precheck/say.js'
import { compile, factsIn } from '../precheck/compile.js'
import type { ShapeProblem } from './check-shape.js'

interface KnownFact {
  readonly kind: FactKind
  readonly options?: readonly Choice[] | undefined
  readonly mayBeUnknown: boolean
}
type KnownFacts = ReadonlyMap<string, KnownFact>
type Report = (pointer: string, message: string) => void

/** Checks what the schema cannot: that every name leads somewhere, every comparison has sense, and nothing is idle. */
export function checkReferences(ruleSet: RuleSet): ShapeProblem[] {
  const problems: ShapeProblem[] = []
  const report: Report = (pointer, message) => problems.push({ pointer, message })
  checkUnique(ruleSet, report)
  const facts = factsOf(ruleSet, report)
  ruleSet.questions.forEach((question, i) => checkQuestion(question, ruleSet, `/questions/${i}`, report))
  forEachCondition(ruleSet, (condition, pointer) => checkCondition(condition, facts, pointer, report))
  checkTexts(ruleSet, facts, report)
  checkDecidingDay(ruleSet, report)
  // What follows walks through the facts, so they have to be sound.
  if (problems.length === 0) checkOrder(ruleSet, report)
  if (problems.length === 0) checkIdle(ruleSet, report)
  return problems
}

function checkUnique(
  { questions, derived = [], documents, rules, fees, groups = [] }: RuleSet,
  report: Report,
): void {
  const lists = {
    facts: [
      ...questions.map(({ id }, i) => [id, `/questions/${i}/id`] as const),
      ...derived.map(({ fact }, i) => [fact, `/derived/${i}/fact`] as const),
    ],
    documents: documents.map(({ id }, i) => [id, `/documents/${i}/id`] as const),
    rules: rules.map(({ id }, i) => [id, `/rules/${i}/id`] as const),
    fees: fees.map(({ id }, i) => [id, `/fees/${i}/id`] as const),
    groups: groups.map(({ id }, i) => [id, `/groups/${i}/id`] as const),
  }
  for (const list of Object.values(lists)) {
    const seen = new Set<string>(list === lists.facts ? ['today'] : [])
    for (const [id, pointer] of list) {
      if (seen.has(id)) report(pointer, `„${id}“ gibt es schon; jede Kennung steht nur einmal.`)
      seen.add(id)
    }
  }
}

function factsOf({ questions, derived = [] }: RuleSet, report: Report): KnownFacts {
  const facts = new Map<string, KnownFact>([['today', { kind: 'date', mayBeUnknown: false }]])
  for (const { id, kind, options, mayBeUnknown = false } of questions)
    facts.set(id, { kind, options, mayBeUnknown })
  // Derived facts may stand in any order, so the kinds come first and the inputs are looked at afterwards.
  for (const { fact, function: name } of derived) {
    const found = Object.hasOwn(library, name) ? library[name] : undefined
    if (found !== undefined)
      facts.set(fact, { kind: found.returns, options: found.options, mayBeUnknown: true })
  }
  derived.forEach((fact, i) => checkDerived(fact, facts, `/derived/${i}`, report))
  return facts
}

function checkDerived(derived: DerivedFact, facts: KnownFacts, pointer: string, report: Report): void {
  if (!Object.hasOwn(library, derived.function))
    return report(
      `${pointer}/function`,
      `Diese Funktion gibt es nicht; es gibt: ${Object.keys(library).join(', ')}.`,
    )
  const { takes, repeats, with: constants = [] } = library[derived.function]!
  if (repeats === true ? derived.of.length === 0 : derived.of.length !== takes.length)
    report(`${pointer}/of`, `„${derived.function}“ braucht ${takes.length} Merkmal(e): ${takes.join(', ')}.`)
  derived.of.forEach((input, i) => {
    const kind = facts.get(input)?.kind
    const wanted = takes[Math.min(i, takes.length - 1)]!
    if (kind === undefined) report(`${pointer}/of/${i}`, `Das Merkmal „${input}“ gibt es nicht.`)
    else if (!fits(kind, wanted))
      report(`${pointer}/of/${i}`, `„${input}“ ist ${kind}, gebraucht wird ${wanted}.`)
  })
  const given = Object.keys(derived.with ?? {})
  for (const name of given)
    if (!constants.includes(name) || typeof derived.with![name] !== 'number')
      report(`${pointer}/with/${name}`, `Erlaubt sind hier Zahlen zu: ${constants.join(', ') || 'nichts'}.`)
  if (constants.length > 0 && given.length === 0)
    report(pointer, `Es fehlt „with“ mit: ${constants.join(', ')}.`)
}

const numbers: readonly FactKind[] = ['integer', 'euro', 'number']
const fits = (kind: FactKind, wanted: FactKind) =>
  kind === wanted || (numbers.includes(kind) && numbers.includes(wanted))

function checkQuestion(question: Question, { groups }: RuleSet, pointer: string, report: Report): void {
  const { kind, options, group, mayBeUnknown, example } = question
  const choosing = kind === 'choice' || kind === 'choices'
  if (choosing && options === undefined) report(pointer, 'Eine Auswahlfrage braucht „options“.')
  if (!choosing && options !== undefined)
    report(`${pointer}/options`, '„options“ gibt es nur bei choice und choices.')
  if (new Set(options?.map(({ value }) => value)).size !== (options?.length ?? 0))
    report(`${pointer}/options`, 'Jeder Wert steht nur einmal.')
  if (group !== undefined && !groups?.some(({ id }) => id === group))
    report(`${pointer}/group`, `Die Gruppe „${group}“ steht nicht in „groups“.`)
  if (mayBeUnknown === true && (kind === 'text' || kind === 'personName'))
    report(`${pointer}/mayBeUnknown`, 'Bei Freitext ist „weiß nicht“ nicht möglich.')
  if (example === undefined) return
  const checked = checkAnswer(question, example)
  if (!checked.ok) report(`${pointer}/example`, checked.message)
}

function checkCondition(condition: Condition, facts: KnownFacts, pointer: string, report: Report): void {
  if ('all' in condition)
    condition.all.forEach((part, i) => checkCondition(part, facts, `${pointer}/all/${i}`, report))
  else if ('any' in condition)
    condition.any.forEach((part, i) => checkCondition(part, facts, `${pointer}/any/${i}`, report))
  else if ('not' in condition) checkCondition(condition.not, facts, `${pointer}/not`, report)
  else checkLeaf(condition, facts, pointer, report)
}

function checkLeaf(
  { fact, operator, value }: Leaf,
  facts: KnownFacts,
  pointer: string,
  report: Report,
): void {
  const known = facts.get(fact)
  if (known === undefined) return report(`${pointer}/fact`, `Das Merkmal „${fact}“ gibt es nicht.`)
  const possible = operatorsFor[known.kind]
  if (!possible.includes(operator))
    return report(
      `${pointer}/operator`,
      possible.length === 0
        ? `„${fact}“ (${known.kind}) ist Freitext und kann nichts entscheiden.`
        : `„${operator}“ passt nicht zu „${fact}“ (${known.kind}); möglich: ${possible.join(', ')}.`,
    )
  if (operator === 'isUnknown') {
    if (typeof value !== 'boolean') report(`${pointer}/value`, 'Erwartet wird true oder false.')
    if (!known.mayBeUnknown)
      report(`${pointer}/operator`, `Bei „${fact}“ ist „weiß nicht“ nicht erlaubt (mayBeUnknown).`)
    return
  }
  const wantsList = operator === 'in' || operator === 'notIn'
  if (Array.isArray(value) !== wantsList)
    return report(
      `${pointer}/value`,
      wantsList ? 'Erwartet wird eine Liste.' : 'Erwartet wird ein einzelner Wert.',
    )
  for (const constant of [value].flat())
    if (!constantFits(constant as never, known))
      report(
        `${pointer}/value`,
        `${JSON.stringify(constant)} kann „${fact}“ (${known.kind}) nie sein${allowed(known)}.`,
      )
}

const allowed = ({ options }: KnownFact) =>
  options === undefined ? '' : `; möglich: ${options.map(({ value }) => value).join(', ')}`

function constantFits(constant: string | number | boolean, { kind, options }: KnownFact): boolean {
  if (kind === 'yesNo') return typeof constant === 'boolean'
  if (numbers.includes(kind)) return typeof constant === 'number' && Number.isFinite(constant)
  if (kind === 'date') return isDay(constant)
  if (kind === 'country') return checkAnswer({ kind } as Question, constant).ok
  return options?.some(({ value }) => value === constant) ?? false
}

/** Every condition of a rule set with its JSON pointer. */
export function forEachCondition(
  { questions, documents, rules, fees }: RuleSet,
  visit: (condition: Condition, pointer: string) => void,
): void {
  questions.forEach(({ askWhen }, i) => askWhen && visit(askWhen, `/questions/${i}/askWhen`))
  documents.forEach(({ neededWhen }, i) => neededWhen && visit(neededWhen, `/documents/${i}/neededWhen`))
  rules.forEach(({ when }, i) => visit(when, `/rules/${i}/when`))
  fees.forEach(({ when }, i) => when && visit(when, `/fees/${i}/when`))
}

function checkTexts({ rules }: RuleSet, facts: KnownFacts, report: Report): void {
  rules.forEach(({ say }, i) => {
    for (const fact of placeholdersIn(say))
      if (!facts.has(fact)) report(`/rules/${i}/say`, `Der Platzhalter „{${fact}}“ nennt kein Merkmal.`)
  })
}

function checkDecidingDay({ decidingDay, inForceFrom, questions }: RuleSet, report: Report): void {
  if (!isDay(inForceFrom)) report('/inForceFrom', 'Diesen Tag gibt es nicht.')
  if (decidingDay === 'today') return
  if (questions.find(({ id }) => id === decidingDay)?.kind !== 'date')
    report('/decidingDay', 'Erwartet wird „today“ oder die Kennung einer Datumsfrage.')
}

function checkOrder(ruleSet: RuleSet, report: Report): void {
  try {
    compile(ruleSet)
  } catch (error) {
    report('', `Merkmale hängen im Kreis voneinander ab (${(error as Error).message}).`)
  }
}

/** A question that decides nothing would waste the citizen's time; an answer without consequence is an oversight. */
function checkIdle(ruleSet: RuleSet, report: Report): void {
  const deciding = decidingFacts(ruleSet)
  ruleSet.questions.forEach(({ id, for: purpose, mayBeUnknown }, i) => {
    const decides = deciding.has(id) || id === ruleSet.decidingDay
    if (!decides && purpose !== 'form')
      report(`/questions/${i}`, `„${id}“ entscheidet nichts. Nur fürs Formular? Dann „for“: „form“.`)
    if (decides && purpose === 'form')
      report(`/questions/${i}/for`, `„${id}“ entscheidet mit; „for“ bitte entfernen.`)
    if (mayBeUnknown === true && purpose !== 'form' && !isUnknownAskedOf(ruleSet, id))
      report(
        `/questions/${i}/mayBeUnknown`,
        `„weiß nicht“ bei „${id}“ hat keine Folge (isUnknown kommt nicht vor).`,
      )
  })
  ruleSet.derived?.forEach(({ fact }, i) => {
    if (!deciding.has(fact) && !mentioned(ruleSet, fact))
      report(`/derived/${i}`, `„${fact}“ wird nirgends gebraucht.`)
  })
}

const mentioned = (ruleSet: RuleSet, fact: string): boolean =>
  ruleSet.rules.some(({ say, when }) => placeholdersIn(say).includes(fact) || factsIn(when).includes(fact)) ||
  (ruleSet.derived ?? []).some(({ of }) => of.includes(fact))

/** All facts that bear on verdict, documents or fees, through `askWhen` and derived facts too; notices decide nothing. */
function decidingFacts({ questions, derived = [], documents, rules, fees }: RuleSet): Set<string> {
  const inputs = new Map<string, readonly string[]>([
    ...questions.map(({ id, askWhen }) => [id, factsIn(askWhen)] as const),
    ...derived.map(({ fact, of }) => [fact, of] as const),
  ])
  const found = new Set<string>()
  const visit = (fact: string): void => {
    if (found.has(fact)) return
    found.add(fact)
    inputs.get(fact)?.forEach(visit)
  }
  rules.filter(({ finding }) => finding !== 'notice').forEach(({ when }) => factsIn(when).forEach(visit))
  documents.forEach(({ neededWhen }) => factsIn(neededWhen).forEach(visit))
  fees.forEach(({ when }) => factsIn(when).forEach(visit))
  return found
}

function isUnknownAskedOf(ruleSet: RuleSet, question: string): boolean {
  const behind = new Set([question])
  for (const { fact, of } of ruleSet.derived ?? [])
    if (of.some((input) => behind.has(input))) behind.add(fact)
  let asked = false
  forEachCondition(ruleSet, (condition) => {
    asked ||= leavesIn(condition).some(({ fact, operator }) => operator === 'isUnknown' && behind.has(fact))
  })
  return asked
}

function leavesIn(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  return 'not' in condition ? leavesIn(condition.not) : [condition]
}
