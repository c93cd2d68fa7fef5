import { holds } from '../operators.js'
import { casesWith, either, trim, wordsFor, type Bitmap } from './bitmap.js'
import type { Column } from './column.js'
import type { ColumnLeaf, Expression } from './expressions.js'
import { blockWords, Program } from './program.js'
import type { Rails } from './rails.js'

/** Works out expressions for all cases, 32 with each instruction. What it has worked out it keeps. */
export class ColumnEvaluation {
  private readonly known = new Map<Expression, Rails>()
  private readonly unanswered = new Map<Column, Bitmap | null>()
  private scratch: Uint32Array = new Uint32Array(0)

  constructor(private readonly cases: number) {}

  /** @throws Error if the expression was not worked out before */
  railsOf(expression: Expression): Rails {
    const rails = this.known.get(expression)
    if (rails === undefined) throw new Error('This expression was not worked out.')
    return rails
  }

  /** Works out those of the expressions that are not known yet. */
  workOut(expressions: readonly Expression[]): void {
    const wanted = [...new Set(expressions)].filter((expression) => !this.known.has(expression))
    if (wanted.length === 0) return
    const program = new Program(wanted, (expression) =>
      expression.kind === 'leaf' ? this.leaf(expression) : this.known.get(expression),
    )
    if (this.scratch.length < program.room) this.scratch = new Uint32Array(program.room)
    const words = wordsFor(this.cases)
    const results = wanted.map(() => ({ surely: new Uint32Array(words), possibly: new Uint32Array(words) }))
    for (let from = 0; from < words; from += blockWords)
      program.run(this.scratch, from, Math.min(from + blockWords, words), results)
    wanted.forEach((expression, i) => {
      const { surely, possibly } = results[i]!
      this.known.set(expression, {
        surely: trim(surely, this.cases),
        possibly: trim(possibly, this.cases),
      })
    })
  }

  /** Known to hold, known not to hold, or its fact is unanswered. */
  private leaf(leaf: ColumnLeaf): Rails {
    const before = this.known.get(leaf)
    if (before !== undefined) return before
    const { column, operator, constant } = leaf
    const surely = casesWith(column, (value) => value !== undefined && holds(operator, value, constant))
    const open = this.unansweredIn(column)
    const rails = {
      surely,
      possibly: open === null ? surely : either(surely, open),
    }
    this.known.set(leaf, rails)
    return rails
  }

  private unansweredIn(column: Column): Bitmap | null {
    const before = this.unanswered.get(column)
    if (before !== undefined) return before
    const open = column.values.includes(undefined) ? casesWith(column, (value) => value === undefined) : null
    this.unanswered.set(column, open)
    return open
  }
}
