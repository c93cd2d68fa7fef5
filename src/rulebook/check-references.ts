import { checkAnswer } from '../precheck/check-answer.js'
import { isDay } from '../precheck/day.js'
import { FactCircle, factOrder } from '../precheck/fact-order.js'
import type { Question, RuleSet } from '../precheck/rule-set.js'
import { placeholdersIn, withoutValues } from '../precheck/say.js'
import { checkBounds } from './check-bounds.js'
import { checkCondition } from './check-condition.js'
import { checkEntangled } from './check-entangled.js'
import { checkIdle } from './check-idle.js'
import { checkReach, checkSize, definitionOf } from './check-size.js'
import type { ShapeProblem } from './check-shape.js'
import { forEachCondition } from './each-condition.js'
import { factsOf, type KnownFacts, type Report } from './known-facts.js'
import { sourcedParts } from './sourced-parts.js'
import { textsOf } from './texts.js'

/** Checks what the schema cannot: that every name leads somewhere, every comparison has sense, and nothing is idle. */
export function checkReferences(ruleSet: RuleSet): ShapeProblem[] {
  const problems: ShapeProblem[] = []
  const report: Report = (pointer, message) => problems.push({ pointer, message })
  checkUnique(ruleSet, report)
  checkSize(ruleSet, report)
  const facts = factsOf(ruleSet, report)
  ruleSet.questions.forEach((question, i) => checkQuestion(question, ruleSet, `/questions/${i}`, report))
  forEachCondition(ruleSet, (condition, pointer) => checkCondition(condition, facts, pointer, report))
  checkTexts(ruleSet, facts, report)
  checkDecidingDay(ruleSet, report)
  checkCheckedOn(ruleSet, report)
  // What follows walks through the facts, so they have to be sound.
  if (problems.length === 0) checkOrder(ruleSet, report)
  if (problems.length === 0) checkReach(ruleSet, report)
  if (problems.length === 0) checkIdle(ruleSet, report)
  if (problems.length === 0) checkEntangled(ruleSet, report)
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
  checkBounds(question, pointer, report)
  if (example === undefined) return
  const checked = checkAnswer(question, example)
  if (!checked.ok) report(`${pointer}/example`, checked.message)
}

function checkTexts(ruleSet: RuleSet, facts: KnownFacts, report: Report): void {
  for (const { pointer, text } of textsOf(ruleSet))
    if (/[{}]/.test(pointer.endsWith('/say') ? withoutValues(text) : text)) report(pointer, loneBracket)
  ruleSet.rules.forEach(({ say }, i) => {
    for (const fact of placeholdersIn(say))
      if (!facts.has(fact)) report(`/rules/${i}/say`, `Der Platzhalter „{${fact}}“ nennt kein Merkmal.`)
  })
}

const loneBracket =
  'Geschweifte Klammern gibt es nur in „say“ und nur als Platzhalter: {merkmal}, Buchstabe für Buchstabe wie im Regelwerk.'

function checkDecidingDay({ decidingDay, inForceFrom, questions }: RuleSet, report: Report): void {
  if (!isDay(inForceFrom)) report('/inForceFrom', 'Diesen Tag gibt es nicht.')
  if (decidingDay === 'today') return
  if (questions.find(({ id }) => id === decidingDay)?.kind !== 'date')
    report('/decidingDay', 'Erwartet wird „today“ oder die Kennung einer Datumsfrage.')
}

function checkCheckedOn(ruleSet: RuleSet, report: Report): void {
  for (const { pointer, checkedOn } of [{ pointer: '', ...ruleSet }, ...sourcedParts(ruleSet)])
    if (checkedOn !== undefined && !isDay(checkedOn))
      report(`${pointer}/checkedOn`, 'Diesen Tag gibt es nicht.')
}

function checkOrder(ruleSet: RuleSet, report: Report): void {
  try {
    factOrder(ruleSet)
  } catch (error) {
    if (!(error instanceof FactCircle)) throw error
    const { facts } = error
    report(definitionOf(ruleSet, facts[0]!), `Merkmale hängen im Kreis voneinander ab: ${facts.join(' → ')}.`)
  }
}
