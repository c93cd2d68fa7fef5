import { dayInWords } from '../../precheck/answer-in-words.js'
import { flowInWords } from './flow-in-words.js'
import type { Flow, FlowNext } from './flow.js'
import type { FlowEffect } from './flow-effects.js'
import type { Lane } from './lanes.js'
import { layoutOf, sizes, type Layout, type PlacedNote, type PlacedRow, type PlacedStep } from './layout.js'
import { escaped, path, rect, text } from './svg-shapes.js'

interface Look {
  readonly name: string
  readonly fill: string
  readonly line: string
}

/** Every look has a name, so that nothing is said by colour alone. */
const looks: Record<FlowEffect['kind'] | 'complete', Look> = {
  wrongAuthority: { name: 'nicht zuständig', fill: '#efe5f9', line: '#5b2a86' },
  notEligible: { name: 'Voraussetzungen nicht erfüllt', fill: '#fde8e6', line: '#9b1c1c' },
  needsReview: { name: 'Prüfung durch den Fachdienst', fill: '#fff1d2', line: '#8a5200' },
  complete: { name: 'vollständig, wenn alle Unterlagen da sind', fill: '#e2f3e2', line: '#1b5e20' },
  document: { name: 'Unterlage, die nötig wird', fill: '#ffffff', line: '#33475b' },
  fee: { name: 'Gebühr, die fällig wird', fill: '#f2f4f6', line: '#33475b' },
}

const ink = '#16202b'
const laneInks = ['#1f5fa8', '#a3541a', '#2b7a4b', '#8a2f6b', '#5a5f66', '#7a6a00']
const inkOf = (to: FlowNext): string => (to === 'end' ? '#1b5e20' : laneInks[to % laneInks.length]!)

/** A picture of how the questions lead to the verdicts; it stands for itself: no foreign fonts, no script. */
export function flowAsSvg(flow: Flow): string {
  const layout = layoutOf(flow)
  const { width, height } = layout
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" aria-labelledby="titel beschreibung" font-family="'Noto Sans', 'Segoe UI', Arial, sans-serif" font-size="${sizes.text}" fill="${ink}">`,
    `<title id="titel">${escaped(`${flow.title}: Wege von den Fragen zu den Ergebnissen`)}</title>`,
    `<desc id="beschreibung">${escaped(flowInWords(flow))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    head(flow),
    ...layout.bands.map(({ title, y, height }) => band(layout, title, y, height)),
    ...layout.lanes.map((lane) => drawnLane(layout, lane)),
    ...layout.steps.map((step, i) => drawnStep(layout, step, layout.steps[i + 1])),
    drawnEnd(layout),
    '</svg>\n',
  ].join('\n')
}

function head({ title, ruleSet, day }: Flow): string {
  const legend = Object.values(looks).map(({ name, fill, line }, i) => {
    const [x, y] = [sizes.margin + (i % 3) * 340, 84 + Math.floor(i / 3) * 26]
    return rect(x, y - 13, 18, 18, fill, line) + text(x + 26, y, [name])
  })
  return [
    text(sizes.margin, 40, [title], 'font-size="22" font-weight="bold"'),
    text(sizes.margin, 62, [`${ruleSet}, am ${dayInWords(day)}. Gestrichelt: je nach früheren Antworten.`]),
    ...legend,
  ].join('\n')
}

const band = ({ boxX, noteX }: Layout, title: string, y: number, height: number): string =>
  rect(boxX - 10, y - 4, noteX + sizes.note - boxX + 20, height, '#f5f7f9', '#dde3e9') +
  text(boxX, y + 17, [title], 'font-size="14" font-weight="bold" fill="#33475b"')

function drawnStep(
  layout: Layout,
  { step, y, height, lines, rows, footer }: PlacedStep,
  below: PlacedStep | undefined,
) {
  const { boxX } = layout
  const colour = inkOf(step.number)
  const source =
    step.source === null
      ? []
      : [text(boxX + 50, y + 27 + lines.length * sizes.line, [step.source], 'font-size="11" fill="#566371"')]
  return [
    `<g>`,
    rect(boxX, y, sizes.box, height, '#ffffff', '#7b8a99'),
    `<circle cx="${boxX + 24}" cy="${y + 20}" r="14" fill="${colour}"/>`,
    text(boxX + 24, y + 25, [String(step.number)], 'text-anchor="middle" font-weight="bold" fill="#ffffff"'),
    text(boxX + 50, y + 26, lines, `font-size="${sizes.title}" font-weight="bold"`),
    ...source,
    ...rows.map((row) => drawnRow(layout, row)),
    ...(footer === null
      ? []
      : [
          divider(boxX, footer.y),
          text(boxX + 50, footer.y + 18, footer.lines, 'fill="#33475b" font-style="italic"'),
        ]),
    ...(below !== undefined && step.next.includes(step.number + 1)
      ? [straightDown(boxX + sizes.box / 2, y + height, below.y, step.next.length > 1)]
      : []),
    `</g>`,
  ].join('\n')
}

function drawnRow({ boxX, noteX }: Layout, { y, height, lines, next, notes, endsHere }: PlacedRow): string {
  const right = boxX + sizes.box
  return [
    divider(boxX, y),
    text(boxX + 50, y + 18, lines),
    text(right - sizes.nextWidth + 10, y + 18, next, 'fill="#33475b" font-style="italic"'),
    ...notes.map((note) => {
      const middle = note.y + note.height / 2
      const bend = `M${right} ${y + Math.min(height / 2, 14)} H${right + 16} V${middle} H${noteX}`
      return (
        path(bend, looks[note.note.kind].line, !note.note.isSure, endsHere && isEnding(note)) +
        drawnNote(noteX, note)
      )
    }),
  ].join('\n')
}

const divider = (x: number, y: number): string =>
  `<line x1="${x}" y1="${y}" x2="${x + sizes.box}" y2="${y}" stroke="#dde3e9"/>`

const isEnding = ({ note }: PlacedNote): boolean =>
  note.kind === 'wrongAuthority' || note.kind === 'notEligible'

function drawnNote(x: number, { note, lines, y, height }: PlacedNote): string {
  const { fill, line } = looks[note.kind]
  const dashes = note.isSure ? '' : ' stroke-dasharray="5 4"'
  const right = x + sizes.note
  const isNotice = note.kind === 'document' || note.kind === 'fee'
  const shape = isNotice
    ? `<path d="M${x} ${y} H${right - 12} L${right} ${y + 12} V${y + height} H${x} Z M${right - 12} ${y} V${y + 12} H${right}" fill="${fill}" stroke="${line}"${dashes}/>`
    : `<rect x="${x}" y="${y}" width="${sizes.note}" height="${height}" rx="${Math.min(14, height / 2)}" fill="${fill}" stroke="${line}" stroke-width="2"${dashes}/>`
  return shape + text(x + 14, y + 18, lines)
}

/** All ways to one step: out of the boxes, along a line and into the step. */
function drawnLane({ boxX }: Layout, { to, targetY, sources, track }: Lane): string {
  const x = boxX - sizes.lane * (track + 1.5)
  const colour = inkOf(to)
  const first = Math.min(...sources.map(({ y }) => y))
  return [
    ...sources.map(({ y, isOneOfSeveral }) => path(`M${boxX} ${y} H${x}`, colour, isOneOfSeveral)),
    ...sources.map(({ y }) => `<circle cx="${x}" cy="${y}" r="2.5" fill="${colour}"/>`),
    path(`M${x} ${first} V${targetY} H${boxX - 1}`, colour, false, true),
  ].join('\n')
}

function straightDown(x: number, from: number, to: number, isOneOfSeveral: boolean): string {
  return path(`M${x} ${from} V${to - 1}`, '#33475b', isOneOfSeveral, true)
}

function drawnEnd({ boxX, noteX, end, always }: Layout): string {
  const { fill, line } = looks.complete
  return [
    rect(boxX, end.y, sizes.box, sizes.end, fill, line),
    text(
      boxX + 24,
      end.y + 26,
      ['Ergebnis: vollständig, wenn alle Unterlagen da sind'],
      'font-size="15" font-weight="bold"',
    ),
    text(boxX + 24, end.y + 48, [
      'Fehlt eine: Unterlagen fehlen. Wo eine Regel es sagt: Prüfung durch den Fachdienst.',
    ]),
    ...(always.length === 0 ? [] : [text(noteX, end.y - 8, ['In jedem Fall'], 'font-weight="bold"')]),
    ...always.map((note) => drawnNote(noteX, note)),
  ].join('\n')
}
