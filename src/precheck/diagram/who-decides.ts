import type { CompiledRuleSet } from '../compile.js'
import { atomsOf, rootsOf, type Atom } from './atoms.js'

/** A fact that several questions make up, with the comparisons of it. */
export interface MadeUpFact {
  readonly fact: string
  readonly questions: readonly string[]
  readonly atoms: readonly Atom[]
}

/** Who decides the comparisons of a rule set: one question, several together, or the day alone. */
export interface Deciders {
  readonly byQuestion: ReadonlyMap<string, readonly Atom[]>
  readonly madeUp: readonly MadeUpFact[]
  readonly ofTheDay: readonly Atom[]
}

/** Sorts the comparisons by the questions that their facts come from. */
export function whoDecides(compiled: CompiledRuleSet): Deciders {
  const idOf = (slot: number) => compiled.slots[slot]!.id
  const byQuestion = new Map<string, Atom[]>()
  const madeUp = new Map<string, MadeUpFact & { readonly atoms: Atom[] }>()
  const ofTheDay: Atom[] = []
  for (const atom of atomsOf(compiled).values()) {
    const questions = rootsOf(compiled, atom.slot).map(idOf)
    const fact = idOf(atom.slot)
    if (questions.length === 0) ofTheDay.push(atom)
    else if (questions.length === 1) append(byQuestion, questions[0]!, atom)
    else if (madeUp.has(fact)) madeUp.get(fact)!.atoms.push(atom)
    else madeUp.set(fact, { fact, questions, atoms: [atom] })
  }
  return { byQuestion, madeUp: [...madeUp.values()], ofTheDay }
}

function append(lists: Map<string, Atom[]>, key: string, atom: Atom): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [atom])
  else list.push(atom)
}
