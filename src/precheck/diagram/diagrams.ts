import { TooEntangled } from './too-entangled.js'

/** A node of a diagram: `no`, `yes`, or a test of one variable with one further node for each of its cells. */
export type Node = number

export const no: Node = 0
export const yes: Node = 1

/** Some ten times what the largest of our rule sets takes: less than 100 MB, and about a second. */
const mostSteps = 500_000

const ends = Number.MAX_SAFE_INTEGER
const pairFactor = 2 ** 26

/**
 * Shared, reduced, ordered decision diagrams over variables with finitely many cells each: two functions are equal
 * exactly if their nodes are. Variables are tested in the order of their numbers.
 *
 * Literature: Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986); multi-valued after
 * Srinivasan et al. (1990).
 */
export class Diagrams {
  private readonly variables: number[] = [ends, ends]
  private readonly branches: (readonly Node[])[] = [[], []]
  private readonly unique = new Map<string, Node>()
  private readonly conjunctions = new Map<number, Node>()
  private readonly negations = new Map<Node, Node>()
  private branchCount = 0

  /**
   * @param cells how many cells each variable has
   * @param limit most steps that may be made and kept: what bounds time and memory
   */
  constructor(
    readonly cells: readonly number[],
    private limit = mostSteps,
  ) {}

  /** How many nodes there are. */
  get size(): number {
    return this.variables.length
  }

  /** How much has been worked out so far and is kept: each branch of a node and each conjunction counts as one. */
  get steps(): number {
    return this.branchCount + this.conjunctions.size
  }

  /** Lets as many steps more be made: one that was drawn within its limit has room for being worked with. */
  makeRoom(steps: number): void {
    this.limit = this.steps + steps
  }

  /** The variable that a node tests; larger than any for `no` and `yes`. */
  variableOf(node: Node): number {
    return this.variables[node]!
  }

  /** What follows a node, cell by cell. */
  branchesOf(node: Node): readonly Node[] {
    return this.branches[node]!
  }

  /** True where the variable lies in one of the cells. */
  literal(variable: number, holds: readonly boolean[]): Node {
    return this.node(
      variable,
      holds.map((one) => (one ? yes : no)),
    )
  }

  /** @throws TooEntangled */
  node(variable: number, branches: readonly Node[]): Node {
    const first = branches[0]!
    if (branches.every((branch) => branch === first)) return first
    const key = `${variable}:${branches.join()}`
    const known = this.unique.get(key)
    if (known !== undefined) return known
    if (this.steps >= this.limit) throw new TooEntangled(this.largestVariables())
    const made = this.size
    this.branchCount += branches.length
    this.variables.push(variable)
    this.branches.push(branches)
    this.unique.set(key, made)
    return made
  }

  not(node: Node): Node {
    if (node <= yes) return yes - node
    const known = this.negations.get(node)
    if (known !== undefined) return known
    const negated = this.node(
      this.variableOf(node),
      this.branchesOf(node).map((branch) => this.not(branch)),
    )
    this.negations.set(node, negated)
    this.negations.set(negated, node)
    return negated
  }

  and(a: Node, b: Node): Node {
    if (a === b || b === yes) return a
    if (a === no || b === no) return no
    if (a === yes) return b
    const key = a < b ? a * pairFactor + b : b * pairFactor + a
    const known = this.conjunctions.get(key)
    if (known !== undefined) return known
    const variable = Math.min(this.variableOf(a), this.variableOf(b))
    const branches = Array.from({ length: this.cells[variable]! }, (_, cell) =>
      this.and(this.step(a, variable, cell), this.step(b, variable, cell)),
    )
    const node = this.node(variable, branches)
    if (this.steps >= this.limit) throw new TooEntangled(this.largestVariables())
    this.conjunctions.set(key, node)
    return node
  }

  or(a: Node, b: Node): Node {
    return this.not(this.and(this.not(a), this.not(b)))
  }

  all(nodes: readonly Node[]): Node {
    return nodes.reduce((result, node) => this.and(result, node), yes)
  }

  any(nodes: readonly Node[]): Node {
    return nodes.reduce((result, node) => this.or(result, node), no)
  }

  /** Where exactly one of the two holds. */
  differ(a: Node, b: Node): Node {
    return this.or(this.and(a, this.not(b)), this.and(b, this.not(a)))
  }

  /** The node after the variable was found in the cell; the same node if it does not test it first. */
  step(node: Node, variable: number, cell: number): Node {
    return this.variableOf(node) === variable ? this.branchesOf(node)[cell]! : node
  }

  /**
   * What is left of functions once some variables are known.
   * @param known the cell of each variable, `undefined` while it is open
   */
  restrict(nodes: readonly Node[], known: readonly (number | undefined)[]): Node[] {
    return nodes.map(this.restriction(known))
  }

  /** The same one by one: what was worked out for one function is kept for the next. */
  restriction(known: readonly (number | undefined)[]): (node: Node) => Node {
    const last = known.findLastIndex((cell) => cell !== undefined)
    const memo = new Map<Node, Node>()
    const left = (node: Node): Node => {
      const variable = this.variableOf(node)
      if (variable > last) return node
      const before = memo.get(node)
      if (before !== undefined) return before
      const cell = known[variable]
      const branches = this.branchesOf(node)
      const result = cell === undefined ? this.node(variable, branches.map(left)) : left(branches[cell]!)
      memo.set(node, result)
      return result
    }
    return left
  }

  /** The variables that the functions depend on. */
  support(nodes: Iterable<Node>): Set<number> {
    const variables = new Set<number>()
    const seen = new Set<Node>()
    const visit = (node: Node): void => {
      if (node <= yes || seen.has(node)) return
      seen.add(node)
      variables.add(this.variableOf(node))
      this.branchesOf(node).forEach(visit)
    }
    for (const node of nodes) visit(node)
    return variables
  }

  private largestVariables(): number[] {
    const counts = new Map<number, number>()
    for (const variable of this.variables.slice(2)) counts.set(variable, (counts.get(variable) ?? 0) + 1)
    return [...counts].toSorted((a, b) => b[1] - a[1]).map(([variable]) => variable)
  }
}
