import { boundsOf } from '../bounds.js'
import { checkAnswer } from '../check-answer.js'
import type { CompiledRuleSet } from '../compile.js'
import { standingOf } from '../document-standing.js'
import { library } from '../functions.js'
import {
  notKnown,
  type Answer,
  type Day,
  type DerivedFact,
  type Evidence,
  type NeededDocument,
  type Question,
} from '../rule-set.js'
import { combined, mapped, type Column } from './column.js'
import { columnName, type PastCases } from './past-cases.js'

/**
 * The facts of all cases, each worked out once. Rule sets that derive a fact in the same way share it, so that an
 * edited rule set finds nearly all of its facts here.
 */
export class FactColumns {
  private readonly known = new Map<string, Column>()
  private readonly numbers = new Map<Column, number>()
  private readonly unanswered: Column<never>

  constructor(private readonly cases: PastCases) {
    this.unanswered = { codes: new Uint8Array(cases.count), values: [undefined] }
  }

  /** The fact of a slot, as `valueOf` says it for one citizen. */
  of(compiled: CompiledRuleSet, at: number): Column {
    const slot = compiled.slots[at]!
    if (slot.kind === 'today') return this.cases.today
    if (slot.kind === 'question') return this.answersTo(slot.question)
    return this.derived(
      slot.derived,
      slot.of.map((input) => this.of(compiled, input)),
    )
  }

  /** Whether a document is lacking, if it is needed; known for every case. */
  lacking(document: NeededDocument): Column<boolean> {
    const { id, forms, maxAge } = document
    const seen = this.cases.evidence.get(id) ?? this.unanswered
    const isLacking = (evidence: Evidence | undefined, today: Day) =>
      standingOf(document, evidence, today).state === 'missing'
    return this.keep(`lacking ${JSON.stringify([id, forms, maxAge])}`, () =>
      maxAge === null
        ? mapped(seen, (evidence) => isLacking(evidence, ''))
        : combined([seen, this.cases.today], ([evidence, today]) =>
            isLacking(evidence as Evidence | undefined, today as Day),
          ),
    )
  }

  /** A number that stands for the column in names. */
  numberOf(column: Column): number {
    const number = this.numbers.get(column) ?? this.numbers.size
    this.numbers.set(column, number)
    return number
  }

  /** An answer that the question would refuse counts as none, as it does when a case moves to another rule set. */
  private answersTo(question: Question): Column<Answer> {
    const { options = [], min, max, mayBeUnknown } = question
    const name = columnName(question)
    const takes = [options.map(({ value }) => value), min, max, mayBeUnknown]
    return this.keep(`answers ${name} ${JSON.stringify(takes)}`, () => {
      const column = this.cases.answers.get(name) ?? this.unanswered
      const fits = column.values.map((value) => value === undefined || isAnswerTo(question, value))
      return fits.includes(false) ? mapped(column, (value, code) => (fits[code] ? value : undefined)) : column
    })
  }

  /** As `compile.ts` derives it: unknown while an input is; "weiß nicht" where an input is that. */
  private derived({ function: name, with: constants = {} }: DerivedFact, inputs: readonly Column[]): Column {
    const { apply } = library[name]!
    const key = JSON.stringify([name, constants, inputs.map((input) => this.numberOf(input))])
    return this.keep(key, () =>
      combined(inputs, (values) => {
        if (values.includes(undefined)) return undefined
        return values.includes(notKnown) ? notKnown : apply(values as never[], constants)
      }),
    )
  }

  private keep<Value>(key: string, work: () => Column<Value>): Column<Value> {
    const column = this.known.get(key) ?? work()
    this.known.set(key, column)
    return column as Column<Value>
  }
}

/** Persons are kept without their names, which `checkAnswer` would miss. */
function isAnswerTo(question: Question, answer: Answer): boolean {
  if (question.kind !== 'persons' || !Array.isArray(answer)) return checkAnswer(question, answer).ok
  const { min, max } = boundsOf(question)!
  return answer.length >= min && answer.length <= max
}
