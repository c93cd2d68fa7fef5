import { answerInWords, eurosInWords } from '../precheck/answer-in-words.js'
import { findingNames, verdictName } from '../precheck/outcome-names.js'
import type { Verdict } from '../precheck/precheck.js'
import type { DifferingCase } from '../precheck/replay/differing-cases.js'
import type { Move } from '../precheck/replay/partition.js'
import type { ReplayedKind } from '../precheck/replay/replayed-parts.js'
import type { RuleSet } from '../precheck/rule-set.js'
import type { Compared } from './replay-call.js'
import type { ReplayReport } from './replay-report.js'

/** A report for a terminal. */
export function replayInWords(report: ReplayReport, { before, after }: Compared): string {
  const [old, now] = [before.compiled.ruleSet, after.compiled.ruleSet]
  const say = new Words(old, now)
  return [
    ...(report.changed === 0 ? [] : [verdictTable(report.verdicts)]),
    ...(report.parts.length === 0 ? [] : ['Wodurch', ...report.parts.map((part) => say.part(part)), '']),
    ...(report.shown.length === 0
      ? []
      : [
          `In diesen Fällen (${report.shown.length} von ${number(report.changed)}), mit den Antworten, die dabei entscheiden`,
          ...report.shown.map((one) => say.differingCase(one)),
          '',
        ]),
    summary(report),
  ].join('\n')
}

const number = (value: number): string => value.toLocaleString('de-DE')
const casesInWords = (cases: number): string => (cases === 1 ? '1 Fall' : `${number(cases)} Fälle`)

function verdictTable(verdicts: readonly Move<Verdict>[]): string {
  if (verdicts.length === 0) return 'Ergebnis: in allen Fällen wie bisher\n'
  const rows = verdicts.map(({ from, to, cases }) => [verdictName(from), verdictName(to), number(cases)])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length))
  const lines = rows.map(
    ([from, to, cases]) =>
      `  ${from!.padEnd(width(0))}  →  ${to!.padEnd(width(1))}  ${cases!.padStart(width(2))}`,
  )
  return ['Ergebnis bisher → neu, Fälle', ...lines, ''].join('\n')
}

function summary({ before, after, cases, changed, verdictChanged }: ReplayReport): string {
  const what = `${after} gegenüber ${before}, ${casesInWords(cases)}`
  if (changed === 0) return `${what}: nichts ändert sich`
  return `${what}: ${number(changed)} ${changed === 1 ? 'ändert' : 'ändern'} sich, davon ${number(verdictChanged)} im Ergebnis`
}

const states: Readonly<Record<string, string>> = {
  ...findingNames,
  doesNotApply: 'greift nicht',
  missing: 'fehlt',
  there: 'liegt vor',
  notNeeded: 'nicht nötig',
  notDue: 'fällt nicht an',
  onSite: 'Betrag vor Ort',
  open: 'noch offen',
}

const stateName = (state: string): string => states[state] ?? eurosInWords(Number(state))

/** Says things by the names that either rule set has for them, the new one first. */
class Words {
  constructor(
    private readonly before: RuleSet,
    private readonly after: RuleSet,
  ) {}

  part({ kind, id, moves, verdicts }: ReplayReport['parts'][number]): string {
    return [
      `  ${this.nameOf(kind, id)}`,
      ...moves.map(
        ({ from, to, cases }) => `    ${stateName(from)} → ${stateName(to)}: ${casesInWords(cases)}`,
      ),
      ...verdicts.map(
        ({ from, to, cases }) =>
          `    dadurch ${verdictName(from)} → ${verdictName(to)}: ${casesInWords(cases)}`,
      ),
    ].join('\n')
  }

  differingCase({ number, verdict, parts, answers }: DifferingCase): string {
    const result =
      verdict.before === verdict.after
        ? verdictName(verdict.after)
        : `${verdictName(verdict.before)} → ${verdictName(verdict.after)}`
    return [
      `  Fall ${number}: ${result}`,
      ...parts.map(
        ({ kind, id, before, after }) =>
          `    ${this.nameOf(kind, id)}: ${stateName(before)} → ${stateName(after)}`,
      ),
      ...Object.entries(answers).map(([id, answer]) => {
        const question = this.find('questions', id)
        return `    ${question.text} ${answerInWords(question, answer)}`
      }),
    ].join('\n')
  }

  private nameOf(kind: ReplayedKind, id: string): string {
    if (kind === 'rule') return `Regel ${id}`
    if (kind === 'document') return `Unterlage „${this.find('documents', id).name}“`
    return `Gebühr „${this.find('fees', id).name ?? id}“`
  }

  private find<List extends 'questions' | 'documents' | 'fees'>(
    list: List,
    id: string,
  ): RuleSet[List][number] {
    const parts: readonly RuleSet[List][number][] = [...this.after[list], ...this.before[list]]
    return parts.find((part) => part.id === id)!
  }
}
