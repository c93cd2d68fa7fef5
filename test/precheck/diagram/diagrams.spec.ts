import fc from 'fast-check'
import { Diagrams, no, yes, type Node } from '../../../src/precheck/diagram/diagrams.js'
import { TooEntangled } from '../../../src/precheck/diagram/too-entangled.js'

const cells = [2, 3, 2, 4]
type Point = readonly number[]
const points = cells.reduce<Point[]>(
  (all, count) => all.flatMap((point) => Array.from({ length: count }, (_, cell) => [...point, cell])),
  [[]],
)

/** A function as its value at every point. */
type Table = readonly boolean[]
const anyTable: fc.Arbitrary<Table> = fc.array(fc.boolean(), {
  minLength: points.length,
  maxLength: points.length,
})

/** Drawn point by point, as a disjunction of conjunctions: never the shortest way. */
const draw = (diagrams: Diagrams, table: Table): Node =>
  diagrams.any(
    points
      .filter((_, i) => table[i])
      .map((point) =>
        diagrams.all(
          point.map((cell, variable) =>
            diagrams.literal(
              variable,
              Array.from({ length: cells[variable]! }, (_, one) => one === cell),
            ),
          ),
        ),
      ),
  )

function holdsAt(diagrams: Diagrams, node: Node, point: Point): boolean {
  let at = node
  while (at > yes) at = diagrams.branchesOf(at)[point[diagrams.variableOf(at)]!]!
  return at === yes
}
const tableOf = (diagrams: Diagrams, node: Node): Table =>
  points.map((point) => holdsAt(diagrams, node, point))

it('gives equal functions the same node, however they were made, and others another', () => {
  fc.assert(
    fc.property(anyTable, anyTable, (one, other) => {
      const diagrams = new Diagrams(cells)
      const [a, b] = [draw(diagrams, one), draw(diagrams, other)]
      expect(tableOf(diagrams, a)).toEqual(one)
      expect(a === b).toBe(one.join() === other.join())
      expect(diagrams.not(diagrams.and(diagrams.not(a), diagrams.not(b)))).toBe(diagrams.or(a, b))
      expect(diagrams.and(a, b)).toBe(
        draw(
          diagrams,
          one.map((so, i) => so && other[i]!),
        ),
      )
      expect(diagrams.differ(a, b)).toBe(
        draw(
          diagrams,
          one.map((so, i) => so !== other[i]),
        ),
      )
    }),
    { numRuns: 60 },
  )
})

it('keeps the laws of logic', () => {
  fc.assert(
    fc.property(anyTable, anyTable, anyTable, (...tables) => {
      const diagrams = new Diagrams(cells)
      const [a, b, c] = tables.map((table) => draw(diagrams, table)) as [Node, Node, Node]
      const { and, or, not } = {
        and: diagrams.and.bind(diagrams),
        or: diagrams.or.bind(diagrams),
        not: diagrams.not.bind(diagrams),
      }
      expect(not(not(a))).toBe(a)
      expect(and(a, not(a))).toBe(no)
      expect(or(a, not(a))).toBe(yes)
      expect(and(a, b)).toBe(and(b, a))
      expect(and(a, and(b, c))).toBe(and(and(a, b), c))
      expect(and(a, or(b, c))).toBe(or(and(a, b), and(a, c)))
      expect(or(a, and(a, b))).toBe(a)
      expect(diagrams.differ(a, a)).toBe(no)
    }),
    { numRuns: 40 },
  )
})

it('restricts to what holds once some variables are known, and knows what it still depends on', () => {
  const anyKnown = fc.tuple(...cells.map((count) => fc.option(fc.nat(count - 1), { nil: undefined })))
  fc.assert(
    fc.property(anyTable, anyKnown, (table, known) => {
      const diagrams = new Diagrams(cells)
      const [left] = diagrams.restrict([draw(diagrams, table)], known) as [Node]
      for (const point of points) {
        const moved = point.map((cell, variable) => known[variable] ?? cell)
        expect(holdsAt(diagrams, left, point)).toBe(table[indexOf(moved)])
      }
      expect(diagrams.support([left])).toEqual(
        new Set([...cells.keys()].filter((at) => depends(diagrams, left, at))),
      )
    }),
    { numRuns: 60 },
  )
})

const indexOf = (point: Point): number =>
  point.reduce((at, cell, variable) => at * cells[variable]! + cell, 0)

const depends = (diagrams: Diagrams, node: Node, variable: number): boolean =>
  points.some((point) =>
    Array.from({ length: cells[variable]! }, (_, cell) => point.with(variable, cell)).some(
      (other) => holdsAt(diagrams, node, other) !== holdsAt(diagrams, node, point),
    ),
  )

describe('a function that is too entangled', () => {
  /** Every one of the first half of the variables equal to its partner in the second half. */
  const pairs = (diagrams: Diagrams, count: number): Node => {
    const isOne = (at: number) => diagrams.literal(at, [false, true])
    return diagrams.all(
      Array.from({ length: count }, (_, i) => diagrams.not(diagrams.differ(isOne(i), isOne(i + count)))),
    )
  }

  it('ends at the limit and names the variables it is made of', () => {
    const diagrams = new Diagrams(
      Array.from({ length: 40 }, () => 2),
      20_000,
    )
    const error = thrownBy(() => pairs(diagrams, 20))
    expect(error).toBeInstanceOf(TooEntangled)
    expect(diagrams.steps).toBeLessThanOrEqual(20_002)
    // The widest part is in the middle, where all of the first half has to be kept in mind.
    expect((error as TooEntangled).variables[0]).toBeGreaterThanOrEqual(5)
    expect((error as TooEntangled).variables.length).toBeGreaterThan(10)
  })

  it('goes on where room is made for more', () => {
    const diagrams = new Diagrams(
      Array.from({ length: 16 }, () => 2),
      1_000,
    )
    expect(() => pairs(diagrams, 8)).toThrow(TooEntangled)
    diagrams.makeRoom(100_000)
    expect(diagrams.support([pairs(diagrams, 8)]).size).toBe(16)
  })

  function thrownBy(work: () => unknown): unknown {
    try {
      return work()
    } catch (error) {
      return error
    }
  }
})
