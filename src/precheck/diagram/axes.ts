import { factsFor, valueOf, type CompiledRuleSet } from '../compile.js'
import { holds } from '../operators.js'
import { notKnown, type Answer, type Answers, type Day, type Leaf, type Question } from '../rule-set.js'
import { atomName, atomsOf, rootsOf, type Atom } from './atoms.js'
import { axisOf, givenTo, type Axis } from './axis.js'
import { factSamples, samplesOf } from './samples.js'

/** The axes of a rule set on a day, in the order of asking. */
export interface Axes {
  readonly axes: readonly Axis[]
  /** Comparisons that the day alone settles, by name. */
  readonly settled: ReadonlyMap<string, boolean>
  /** Facts that several questions make up: taken as if they were free, so that too much may seem possible. */
  readonly approximate: readonly string[]
}

/**
 * Splits the answers of every question into finitely many cells. Thresholds of derived facts are pulled back to the
 * question they are made of, for this day. A fact that several questions make up becomes an axis of its own.
 * @param order question ids in the order of asking
 * @param also answers whose cells have to be there even if no sample lies in them
 */
export function axesOf(
  compiled: CompiledRuleSet,
  today: Day,
  order: readonly string[],
  also: Answers = {},
): Axes {
  const shares = sharesOf(compiled)
  const axes = order.flatMap((id) => {
    const question = compiled.ruleSet.questions.find((question) => question.id === id)!
    const own = shares.byQuestion.get(id) ?? []
    const single =
      own.length === 0
        ? []
        : question.kind === 'choices'
          ? optionAxes(question, own)
          : [questionAxis(compiled, today, question, own, also)]
    // What several questions make up is known once the last of them is answered.
    const madeUp = shares.madeUp.filter(({ questions }) => lastOf(order, questions) === id)
    return [...single, ...madeUp.map((share) => madeUpAxis(compiled, today, share))]
  })
  return {
    axes,
    settled: new Map(shares.ofTheDay.map((atom) => [atomName(atom.leaf), isSoOn(today, compiled, atom)])),
    approximate: shares.madeUp.map(({ fact }) => fact),
  }
}

/** A fact that several questions make up, with the comparisons of it. */
interface MadeUp {
  readonly fact: string
  readonly questions: readonly string[]
  readonly atoms: readonly Atom[]
}

/** Who decides the comparisons: one question, several together, or the day alone. */
interface Shares {
  readonly byQuestion: ReadonlyMap<string, readonly Atom[]>
  readonly madeUp: readonly MadeUp[]
  readonly ofTheDay: readonly Atom[]
}

function sharesOf(compiled: CompiledRuleSet): Shares {
  const idOf = (slot: number) => compiled.slots[slot]!.id
  const atoms = [...atomsOf(compiled).values()].map((atom) => ({ atom, roots: rootsOf(compiled, atom.slot) }))
  const several = Map.groupBy(
    atoms.filter(({ roots }) => roots.length > 1),
    ({ atom }) => idOf(atom.slot),
  )
  const single = Map.groupBy(
    atoms.filter(({ roots }) => roots.length === 1),
    ({ roots }) => idOf(roots[0]!),
  )
  return {
    byQuestion: new Map([...single].map(([id, own]) => [id, own.map(({ atom }) => atom)])),
    madeUp: [...several].map(([fact, own]) => ({
      fact,
      questions: own[0]!.roots.map(idOf),
      atoms: own.map(({ atom }) => atom),
    })),
    ofTheDay: atoms.filter(({ roots }) => roots.length === 0).map(({ atom }) => atom),
  }
}

const lastOf = (order: readonly string[], questions: readonly string[]): string =>
  questions.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1)!

const isSoOn = (today: Day, compiled: CompiledRuleSet, { slot, leaf }: Atom): boolean =>
  holds(leaf.operator, valueOf(factsFor(compiled, {}, today), slot), leaf.value)

/** The axis of a question that is answered with one value. */
function questionAxis(
  compiled: CompiledRuleSet,
  today: Day,
  question: Question,
  atoms: readonly Atom[],
  also: Answers,
): Axis {
  const { id, kind } = question
  const given = givenTo(id, also)
  const samples = samplesOf({ compiled, question, atoms, today })
  return axisOf<Answer>(
    { name: id, questions: [id] },
    atoms,
    given === undefined ? samples : [...samples, given],
    (answer) => {
      const facts = factsFor(compiled, { [id]: answer }, today)
      return atoms.map(({ slot, leaf }) => holds(leaf.operator, valueOf(facts, slot), leaf.value))
    },
    (answers) => givenTo(id, answers),
    kind === 'choice' ? () => 1 : undefined,
  )
}

/**
 * A question with several answers has an axis for each option that a condition names, and one for "weiß nicht", on
 * which every comparison with an option comes out false.
 */
function optionAxes({ id, mayBeUnknown }: Question, atoms: readonly Atom[]): Axis[] {
  const yesNoAxis = (
    name: string,
    own: readonly Atom[],
    holdsIf: (leaf: Leaf, so: boolean) => boolean,
    isSo: (answer: Answer) => boolean,
    weigh?: (so: boolean) => number,
  ): Axis =>
    axisOf<boolean>(
      { name, questions: [id] },
      own,
      [false, true],
      (so) => own.map(({ leaf }) => holdsIf(leaf, so)),
      (answers) => {
        const given = givenTo(id, answers)
        return given === undefined ? undefined : isSo(given)
      },
      weigh,
    )
  const comparisons = atoms.filter(({ leaf }) => leaf.operator !== 'isUnknown')
  const options = [...new Set(comparisons.map(({ leaf }) => leaf.value as string))]
  const unknown = yesNoAxis(
    `${id}?`,
    atoms,
    ({ operator, value }, so) => (operator === 'isUnknown' ? so === value : !so),
    (answer) => answer === notKnown,
  )
  return [
    ...(mayBeUnknown === true ? [unknown] : []),
    ...options.map((option) =>
      yesNoAxis(
        `${id}=${option}`,
        comparisons.filter(({ leaf }) => leaf.value === option),
        ({ operator }, so) => so === (operator === 'contains'),
        (answer) => answer !== notKnown && (answer as readonly string[]).includes(option),
        // Each option is as likely as none of them.
        (so) => (so ? 1 : options.length),
      ),
    ),
  ]
}

/** The axis of a fact that several questions make up. */
function madeUpAxis(compiled: CompiledRuleSet, today: Day, { fact, questions, atoms }: MadeUp): Axis {
  const slot = compiled.slotOf.get(fact)!
  const mayBeUnknown = compiled.ruleSet.questions.some(
    ({ id, mayBeUnknown }) => mayBeUnknown === true && questions.includes(id),
  )
  return axisOf<unknown>(
    { name: fact, questions },
    atoms,
    [...factSamples(compiled, slot, atoms), ...(mayBeUnknown ? [notKnown] : [])],
    (value) => atoms.map(({ leaf }) => holds(leaf.operator, value, leaf.value)),
    (answers) => valueOf(factsFor(compiled, answers, today), slot),
  )
}
