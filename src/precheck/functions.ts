import { addDays, addMonths, ageOn, daysBetween, endOfPeriod, firstOfMonth, monthsBetween } from './day.js'
import { blocOf } from './countries.js'
import type { FactKind } from './operators.js'
import type { Choice, Day, Person, QuestionKind } from './rule-set.js'

type Constants = Readonly<Record<string, number>>

/** A function of the closed library: pure, named, documented; rule files choose among these and write none. */
export interface LibraryFunction {
  /** Kinds of the facts it takes, in order; the last one may repeat if `repeats`. */
  readonly takes: readonly QuestionKind[]
  readonly repeats?: true
  /** Constants it can have in `with`; it needs at least one of them. */
  readonly with?: readonly string[]
  readonly returns: FactKind
  /** The values it can return, if they are named ones. */
  readonly options?: readonly Choice[]
  /** Numbers that stand for something else than an amount. */
  readonly namedValues?: readonly { readonly value: number; readonly label: string }[]
  readonly says: string
  readonly apply: (args: readonly never[], constants: Constants) => unknown
}

const define = <Args extends readonly unknown[]>(
  definition: Omit<LibraryFunction, 'apply'> & { apply: (args: Args, constants: Constants) => unknown },
): LibraryFunction => definition as unknown as LibraryFunction

const length = (constants: Constants) => ({
  days: constants['days'] ?? 0,
  weeks: constants['weeks'] ?? 0,
  months: (constants['months'] ?? 0) + 12 * (constants['years'] ?? 0),
})
const lengths = ['days', 'weeks', 'months', 'years']

/** How far from zero a constant may lie: two centuries, so that every day stays one of four-digit years. */
export const mostOfConstant: Readonly<Record<string, number>> = {
  days: 73_000,
  weeks: 10_400,
  months: 2_400,
  years: 200,
  factor: 100_000,
}

const agesOf = (persons: readonly Person[], day: Day) =>
  persons.flatMap((person) => (person.birthDate === undefined ? [] : [ageOn(person.birthDate, day)]))

/**
 * Half a cent goes away from zero, so that a deduction is as large as the same amount added. A product of binary
 * numbers is right to 15 digits: 35 cents times 0.7 would otherwise lie below 24.5.
 */
function roundedCents(cents: number): number {
  const rounded = Math.round(Math.abs(Number(cents.toPrecision(15))))
  return cents < 0 && rounded > 0 ? -rounded : rounded
}

export const library: Readonly<Record<string, LibraryFunction>> = {
  ageOn: define<[Day, Day]>({
    takes: ['date', 'date'],
    returns: 'number',
    says: 'Alter in vollen Jahren an einem Tag (§ 187 Abs. 2 Satz 2 BGB: am Geburtstag ein Jahr älter)',
    apply: ([birthDate, day]) => ageOn(birthDate, day),
  }),
  daysBetween: define<[Day, Day]>({
    takes: ['date', 'date'],
    returns: 'number',
    says: 'Kalendertage vom ersten bis zum zweiten Tag; negativ, wenn der zweite früher ist',
    apply: ([from, to]) => daysBetween(from, to),
  }),
  monthsBetween: define<[Day, Day]>({
    takes: ['date', 'date'],
    returns: 'number',
    says: 'volle Monate vom ersten bis zum zweiten Tag; negativ, wenn der zweite früher ist',
    apply: ([from, to]) => monthsBetween(from, to),
  }),
  turnsOfYear: define<[Day, Day]>({
    takes: ['date', 'date'],
    returns: 'number',
    says: 'Zahl der Jahreswechsel vom ersten bis zum zweiten Tag; 0, wenn beide in demselben Kalenderjahr liegen, negativ, wenn der zweite in einem früheren liegt',
    apply: ([from, to]) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)),
  }),
  endOfPeriod: define<[Day]>({
    takes: ['date'],
    with: lengths,
    returns: 'date',
    says: 'letzter Tag einer Frist nach einem Ereignis (§§ 187 Abs. 1, 188, 193 BGB, Feiertage M-V)',
    apply: ([event], constants) => endOfPeriod(event, length(constants)),
  }),
  dayAfter: define<[Day]>({
    takes: ['date'],
    with: lengths,
    returns: 'date',
    says: 'Tag im Abstand von Tagen, Wochen, Monaten oder Jahren, ohne Rücksicht auf Werktage; auch negativ',
    apply: ([day], constants) => {
      const { days, weeks, months } = length(constants)
      return addDays(addMonths(day, months), days + 7 * weeks)
    },
  }),
  firstOfMonth: define<[Day]>({
    takes: ['date'],
    returns: 'date',
    says: 'der Erste des Monats, in dem der Tag liegt',
    apply: ([day]) => firstOfMonth(day),
  }),
  blocOf: define<[string]>({
    takes: ['country'],
    returns: 'choice',
    options: [
      { value: 'de', label: 'Deutschland' },
      { value: 'euEeaCh', label: 'EU, EWR oder Schweiz' },
      { value: 'third', label: 'Drittstaat' },
      { value: 'stateless', label: 'staatenlos oder ungeklärt' },
    ],
    says: 'Zugehörigkeit eines Staates: de, euEeaCh, third oder stateless',
    apply: ([country]) => blocOf(country),
  }),
  countOf: define<[readonly Person[]]>({
    takes: ['persons'],
    returns: 'number',
    says: 'Anzahl der Personen einer Liste',
    apply: ([persons]) => persons.length,
  }),
  youngestAge: define<[readonly Person[], Day]>({
    takes: ['persons', 'date'],
    returns: 'number',
    namedValues: [{ value: 999, label: 'kein Geburtsdatum genannt' }],
    says: 'Alter der jüngsten Person der Liste an einem Tag; 999, wenn kein Geburtsdatum genannt ist',
    apply: ([persons, day]) => Math.min(999, ...agesOf(persons, day)),
  }),
  oldestAge: define<[readonly Person[], Day]>({
    takes: ['persons', 'date'],
    returns: 'number',
    namedValues: [{ value: -1, label: 'kein Geburtsdatum genannt' }],
    says: 'Alter der ältesten Person der Liste an einem Tag; -1, wenn kein Geburtsdatum genannt ist',
    apply: ([persons, day]) => Math.max(-1, ...agesOf(persons, day)),
  }),
  withoutBirthDate: define<[readonly Person[]]>({
    takes: ['persons'],
    returns: 'number',
    says: 'Anzahl der Personen einer Liste, deren Geburtsdatum nicht genannt ist',
    apply: ([persons]) => persons.filter(({ birthDate }) => birthDate === undefined).length,
  }),
  countFromAge: define<[readonly Person[], Day]>({
    takes: ['persons', 'date'],
    with: ['years'],
    returns: 'number',
    says: 'Anzahl der Personen einer Liste, die an einem Tag mindestens so viele Jahre alt sind; ohne Geburtsdatum zählen sie nicht',
    apply: ([persons, day], constants) =>
      agesOf(persons, day).filter((age) => age >= constants['years']!).length,
  }),
  sum: define<number[]>({
    takes: ['euro'],
    repeats: true,
    returns: 'euro',
    says: 'Summe von Beträgen in Euro',
    apply: (amounts) => amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100,
  }),
  times: define<[number]>({
    takes: ['euro'],
    with: ['factor'],
    returns: 'euro',
    says: 'Betrag oder Anzahl mal einem festen Faktor, auf Cent gerundet, ein halber Cent von der Null weg; ein negativer Faktor zieht in einer Summe ab',
    apply: ([amount], { factor }) => roundedCents(Math.round(amount * 100) * factor!) / 100,
  }),
}
