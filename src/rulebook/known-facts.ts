import { library, mostOfConstant } from '../precheck/functions.js'
import type { FactKind } from '../precheck/operators.js'
import type { Choice, DerivedFact, RuleSet } from '../precheck/rule-set.js'

export interface KnownFact {
  readonly kind: FactKind
  readonly options?: readonly Choice[] | undefined
  readonly mayBeUnknown: boolean
}
export type KnownFacts = ReadonlyMap<string, KnownFact>
export type Report = (pointer: string, message: string) => void

/** The facts of a rule set by name; derived ones are checked against the library on the way. */
export function factsOf({ questions, derived = [] }: RuleSet, report: Report): KnownFacts {
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
  const given = Object.entries(derived.with ?? {})
  for (const [name, value] of given) {
    const most = mostOfConstant[name]!
    if (!constants.includes(name))
      report(`${pointer}/with/${name}`, `Erlaubt sind hier Zahlen zu: ${constants.join(', ') || 'nichts'}.`)
    else if (Math.abs(value) > most || (name !== 'factor' && !Number.isInteger(value)))
      report(
        `${pointer}/with/${name}`,
        `Erlaubt ist ${name === 'factor' ? 'eine Zahl' : 'eine ganze Zahl'} von -${most} bis ${most}.`,
      )
  }
  if (constants.length > 0 && given.length === 0)
    report(pointer, `Es fehlt „with“ mit: ${constants.join(', ')}.`)
}

export const numbers: readonly FactKind[] = ['integer', 'euro', 'number']
const fits = (kind: FactKind, wanted: FactKind) =>
  kind === wanted || (numbers.includes(kind) && numbers.includes(wanted))
