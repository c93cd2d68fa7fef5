import type { FactSlot } from '../compile.js'

/** Whether a fact rises or falls with a question all the way; `mixed` where it does now this, now that. */
export type Direction = 'rises' | 'falls' | 'mixed'

/** The arguments in which a function of the library falls; every function rises in all others. */
const fallsIn: Readonly<Record<string, number>> = {
  ageOn: 0,
  daysBetween: 0,
  monthsBetween: 0,
  turnsOfYear: 0,
  // With the day of birth of each person in the list.
  youngestAge: 0,
  oldestAge: 0,
  countFromAge: 0,
}

/** How a fact goes along with a question that it is made of; `null` if it is not made of it. */
export function directionOf(slots: readonly FactSlot[], slot: number, root: number): Direction | null {
  if (slot === root) return 'rises'
  const fact = slots[slot]!
  if (fact.kind !== 'derived') return null
  const directions = fact.of.flatMap((input, argument) => {
    const inner = directionOf(slots, input, root)
    return inner === null ? [] : [falls(fact, argument) ? turned[inner] : inner]
  })
  const [first, ...others] = new Set(directions)
  return first === undefined ? null : others.length > 0 ? 'mixed' : first
}

const turned: Record<Direction, Direction> = { rises: 'falls', falls: 'rises', mixed: 'mixed' }

const falls = ({ derived }: Extract<FactSlot, { kind: 'derived' }>, argument: number): boolean =>
  derived.function === 'times' ? derived.with!['factor']! < 0 : fallsIn[derived.function] === argument
