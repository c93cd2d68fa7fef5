import type { Answer, Answers } from '../rule-set.js'
import type { Atom } from './atoms.js'
import type { Run } from './runs.js'

/** Answers among which no comparison of the rule set comes out differently. */
export interface Cell {
  /** An answer (or the value of a fact that several questions make up) that lies in it. */
  readonly sample: unknown
  /** How likely it is beside the other cells, as long as nothing is known of past cases. */
  readonly weight: number
}

/**
 * What one variable of the diagram stands for: the answer to a question, one option of a question with several
 * answers, or a fact that several questions make up.
 */
export interface Axis {
  readonly name: string
  /** The questions whose answers settle it. */
  readonly questions: readonly string[]
  readonly cells: readonly Cell[]
  /** Where its comparisons turn, if its answers have an order; otherwise none. */
  readonly runs: readonly Run[]
  /** The cell for given answers; `undefined` while one is missing, `'new'` if no sample came out like them. */
  readonly cellOf: (answers: Answers) => number | undefined | 'new'
  /** The comparisons it decides, each with the cells in which it comes out true. */
  readonly tests: readonly { readonly atom: Atom; readonly holds: readonly boolean[] }[]
}

/**
 * An axis with a cell for each way in which the comparisons come out among samples; the first stands for its cell.
 * @param weigh the share that a sample adds to its cell; without it all cells are equally likely
 */
export function axisOf<Sample>(
  head: Pick<Axis, 'name' | 'questions'> & Partial<Pick<Axis, 'runs'>>,
  atoms: readonly Atom[],
  samples: readonly Sample[],
  truthsOf: (sample: Sample) => readonly boolean[],
  sampleIn: (answers: Answers) => Sample | undefined,
  weigh?: (sample: Sample) => number,
): Axis {
  const cells: (Cell & { truths: readonly boolean[] })[] = []
  const positions = new Map<string, number>()
  for (const sample of samples) {
    const truths = truthsOf(sample)
    const key = truths.join()
    const at = positions.get(key)
    if (at === undefined) {
      positions.set(key, cells.length)
      cells.push({ sample, weight: weigh?.(sample) ?? 1, truths })
    } else if (weigh !== undefined) cells[at] = { ...cells[at]!, weight: cells[at]!.weight + weigh(sample) }
  }
  return {
    runs: [],
    ...head,
    cells,
    tests: atoms.map((atom, i) => ({ atom, holds: cells.map(({ truths }) => truths[i]!) })),
    cellOf: (answers) => {
      const sample = sampleIn(answers)
      return sample === undefined ? undefined : (positions.get(truthsOf(sample).join()) ?? 'new')
    },
  }
}

/** The given answer to a question; only own properties are answers. */
export const givenTo = (question: string, answers: Answers): Answer | undefined =>
  Object.hasOwn(answers, question) ? answers[question] : undefined
