import type { Constant, OperatorName } from '../rule-set.js'
import type { Column } from './column.js'

/** One comparison of a fact in all cases. */
export interface ColumnLeaf {
  readonly kind: 'leaf'
  readonly number: number
  readonly column: Column
  readonly operator: OperatorName
  readonly constant: Constant
}

/** A condition over all cases; the same condition is the same object, however often and wherever it is written. */
export type Expression =
  | ColumnLeaf
  | { readonly kind: 'all' | 'any'; readonly number: number; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly number: number; readonly parts: readonly [Expression] }

/**
 * Makes expressions, each only once. What an edit of a rule set leaves as it was keeps its expression, and with it what
 * has been worked out for it.
 */
export class Expressions {
  private readonly known = new Map<string, Expression>()

  /** @param nameOf names a column, so that equal facts have equal names */
  constructor(private readonly nameOf: (column: Column) => number) {}

  leaf(column: Column, operator: OperatorName, constant: Constant): Expression {
    const key = `${this.nameOf(column)} ${operator} ${JSON.stringify(constant)}`
    return this.once(key, (number) => ({ kind: 'leaf', number, column, operator, constant }))
  }

  /** True without parts. Order and repetition do not matter in Kleene's logic either. */
  all(parts: readonly Expression[]): Expression {
    return this.several('all', parts)
  }

  /** False without parts. */
  any(parts: readonly Expression[]): Expression {
    return this.several('any', parts)
  }

  not(part: Expression): Expression {
    return this.once(`not ${part.number}`, (number) => ({ kind: 'not', number, parts: [part] }))
  }

  private several(kind: 'all' | 'any', given: readonly Expression[]): Expression {
    const parts = [...new Set(given.flatMap((part) => (part.kind === kind ? part.parts : [part])))].toSorted(
      (a, b) => a.number - b.number,
    )
    if (parts.length === 1) return parts[0]!
    const key = `${kind} ${parts.map(({ number }) => number).join()}`
    return this.once(key, (number) => ({ kind, number, parts }))
  }

  private once(key: string, make: (number: number) => Expression): Expression {
    const expression = this.known.get(key) ?? make(this.known.size)
    this.known.set(key, expression)
    return expression
  }
}
