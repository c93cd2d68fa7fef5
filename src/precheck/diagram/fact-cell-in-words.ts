import { comparisonInWords } from '../comparison-in-words.js'
import type { FactSlot } from '../compile.js'
import { notKnown, type Constant, type Leaf, type OperatorName } from '../rule-set.js'
import { factInWords } from '../say.js'
import type { Axis } from './axis.js'

/** A cell of a fact that several questions make up: "mindestens 6 und weniger als 12". */
export function factCellInWords(slot: FactSlot, { cells, tests }: Axis, cell: number): string {
  const { sample } = cells[cell]!
  if (sample === notKnown) return 'weiß nicht'
  const so = tests
    .map(({ atom, holds }) => ({ leaf: atom.leaf, holds: holds[cell]! }))
    .filter(({ leaf }) => leaf.operator !== 'isUnknown')
  const bounds = so.filter(({ leaf }) => isOrdering(leaf.operator))
  const others = so.filter(({ leaf }) => !isOrdering(leaf.operator))
  const narrow = [
    ...tightest(
      bounds.filter((bound) => !isUpper(bound)),
      (a, b) => a > b,
    ),
    ...tightest(bounds.filter(isUpper), (a, b) => a < b),
  ]
  const words = [...narrow, ...others].flatMap(
    ({ leaf, holds }) => comparisonInWords(slot, leaf, holds) ?? [],
  )
  return words.length === 0 ? `zum Beispiel ${factInWords(slot, sample)}` : words.join(' und ')
}

interface Told {
  readonly leaf: Leaf
  readonly holds: boolean
}

const isOrdering = (operator: OperatorName): boolean => /^(less|greater)Than/.test(operator)

/** Whether it says that the fact is at most something; a lower bound that does not hold says so too. */
const isUpper = ({ leaf, holds }: Told): boolean => leaf.operator.startsWith('lessThan') === holds

/** Of several bounds on one side only the tightest counts. */
const tightest = (bounds: readonly Told[], isTighter: (a: Constant, b: Constant) => boolean): Told[] => {
  const [first, ...rest] = bounds
  if (first === undefined) return []
  return [rest.reduce((best, one) => (isTighter(one.leaf.value, best.leaf.value) ? one : best), first)]
}
