import type { CompiledCondition, CompiledRuleSet } from '../compile.js'
import { factOrder } from '../fact-order.js'
import type { Answers, Day, FindingKind, RuleSet } from '../rule-set.js'
import { atomName } from './atoms.js'
import { axesOf, type Axes } from './axes.js'
import type { Axis } from './axis.js'
import { Diagrams, no, TooEntangled, yes, type Node } from './diagrams.js'

/** A rule set on a day as functions of finitely many cells. */
export interface RuleDiagram {
  readonly compiled: CompiledRuleSet
  readonly today: Day
  /** Question ids in the order of asking, which is that of the variables. */
  readonly order: readonly string[]
  readonly axes: readonly Axis[]
  /** Facts that several questions make up and that are taken as if they were free. */
  readonly approximate: readonly string[]
  readonly diagrams: Diagrams
  /** When each rule holds, each document is needed and each fee is due, in the order of the file. */
  readonly rules: readonly Node[]
  readonly documents: readonly Node[]
  readonly fees: readonly Node[]
  /** When each question applies, by id. */
  readonly applies: ReadonlyMap<string, Node>
  readonly outcome: OutcomeNodes
  /**
   * All that a pre-check comes to: the verdict, the documents needed and the fees due where the case goes on. A
   * question matters exactly if one of these depends on it. A fee of 0 changes no amount.
   */
  readonly results: readonly Node[]
}

/** What the verdict comes to before documents are looked at; exactly one holds for complete answers. */
export interface OutcomeNodes {
  readonly wrongAuthority: Node
  readonly notEligible: Node
  readonly needsReview: Node
  /** No finding decides: complete, or documents are missing. */
  readonly clear: Node
  /** No finding ends the case: documents and fees count. */
  readonly goesOn: Node
}

/** What narrowing and counting may add to a drawn diagram; `diagramOf` draws it anew long before. */
const roomForWork = 2_000_000

/**
 * Compiles a rule set for a day.
 * @param order question ids in the order of asking; what a question depends on stands before it
 * @throws TooEntangled
 */
export function drawDiagram(
  compiled: CompiledRuleSet,
  today: Day,
  order: readonly string[] = askingOrder(compiled),
  also: Answers = {},
): RuleDiagram {
  const split = axesOf(compiled, today, order, also)
  return naming(split.axes, () => new Drawing(compiled, today, order, split).finish())
}

/** Says which questions are entangled. */
function naming<Result>(axes: readonly Axis[], draw: () => Result): Result {
  try {
    return draw()
  } catch (error) {
    if (!(error instanceof TooEntangled)) throw error
    const questions = new Set(error.variables.flatMap((variable) => axes[variable]!.questions))
    throw new TooEntangled(error.variables, [...questions])
  }
}

/** The questions in the author's order, each after those that it depends on. */
export function askingOrder({ ruleSet }: CompiledRuleSet): string[] {
  const questions = new Set(ruleSet.questions.map(({ id }) => id))
  return factOrder(ruleSet).filter((id) => questions.has(id))
}

class Drawing {
  private readonly diagrams: Diagrams
  private readonly comparisons: ReadonlyMap<string, Node>
  private readonly applies = new Map<number, Node>()

  constructor(
    private readonly compiled: CompiledRuleSet,
    private readonly today: Day,
    private readonly order: readonly string[],
    private readonly split: Axes,
  ) {
    this.diagrams = new Diagrams(split.axes.map(({ cells }) => cells.length))
    this.comparisons = this.drawComparisons()
  }

  finish(): RuleDiagram {
    const { compiled, diagrams } = this
    const rules = compiled.rules.map((condition) => this.condition(condition))
    const documents = compiled.documents.map((condition) => this.optional(condition))
    const fees = compiled.fees.map((condition) => this.optional(condition))
    const outcome = outcomeOf(diagrams, compiled.ruleSet, rules)
    const { wrongAuthority, notEligible, needsReview, goesOn } = outcome
    const amounts = fees.filter((_, i) => compiled.ruleSet.fees[i]!.amount !== 0)
    const results = [
      wrongAuthority,
      notEligible,
      needsReview,
      ...[...documents, ...amounts].map((node) => diagrams.and(node, goesOn)),
    ]
    const applies = compiled.ruleSet.questions.map(
      ({ id }) => [id, this.appliesTo(compiled.slotOf.get(id)!)] as const,
    )
    diagrams.makeRoom(roomForWork)
    return {
      compiled,
      today: this.today,
      order: this.order,
      axes: this.split.axes,
      approximate: this.split.approximate,
      diagrams,
      rules,
      documents,
      fees,
      applies: new Map(applies),
      outcome,
      results,
    }
  }

  /** A comparison holds where all axes that decide it say so. */
  private drawComparisons(): Map<string, Node> {
    const nodes = new Map([...this.split.settled].map(([name, so]) => [name, so ? yes : no]))
    for (const [variable, { tests }] of this.split.axes.entries())
      for (const { atom, holds } of tests) {
        const name = atomName(atom.leaf)
        nodes.set(name, this.diagrams.and(nodes.get(name) ?? yes, this.diagrams.literal(variable, holds)))
      }
    return nodes
  }

  private optional(condition: CompiledCondition | null): Node {
    return condition === null ? yes : this.condition(condition)
  }

  private condition(condition: CompiledCondition): Node {
    const { diagrams } = this
    if (condition.kind === 'leaf')
      return diagrams.and(this.appliesTo(condition.slot), this.comparisons.get(atomName(condition.leaf))!)
    const parts = condition.parts.map((part) => this.condition(part))
    if (condition.kind === 'all') return diagrams.all(parts)
    return condition.kind === 'any' ? diagrams.any(parts) : diagrams.not(parts[0]!)
  }

  /** A question applies by its `askWhen`, a derived fact if all it is made of does. */
  private appliesTo(at: number): Node {
    const known = this.applies.get(at)
    if (known !== undefined) return known
    const slot = this.compiled.slots[at]!
    const node =
      slot.kind === 'today'
        ? yes
        : slot.kind === 'question'
          ? this.optional(slot.askWhen)
          : this.diagrams.all(slot.of.map((input) => this.appliesTo(input)))
    this.applies.set(at, node)
    return node
  }
}

/** What the rules of a rule set come to together, by the strength of their findings. */
export function outcomeOf(diagrams: Diagrams, ruleSet: RuleSet, rules: readonly Node[]): OutcomeNodes {
  const anyOf = (kind: FindingKind) =>
    diagrams.any(rules.filter((_, i) => ruleSet.rules[i]!.finding === kind))
  const wrongAuthority = anyOf('wrongAuthority')
  const notWrong = diagrams.not(wrongAuthority)
  const notEligible = diagrams.and(anyOf('notEligible'), notWrong)
  const goesOn = diagrams.and(notWrong, diagrams.not(notEligible))
  const needsReview = diagrams.and(anyOf('needsReview'), goesOn)
  return {
    wrongAuthority,
    notEligible,
    needsReview,
    goesOn,
    clear: diagrams.and(goesOn, diagrams.not(needsReview)),
  }
}
