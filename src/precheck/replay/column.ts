/** Small whole numbers, one for each case; as narrow as they can be. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/**
 * One answer, fact or piece of evidence in all cases: every different value once, and for each case where its value
 * stands among them. So whatever depends on this value alone is worked out once for each value and not for each case,
 * by the very functions that the pre-check of one citizen uses.
 */
export interface Column<Value = unknown> {
  readonly codes: Codes
  /** `undefined` is an unanswered question. */
  readonly values: readonly (Value | undefined)[]
}

/** Room for the codes of so many cases among so many values. */
export function codesFor(values: number, cases: number): Codes {
  if (values <= 2 ** 8) return new Uint8Array(cases)
  return values <= 2 ** 16 ? new Uint16Array(cases) : new Uint32Array(cases)
}

export const valueAt = <Value>({ codes, values }: Column<Value>, at: number): Value | undefined =>
  values[codes[at]!]

export const mapped = <From, To>(
  { codes, values }: Column<From>,
  change: (value: From | undefined, code: number) => To | undefined,
): Column<To> => ({ codes, values: values.map((value, code) => change(value, code)) })

/** What several columns make up, worked out once for each combination that occurs. */
export function combined<Value>(
  columns: readonly Column[],
  work: (values: readonly unknown[]) => Value | undefined,
): Column<Value> {
  const different = [...new Map(columns.map((column) => [column.codes, column])).values()]
  const [first, ...others] = different
  if (first === undefined) throw new Error('Nothing to combine.')
  if (others.length === 0)
    return {
      codes: first.codes,
      values: first.values.map((_, code) => work(columns.map(({ values }) => values[code]))),
    }
  const { codes, examples } = others.reduce(joined, {
    codes: first.codes,
    examples: { length: first.values.length },
  })
  const values = Array.from(examples as ArrayLike<number>, (at) =>
    work(columns.map((column) => valueAt(column, at))),
  )
  return compacted({ codes, values })
}

/** Codes of combinations; for each of them a case in which it occurs. */
interface Joined {
  readonly codes: Codes
  readonly examples: { readonly length: number } | readonly number[]
}

/** Up to so many combinations a table of them all is quicker than a `Map`. */
const largestTable = 2 ** 24

function joined({ codes: left, examples: { length } }: Joined, { codes: right, values }: Column): Joined {
  const combinations = length * values.length
  const known = combinations <= largestTable ? new Table(combinations) : new Map<number, number>()
  const codes = new Uint32Array(left.length)
  const examples: number[] = []
  for (let at = 0; at < codes.length; at++) {
    const combination = left[at]! * values.length + right[at]!
    let code = known.get(combination)
    if (code === undefined) {
      code = examples.push(at) - 1
      known.set(combination, code)
    }
    codes[at] = code
  }
  return { codes, examples }
}

/** What a `Map` does, for numbers below a limit. */
class Table {
  /** 0 where there is nothing. */
  private readonly following: Uint32Array

  constructor(limit: number) {
    this.following = new Uint32Array(limit)
  }

  get(key: number): number | undefined {
    const following = this.following[key]!
    return following === 0 ? undefined : following - 1
  }

  set(key: number, value: number): void {
    this.following[key] = value + 1
  }
}

/** The same with every different value once, if there are few of them among many. */
function compacted<Value>(column: Column<Value>): Column<Value> {
  const { codes, values } = column
  const few = values.length / 8
  const places = new Map<Value | undefined, number>()
  for (const value of values) {
    if (!places.has(value)) places.set(value, places.size)
    if (places.size > few) return column
  }
  const compact = codesFor(places.size, codes.length)
  const moved = Uint32Array.from(values, (value) => places.get(value)!)
  for (let at = 0; at < compact.length; at++) compact[at] = moved[codes[at]!]!
  return { codes: compact, values: [...places.keys()] }
}
