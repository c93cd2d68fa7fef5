import { eurosInWords } from '../../precheck/answer-in-words.js'
import type { Verdict } from '../../precheck/precheck.js'
import { dateText } from '../../web/format.js'
import type { NoteContents, ToBring } from './note-contents.js'
import { heading, list, paragraph, printLines } from '../paper/blocks.js'
import { openDocument, type Document } from '../paper/open-document.js'
import { numberPages } from '../paper/page-numbers.js'
import { qrCode } from '../paper/qr-code.js'
import { newSheet, type Sheet } from '../paper/sheet.js'
import { styles, type Run } from '../paper/text-style.js'

const sizes = [11, 10.5, 10, 9.5, 9] as const

/** Writes the note: one page, in the largest type that keeps it on one; the smallest runs over rather than shrink further. */
export async function composeNote(contents: NoteContents, take: (document: Document) => void): Promise<void> {
  const title = `Laufzettel ${contents.caseNumber} – ${contents.service}`
  const size = sizes.find((size) => pagesAt(contents, size) === 1) ?? 9
  const document = openDocument({ title, madeAt: contents.madeAt })
  take(document)
  const sheet = newSheet(document)
  write(sheet, contents, size)
  numberPages(sheet, `Laufzettel ${contents.caseNumber}`)
  sheet.root.end()
  document.end()
}

function pagesAt(contents: NoteContents, size: number): number {
  const sheet = newSheet(openDocument({ title: '', madeAt: contents.madeAt }))
  write(sheet, contents, size)
  return sheet.document.bufferedPageRange().count
}

function write(sheet: Sheet, contents: NoteContents, size: number): void {
  const { bring, seen, fetched, clarify, against } = contents
  sheet.newPage()
  head(sheet, contents, size)
  section(
    sheet,
    'Das ist der Grund',
    against.map(({ text, source = '' }) => runs(size, text, source)),
  )
  section(
    sheet,
    'Bitte bringen Sie mit',
    bring.map((document) => documentRuns(document, size)),
  )
  section(
    sheet,
    'Bitte klären Sie noch',
    clarify.map((text) => runs(size, text)),
  )
  deadlines(sheet, contents, size)
  const settled = [
    ...(seen.length === 0 ? [] : [runs(size, `Haben Sie schon vorgelegt: ${seen.join(', ')}.`)]),
    ...(fetched.length === 0 ? [] : [runs(size, `Holt die Behörde selbst ein: ${fetched.join(', ')}.`)]),
  ]
  section(sheet, 'Das brauchen Sie nicht noch einmal', settled)
  where(sheet, contents, size)
}

function section(sheet: Sheet, title: string, items: readonly Run[][]): void {
  if (items.length === 0) return
  heading(sheet, 2, title)
  list(sheet, items)
}

const runs = (size: number, text: string, source = ''): Run[] => [
  { text, style: { size } },
  ...(source === '' ? [] : [{ text: source, style: { size: 9, quiet: true } }]),
]

function documentRuns({ name, why, forms, age, whereToGet, source, lacks }: ToBring, size: number): Run[] {
  const details = [
    lacks === null ? null : `Bisher: ${lacks}.`,
    why,
    `Als: ${forms}${age === null ? '' : `, ${age}`}.`,
    whereToGet === null ? null : `Woher: ${whereToGet}`,
  ]
  return [
    { text: name, style: { size, bold: true } },
    { text: details.filter((detail) => detail !== null).join(' '), style: { size } },
    { text: source, style: { size: 9, quiet: true } },
  ]
}

const sentences: Record<Verdict, string> = {
  complete: 'Es fehlt nichts. Ihr Antrag kann bearbeitet werden.',
  missingDocuments: 'Für Ihren Antrag fehlen noch Unterlagen.',
  needsReview: 'Ihr Antrag muss im Fachdienst geprüft werden.',
  notEligible:
    'Nach der Vorprüfung fehlt eine Voraussetzung für Ihren Antrag. Sie können ihn trotzdem stellen.',
  wrongAuthority:
    'Nach der Vorprüfung ist eine andere Stelle zuständig. Wir nehmen Ihren Antrag trotzdem an.',
  open: 'Für Ihren Antrag sind noch Fragen offen.',
}

function head(
  sheet: Sheet,
  { service, applicant, caseNumber, office, madeAt, verdict, link }: NoteContents,
  size: number,
): void {
  const codeSize = 62
  const top = sheet.y
  const width = sheet.width - codeSize - 16
  sheet.tag(sheet.root, 'P', () =>
    printLines(
      sheet,
      [{ text: `Laufzettel · ${office.name} · ${dateText(madeAt)}`, style: styles.body }],
      sheet.left,
      width,
    ),
  )
  sheet.y += 6
  sheet.tag(sheet.root, 'H1', () =>
    printLines(sheet, [{ text: service, style: styles.title }], sheet.left, width),
  )
  const who = `Vorgang ${caseNumber}${applicant === null ? '' : `, ${applicant}`}`
  sheet.tag(sheet.root, 'P', () => printLines(sheet, [{ text: who, style: { size } }], sheet.left, width))
  const below = sheet.y
  sheet.tag(
    sheet.root,
    'Figure',
    () => qrCode(sheet, link, sheet.left + sheet.width - codeSize, top, codeSize),
    {
      alt: 'QR-Code, mit dem das Bürgerbüro den Vorgang wieder öffnet',
    },
  )
  sheet.y = Math.max(below, top + codeSize) + 10
  paragraph(sheet, sentences[verdict], { size: size + 2, bold: true }, 0)
}

/** What the law says about time stands in the hints; the day that clerk and citizen agree on is written in by hand. */
function deadlines(sheet: Sheet, { hints, bring, clarify }: NoteContents, size: number): void {
  const agreed =
    bring.length + clarify.length === 0 ? [] : [runs(size, 'Vereinbart: bis zum ______________________')]
  const items = hints.map(({ text, source = '' }) => runs(size, text, source))
  section(sheet, agreed.length === 0 ? 'Gut zu wissen' : 'Bis wann, und was noch gilt', [...agreed, ...items])
}

function where(sheet: Sheet, { office, authority, caseNumber, fee }: NoteContents, size: number): void {
  heading(sheet, 2, 'Wohin')
  paragraph(sheet, `${office.name}, ${office.address}`, { size, bold: true }, 1)
  paragraph(sheet, `Es entscheidet: ${authority}. Bitte geben Sie die Nummer ${caseNumber} an.`, { size }, 1)
  if (fee !== 0)
    paragraph(
      sheet,
      fee === null
        ? 'Es fällt eine Gebühr an; den Betrag nennt das Bürgerbüro.'
        : `Gebühr: ${eurosInWords(fee)}`,
      { size },
      1,
    )
}
