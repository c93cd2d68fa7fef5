import { notKnown, type Question } from '../rule-set.js'
import type { Atom } from './atoms.js'
import { axisOf, givenTo, type Axis } from './axis.js'

/**
 * A question with several answers has an axis for each option that a condition names, and before them one for
 * "weiß nicht", on which every comparison with an option comes out false.
 */
export function optionAxes(question: Question, atoms: readonly Atom[]): Axis[] {
  const comparisons = atoms.filter(({ leaf }) => leaf.operator !== 'isUnknown')
  const options = [...new Set(comparisons.map(({ leaf }) => leaf.value as string))]
  const asksWhetherKnown = question.mayBeUnknown === true || comparisons.length < atoms.length
  return [
    ...(asksWhetherKnown ? [unknownAxis(question, atoms)] : []),
    ...options.map((option) =>
      optionAxis(
        question,
        option,
        comparisons.filter(({ leaf }) => leaf.value === option),
        options.length,
      ),
    ),
  ]
}

const unknownAxis = ({ id, mayBeUnknown }: Question, atoms: readonly Atom[]): Axis =>
  axisOf<boolean>(
    { name: `${id}?`, questions: [id] },
    atoms,
    mayBeUnknown === true ? [false, true] : [false],
    (isUnknown) =>
      atoms.map(({ leaf }) => (leaf.operator === 'isUnknown' ? isUnknown === leaf.value : !isUnknown)),
    (answers) => {
      const given = givenTo(id, answers)
      return given === undefined ? undefined : given === notKnown
    },
  )

const optionAxis = ({ id }: Question, option: string, atoms: readonly Atom[], options: number): Axis =>
  axisOf<boolean>(
    { name: `${id}=${option}`, questions: [id] },
    atoms,
    [false, true],
    (isChosen) => atoms.map(({ leaf }) => isChosen === (leaf.operator === 'contains')),
    (answers) => {
      const given = givenTo(id, answers)
      if (given === undefined) return undefined
      return given !== notKnown && (given as readonly string[]).includes(option)
    },
    // Each option is as likely as none of them.
    (isChosen) => (isChosen ? 1 : options),
  )
