import { factsFor, valueOf } from '../compile.js'
import { holds } from '../operators.js'
import type { Answer, Answers } from '../rule-set.js'
import { axisOf, givenTo, type Axis } from './axis.js'
import { isOrdered, runsOf, type Asked } from './runs.js'
import { samplesOf } from './samples.js'

/** The axis of a question that is answered with one value, or with a list of persons. */
export function questionAxis(asked: Asked, also: Answers): Axis {
  const { compiled, question, atoms, today } = asked
  const { id, kind } = question
  const runs = isOrdered(kind) ? runsOf(asked) : []
  const given = givenTo(id, also)
  return axisOf<Answer>(
    { name: id, questions: [id], runs },
    atoms,
    [...samplesOf(asked, runs), ...(given === undefined ? [] : [given])],
    (answer) => {
      const facts = factsFor(compiled, { [id]: answer }, today)
      return atoms.map(({ slot, leaf }) => holds(leaf.operator, valueOf(facts, slot), leaf.value))
    },
    (answers) => givenTo(id, answers),
    kind === 'choice' ? () => 1 : undefined,
  )
}
