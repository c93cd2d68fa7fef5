import type { CompiledRuleSet } from '../compile.js'
import type { PrecheckInput } from '../evaluate.js'
import type { Answer, Day, Evidence, Question } from '../rule-set.js'
import { codesFor, type Column } from './column.js'
import { columnName, decidingQuestions, onlyDeciding, type PastCases } from './past-cases.js'

/** Takes cases one after the other and makes columns of them. */
export class ColumnWriter {
  private readonly today = new GrowingColumn<Day>()
  private readonly answers = new Map<string, GrowingColumn<Answer>>()
  private readonly evidence = new Map<string, GrowingColumn<Evidence>>()
  private readonly deciding = new Map<CompiledRuleSet, readonly Question[]>()
  private count = 0

  /** Keeps of a case what decides; the rule set says which answers these are and of what kind. */
  add(compiled: CompiledRuleSet, { answers, evidence, today }: PrecheckInput): void {
    const at = this.count++
    this.today.put(at, today)
    for (const question of this.decidingIn(compiled))
      if (Object.hasOwn(answers, question.id))
        columnIn(this.answers, columnName(question)).put(at, onlyDeciding(question, answers[question.id]!))
    for (const { id } of compiled.ruleSet.documents)
      if (Object.hasOwn(evidence, id)) columnIn(this.evidence, id).put(at, evidence[id]!)
  }

  private decidingIn(compiled: CompiledRuleSet): readonly Question[] {
    const questions = this.deciding.get(compiled) ?? decidingQuestions(compiled)
    this.deciding.set(compiled, questions)
    return questions
  }

  /** @param order which case comes first, which second …: the order in which they came says who they are */
  finish(service: string, order: readonly number[]): PastCases {
    if (order.length !== this.count) throw new Error('Every case has one place.')
    const finished = <Value>(columns: ReadonlyMap<string, GrowingColumn<Value>>) =>
      new Map([...columns].map(([name, column]) => [name, column.finish(order)]))
    return {
      service,
      count: this.count,
      today: this.today.finish(order),
      answers: finished(this.answers),
      evidence: finished(this.evidence),
    }
  }
}

function columnIn<Value>(columns: Map<string, GrowingColumn<Value>>, name: string): GrowingColumn<Value> {
  const column = columns.get(name) ?? new GrowingColumn<Value>()
  columns.set(name, column)
  return column
}

/** A column whose values and cases are not all known yet. */
class GrowingColumn<Value> {
  /** By case; what is not in it was not answered. */
  private readonly codes: number[] = []
  private readonly values: (Value | undefined)[] = [undefined]
  private readonly places = new Map<string, number>()

  put(at: number, value: Value): void {
    const key = JSON.stringify(value)
    let code = this.places.get(key)
    if (code === undefined) {
      code = this.values.length
      this.values.push(value)
      this.places.set(key, code)
    }
    while (this.codes.length < at) this.codes.push(0)
    this.codes.push(code)
  }

  finish(order: readonly number[]): Column<Value> {
    const codes = codesFor(this.values.length, order.length)
    order.forEach((from, to) => {
      codes[to] = this.codes[from] ?? 0
    })
    return { codes, values: this.values }
  }
}
