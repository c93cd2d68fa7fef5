import { outcomeNames } from '../../precheck/outcome-names.js'
import type { Flow, FlowNext, FlowRow, FlowStep } from './flow.js'
import type { FlowEffect } from './flow-effects.js'

const either = new Intl.ListFormat('de', { type: 'disjunction' })

/** "weiter mit 3", "weiter mit 3 oder 6, je nach früheren Antworten" */
export function nextInWords(next: readonly FlowNext[]): string {
  if (next.length === 0) return ''
  const places = next.toSorted(byPlace).map((one) => (one === 'end' ? 'dem Ergebnis' : String(one)))
  return `weiter mit ${either.format(places)}${next.length > 1 ? ', je nach früheren Antworten' : ''}`
}

const byPlace = (a: FlowNext, b: FlowNext): number =>
  (a === 'end' ? Infinity : a) > (b === 'end' ? Infinity : b) ? 1 : -1

/** Effects of one kind and certainty as one text: "Unterlagen: A; B". */
export interface Note {
  readonly kind: FlowEffect['kind']
  readonly text: string
  readonly isSure: boolean
}

export function notesOf(effects: readonly FlowEffect[]): Note[] {
  const alike = Map.groupBy(effects, ({ kind, isSure }) => `${kind} ${isSure}`)
  return [...alike.values()].map((group) => {
    const { kind, isSure } = group[0]!
    const names = group.map(({ text }) => text).join('; ')
    const only = isSure ? '' : ' (je nach früheren Antworten)'
    return { kind, isSure, text: `${headOf(kind, group.length)}: ${names}${only}` }
  })
}

function headOf(kind: FlowEffect['kind'], count: number): string {
  if (kind === 'document') return count === 1 ? 'Unterlage' : 'Unterlagen'
  if (kind === 'fee') return count === 1 ? 'Gebühr' : 'Gebühren'
  return outcomeNames[kind]
}

/** The whole picture as lines of text, for those who do not see it. */
export const flowInWords = ({ steps, always }: Flow): string =>
  [
    ...notesOf(always).map(({ text }) => `In jedem Fall: ${text}.`),
    ...steps.flatMap(stepLines),
    'Ergebnis: vollständig, oder Unterlagen fehlen, oder Prüfung durch den Fachdienst, wo eine Regel das sagt.',
  ].join('\n')

const stepLines = ({ number, text, rows, next }: FlowStep): string[] => [
  `${number}. ${text}`,
  ...rows.map(rowLine),
  ...(next.length === 0 ? [] : [`– sonst ${nextInWords(next)}`]),
]

const rowLine = ({ answers, effects, next, endsHere }: FlowRow): string =>
  [
    `– ${answers}`,
    ...notesOf(effects).map(({ text }) => text),
    ...(next.length === 0 ? [] : [nextInWords(next)]),
    ...(endsHere ? ['endet hier'] : []),
  ].join('; ')
