/** One line of the table: our figure beside a reference measured in the same run. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly reference: number
  readonly unit: string
  /** How many times better than the reference; below 1 is worse. */
  readonly ratio: number
}

/** Less is better (times, memory, bytes). */
export const lessIsBetter = (name: string, ours: number, reference: number, unit: string): Row => ({
  name,
  ours,
  reference,
  unit,
  ratio: reference / ours,
})

/** More is better (rates). */
export const moreIsBetter = (name: string, ours: number, reference: number, unit: string): Row => ({
  name,
  ours,
  reference,
  unit,
  ratio: ours / reference,
})

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!
