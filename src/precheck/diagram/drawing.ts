import type { CompiledCondition, CompiledRuleSet } from '../compile.js'
import type { Day } from '../rule-set.js'
import { atomName } from './atoms.js'
import type { Axes } from './axes.js'
import { Diagrams, no, yes, type Node } from './diagrams.js'
import { outcomeOf } from './outcome-nodes.js'
import type { RuleDiagram } from './rule-diagram.js'

/** What narrowing and counting may add to a drawn diagram; `diagramOf` draws it anew long before. */
const roomForWork = 2_000_000

/** Draws the conditions of a rule set over its axes. */
export class Drawing {
  private readonly diagrams: Diagrams
  private readonly comparisons: ReadonlyMap<string, Node>
  private readonly applies = new Map<number, Node>()
  /** One condition may be part of many, as where `askWhen` was moved into comparisons. */
  private readonly conditions = new Map<CompiledCondition, Node>()

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
    const known = this.conditions.get(condition)
    if (known !== undefined) return known
    const node = this.draw(condition)
    this.conditions.set(condition, node)
    return node
  }

  private draw(condition: CompiledCondition): Node {
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
