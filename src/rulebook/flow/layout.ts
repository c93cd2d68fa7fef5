import type { Flow, FlowNext, FlowStep } from './flow.js'
import { nextInWords, notesOf, type Note } from './flow-in-words.js'
import { lanesFor, type Lane, type Source } from './lanes.js'
import { linesOf } from './text-lines.js'

/** Where everything of a picture lies, in pixels from its upper left corner. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** Left edge of the boxes and of the notes beside them. */
  readonly boxX: number
  readonly noteX: number
  readonly bands: readonly PlacedBand[]
  readonly steps: readonly PlacedStep[]
  readonly end: Placed
  readonly always: readonly PlacedNote[]
  readonly lanes: readonly Lane[]
}

interface Placed {
  readonly y: number
  readonly height: number
}

/** The questions of one group of the author. */
export interface PlacedBand extends Placed {
  readonly title: string
}

export interface PlacedStep extends Placed {
  readonly step: FlowStep
  readonly lines: readonly string[]
  readonly rows: readonly PlacedRow[]
  readonly footer: PlacedText | null
}

export interface PlacedRow extends Placed {
  readonly lines: readonly string[]
  readonly next: readonly string[]
  readonly notes: readonly PlacedNote[]
  readonly endsHere: boolean
}

export interface PlacedNote extends Placed {
  readonly note: Note
  readonly lines: readonly string[]
}

export interface PlacedText extends Placed {
  readonly lines: readonly string[]
}

export const sizes = {
  margin: 24,
  head: 150,
  box: 580,
  note: 430,
  noteGap: 40,
  title: 15,
  text: 13,
  line: 18,
  padding: 10,
  between: 34,
  lane: 13,
  end: 64,
  nextWidth: 190,
} as const

export function layoutOf(flow: Flow): Layout {
  const { steps, bands, bottom } = placedSteps(flow.steps)
  const always = stackedNotes(notesOf(flow.always), bottom)
  const end = {
    y: bottom,
    height: Math.max(sizes.end, (always.at(-1)?.y ?? 0) + (always.at(-1)?.height ?? 0) - bottom),
  }
  const lanes = lanesFor(steps.flatMap(sourcesOf), (to) => topOf(to, steps, end))
  const gutter = (Math.max(-1, ...lanes.map(({ track }) => track)) + 2) * sizes.lane
  const boxX = sizes.margin + gutter
  const noteX = boxX + sizes.box + sizes.noteGap
  return {
    width: noteX + sizes.note + sizes.margin,
    height: bottom + end.height + sizes.margin,
    boxX,
    noteX,
    bands,
    steps,
    end,
    always,
    lanes,
  }
}

/** Steps from top to bottom, each group with a heading of its own. */
function placedSteps(steps: readonly FlowStep[]) {
  const placed: PlacedStep[] = []
  const bands: PlacedBand[] = []
  let y: number = sizes.head
  for (const step of steps) {
    const group = step.group ?? 'Weitere Fragen'
    const isNew = placed.length === 0 || group !== bands.at(-1)!.title
    if (isNew) bands.push({ title: group, y, height: 0 })
    if (isNew) y += sizes.between
    const here = placedStep(step, y)
    placed.push(here)
    y += here.height
    const band = bands.at(-1)!
    bands[bands.length - 1] = { ...band, height: y + sizes.padding - band.y }
    y += sizes.between
  }
  return { steps: placed, bands, bottom: y }
}

function placedStep(step: FlowStep, top: number): PlacedStep {
  const lines = linesOf(step.text, sizes.box - 70, sizes.title)
  let y = top + lines.length * sizes.line + (step.source === null ? 0 : sizes.line) + 2 * sizes.padding
  const rows = step.rows.map((row) => {
    const lines = linesOf(
      row.answers,
      sizes.box - 60 - (row.next.length === 0 ? 0 : sizes.nextWidth),
      sizes.text,
    )
    const next = row.next.length === 0 ? [] : linesOf(nextInWords(row.next), sizes.nextWidth, sizes.text)
    const notes = stackedNotes(notesOf(row.effects), y + 4)
    const own = Math.max(lines.length, next.length) * sizes.line + sizes.padding
    const height = Math.max(
      own,
      notes.reduce((sum, note) => sum + note.height + 6, 2),
    )
    const placed = { y, height, lines, next, notes, endsHere: row.endsHere }
    y += height
    return placed
  })
  const isUsual = step.rows.some(({ next, endsHere }) => next.length > 0 || endsHere)
  const says = `${isUsual ? 'sonst ' : ''}${nextInWords(step.next)}`
  const words = step.next.length === 0 ? [] : linesOf(says, sizes.box - 60, sizes.text)
  const footer =
    words.length === 0 ? null : { y, height: words.length * sizes.line + sizes.padding, lines: words }
  return { step, y: top, height: y + (footer?.height ?? 0) - top, lines, rows, footer }
}

function stackedNotes(notes: readonly Note[], top: number): PlacedNote[] {
  let y = top
  return notes.map((note) => {
    const lines = linesOf(note.text, sizes.note - 34, sizes.text)
    const placed = { note, lines, y, height: lines.length * sizes.line + 8 }
    y += placed.height + 6
    return placed
  })
}

/** Where a way leaves a step: at a row, or at the foot for all of them. Straight down needs no lane. */
function sourcesOf({ step, rows, footer }: PlacedStep): Source[] {
  const from = ({ y, height }: Placed, next: readonly FlowNext[]): Source[] =>
    next.map((to) => ({ y: y + height / 2, to, isOneOfSeveral: next.length > 1 }))
  const atFoot = footer === null ? [] : from(footer, step.next)
  return [
    ...rows.flatMap((row, i) => from(row, step.rows[i]!.next)),
    ...atFoot.filter(({ to }) => to !== step.number + 1),
  ]
}

const topOf = (to: FlowNext, steps: readonly PlacedStep[], end: Placed): number =>
  to === 'end' ? end.y + 22 : steps[to - 1]!.y + 20
