import { dateText } from '../../web/format.js'
import { printLines } from '../paper/blocks.js'
import { openDocument, type Write } from '../paper/open-document.js'
import { numberPages } from '../paper/page-numbers.js'
import { qrCode } from '../paper/qr-code.js'
import { newDraft, newSheet, type Sheet } from '../paper/sheet.js'
import { ink, styles, type Run, type TextStyle } from '../paper/text-style.js'
import { germanShare, type Pair } from './german-share.js'
import type { NoteCode, NoteContents, NoteItem, NoteSection, Said } from './note-contents.js'
import { keptHeight, TwoLanguages, type Row } from './two-languages.js'

/** How large the text is, and how close its lines stand. */
type Layout = Required<Pick<TextStyle, 'size' | 'leading'>>

/** Lines 1.2 times as far apart as their type is large: as close as one still reads with ease. */
const close = 0.88

/** Lines move together before the type gets smaller, because small type is harder to read. */
const layouts: readonly Layout[] = [
  { size: 11, leading: 1 },
  { size: 10.5, leading: 1 },
  { size: 10, leading: 1 },
  { size: 10, leading: close },
  { size: 9.5, leading: close },
  { size: 9, leading: close },
]
const closest = layouts[layouts.length - 1]!

/**
 * Writes the note: one page, in the largest type that keeps it on one; the smallest runs over rather than shrink
 * further. The second language stands beside the German, point by point, so that clerk and citizen can point at the
 * same line.
 */
export function composeNote(contents: NoteContents, write: Write): void {
  const title = `Laufzettel ${contents.caseNumber} – ${contents.service.german}`
  const layout = layoutFor(contents)
  const document = openDocument({ title, madeAt: contents.madeAt }, write)
  const sheet = newSheet(document)
  new Note(sheet, contents, layout).write()
  numberPages(sheet, `Laufzettel ${contents.caseNumber}`)
  sheet.root.end()
  document.end()
}

/** The layouts are tried in one document, because each document reads its fonts anew. */
function layoutFor(contents: NoteContents): Layout {
  const trial = openDocument({ title: '', madeAt: contents.madeAt })
  const pagesIn = (layout: Layout): number => {
    const before = trial.bufferedPageRange().count
    new Note(newDraft(trial), contents, layout).write()
    return trial.bufferedPageRange().count - before
  }
  return layouts.find((layout) => pagesIn(layout) === 1) ?? closest
}

const indent = 15
const codeSize = 92
const besideCode = codeSize + 18
const codeStyle: TextStyle = { size: 7.5, bold: true }

/** A note in one layout. */
class Note {
  private readonly languages: TwoLanguages

  constructor(
    private readonly sheet: Sheet,
    private readonly contents: NoteContents,
    private readonly layout: Layout,
  ) {
    const { language, sections } = contents
    this.languages = new TwoLanguages(sheet, language, germanShare(sheet, language, this.pairs(sections)))
  }

  write(): void {
    const { sheet, contents } = this
    sheet.newPage()
    const codeEnd = this.head()
    if (contents.language !== null) this.pair(contents.binding, styles.small, this.beside(codeEnd))
    this.pair(contents.verdict, this.heading(1), this.beside(codeEnd))
    sheet.y = Math.max(sheet.y, codeEnd)
    for (const section of contents.sections) this.section(section)
  }

  /**
   * What it is about, and the code at its right.
   * @returns where the code ends
   */
  private head(): number {
    const { sheet, contents, layout } = this
    const { note, madeAt, service, number, applicant, code } = contents
    const top = sheet.y
    const width = sheet.width - besideCode
    this.pair({ ...note, german: `${note.german} · ${dateText(madeAt)}` }, styles.body, width)
    sheet.y += 3
    this.line('H1', { text: service.german, style: this.heading(layout.size * 0.8) }, width, false)
    // Many a service is called the same in plain German.
    if (service.other !== null && service.other !== service.german)
      this.line('P', { text: service.other, style: styles.section }, width, true)
    sheet.y += 2
    if (applicant !== null) this.line('P', { text: applicant, style: layout }, width, false)
    this.pair(number, layout, width)
    const end = code === null ? sheet.y : this.code(code, top)
    sheet.y += 6
    return end
  }

  /** The width that is left beside the code as long as that goes on. */
  private beside(codeEnd: number): number {
    const { sheet } = this
    return sheet.y < codeEnd ? sheet.width - besideCode : sheet.width
  }

  private line(type: 'P' | 'H1', run: Run, width: number, isForeign: boolean): void {
    this.languages.draw(this.sheet.root, type, this.languages.line(run, width, isForeign))
  }

  /** @returns where it ends */
  private code({ link, text }: NoteCode, top: number): number {
    const { sheet } = this
    const [left, beside] = [sheet.left + sheet.width - codeSize, sheet.y]
    sheet.tag(sheet.root, 'Figure', () => qrCode(sheet, link, left, top, codeSize), {
      alt: 'QR-Code, mit dem ein Bürgerbüro den Vorgang wieder öffnet',
    })
    sheet.y = top + codeSize + 3
    const run = { text: inTwoLines(text), style: codeStyle }
    sheet.tag(sheet.root, 'P', () => printLines(sheet, [run], left, codeSize))
    const end = sheet.y
    sheet.y = beside
    return end
  }

  private pair({ german, other }: Said, style: TextStyle, width = this.sheet.width): void {
    const row = this.languages.row([{ text: german, style }], [{ text: other ?? '', style }], 0, width)
    this.sheet.group(this.sheet.root, 'Div', (element) => this.languages.draw(element, 'P', row))
  }

  /** What will stand side by side. */
  private pairs(sections: readonly NoteSection[]): Pair[] {
    return sections.flatMap(({ items, toDo }) =>
      items
        .filter((item) => !isUntranslated(item) && !isTheSame(item))
        .map((item) => ({
          german: this.germanRuns(item),
          other: this.otherRuns(item),
          inset: toDo ? indent : 0,
        })),
    )
  }

  /** A section of which nothing is translated says so once, and takes the whole width. */
  private section({ heading, lead, items, toDo }: NoteSection): void {
    const { sheet } = this
    const alone = items.every(isUntranslated)
    const style = this.heading(2)
    const beside = alone ? `${heading.other} ${this.onlyGerman}` : (heading.other ?? '')
    const title = this.languages.row([{ text: heading.german, style }], [{ text: beside, style }])
    const rows = items.map((item) =>
      this.languages.row(
        this.germanRuns(item),
        alone || isTheSame(item) ? null : this.otherRuns(item),
        toDo ? indent : 0,
      ),
    )
    const goes = lead === null ? null : this.said(lead, alone)
    const before = this.layout.size / 2
    sheet.keep(
      before +
        keptHeight(title.height) +
        (goes === null ? 0 : keptHeight(goes.height)) +
        keptHeight(rows[0]?.height ?? 0),
    )
    sheet.y += before
    sheet.group(sheet.root, 'H2', (element) => this.languages.draw(element, 'Span', title))
    if (goes !== null) sheet.group(sheet.root, 'Div', (element) => this.languages.draw(element, 'P', goes))
    sheet.group(sheet.root, 'L', (list) => {
      for (const row of rows) this.item(list, row, toDo)
    })
  }

  private said({ german, other }: Said, alone: boolean): Row {
    const style = this.layout
    return this.languages.row([{ text: german, style }], alone ? null : [{ text: other ?? '', style }])
  }

  private item(list: PDFKit.PDFStructureElement, row: Row, toDo: boolean): void {
    this.sheet.group(list, 'LI', (element) =>
      this.sheet.group(element, 'LBody', (body) =>
        this.languages.draw(body, 'P', row, toDo ? () => this.box() : undefined),
      ),
    )
  }

  private germanRuns({ name, lines, source }: NoteItem): Run[] {
    const said = lines.map(({ german }) => german).join(' ')
    return [
      ...(name === null ? [] : [{ text: name.german, style: { ...this.layout, bold: true } }]),
      ...(said === ''
        ? []
        : [{ text: source === undefined ? said : `${said} (${source})`, style: this.layout }]),
    ]
  }

  /** What is translated, and once for all that is not: that it stands in German alone. */
  private otherRuns({ name, lines }: NoteItem): Run[] {
    const said = lines.flatMap(({ other }) => other ?? [])
    const isWhole = said.length === lines.length && name?.other !== null
    return [
      ...(name?.other ? [{ text: name.other, style: { ...this.layout, bold: true } }] : []),
      ...(said.length === 0 ? [] : [{ text: said.join(' '), style: this.layout }]),
      ...(isWhole ? [] : [{ text: this.onlyGerman, style: { ...this.layout, quiet: true } }]),
    ]
  }

  private heading(larger: number): TextStyle {
    return { ...this.layout, size: this.layout.size + larger, bold: true }
  }

  private get onlyGerman(): string {
    return this.contents.language?.onlyGerman ?? ''
  }

  /** An empty box to be ticked: for the eye alone. */
  private box(): void {
    const { sheet } = this
    const { size } = this.layout
    const [side, drop] = [size * 0.72, size * 0.5]
    sheet.ornament(() =>
      sheet.document
        .rect(sheet.left + 0.5, sheet.y + drop, side, side)
        .lineWidth(0.7)
        .stroke(ink.quiet),
    )
  }
}

/** Broken between two groups, after four of them. */
const inTwoLines = (text: string): string => text.replace(/^((?:[^-]+-){4})/, '$1\n')

/** A point that needs no translation: a name, an address. It stands once, over the whole width. */
const isTheSame = ({ name, lines }: NoteItem): boolean =>
  lines.length === 0 && name !== null && name.other === name.german

/** A point of which nothing is translated. */
const isUntranslated = ({ name, lines }: NoteItem): boolean =>
  (name === null || name.other === null) && lines.every(({ other }) => other === null)
