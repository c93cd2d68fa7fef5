import { printDocumentTable, printFacts, printParts, type PartPages } from './cover-tables.js'
import type { PackageContents } from '../package-contents.js'
import { headedList, heading, list, paragraph, printLines } from '../paper/blocks.js'
import { qrCode } from '../paper/qr-code.js'
import { heightOfLines, type Sheet } from '../paper/sheet.js'
import { ink, styles, type Run } from '../paper/text-style.js'
import { printSealBox } from '../seal/seal-box.js'
import { verdictSign } from '../paper/verdict-sign.js'
import { daysInWords, returnedFor, speaksAgainst, toDecide, type Point } from './to-decide.js'

/**
 * The cover: for a caseworker with half a minute. Verdict, what to decide, what is disputed, what came with it. Hints
 * decide nothing and stand in the record alone; they would take most covers to a second page.
 */
export function printCover(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
  sheet.newPage()
  if (contents.trial) trialNotice(sheet)
  letterhead(sheet, contents)
  verdictBox(sheet, contents)
  points(sheet, 'Zu entscheiden', toDecide(contents))
  againstAdvice(sheet, contents)
  points(sheet, 'Offen aus der letzten Rückgabe', returnedFor(contents))
  printDocumentTable(sheet, contents, pages)
  printFacts(sheet, contents)
  printParts(sheet, contents, pages)
  printSealBox(sheet, contents.seal)
}

const inRuns = ({ text, source }: Point): Run[] => [
  { text, style: styles.body },
  ...(source === undefined ? [] : [{ text: source, style: styles.small }]),
]

/** In words too: a mark across the page says nothing to whoever hears the page. */
function trialNotice(sheet: Sheet): void {
  paragraph(
    sheet,
    'PROBE: gehört zu keinem Vorgang, ist niemandem übergeben, nichts ist zu entscheiden.',
    styles.strong,
    10,
  )
}

function letterhead(sheet: Sheet, contents: PackageContents): void {
  const { authority, department, service, caseFile, packageId } = contents
  const { received, complete } = daysInWords(contents)
  const size = 68
  const x = sheet.left + sheet.width - size
  const top = sheet.y
  const width = sheet.width - size - 16
  sheet.tag(sheet.root, 'P', () =>
    printLines(
      sheet,
      [
        { text: authority.name, style: styles.strong },
        { text: `Übergabepaket an: ${department.name}`, style: styles.body },
      ],
      sheet.left,
      width,
    ),
  )
  sheet.y += 10
  sheet.tag(sheet.root, 'H1', () =>
    printLines(sheet, [{ text: service.title, style: styles.title }], sheet.left, width),
  )
  sheet.tag(sheet.root, 'P', () =>
    printLines(
      sheet,
      [
        {
          text: `Antrag von ${caseFile.applicant ?? 'einer noch nicht benannten Person'}`,
          style: styles.lead,
        },
        {
          text: `Eingegangen am ${received}, ${caseFile.completeOn === null ? '' : 'vollständig seit '}${complete}`,
          style: styles.body,
        },
      ],
      sheet.left,
      width,
    ),
  )
  const below = sheet.y
  sheet.tag(sheet.root, 'Figure', () => qrCode(sheet, packageId, x, top, size), {
    alt: `QR-Code mit der Kennung dieses Pakets: ${packageId}`,
  })
  sheet.tag(sheet.root, 'P', () => sheet.print(caseFile.number, x, top + size + 3, styles.strong))
  sheet.y = Math.max(below, top + size + 18) + 8
}

function verdictBox(sheet: Sheet, { verdict, reason, documents }: PackageContents): void {
  const inset = 46
  const runs: Run[] = [
    { text: `Vorprüfung: ${verdict.words}`, style: { size: 15, bold: true } },
    { text: missingInWords(documents), style: styles.body },
    { text: reason === null ? '' : 'Mit Begründung trotzdem übergeben, siehe unten.', style: styles.body },
  ].filter(({ text }) => text !== '')
  const textHeight = heightOfLines(sheet.set(runs, sheet.width - inset - 12))
  const height = Math.max(44, textHeight + 18)
  const top = sheet.y
  sheet.ornament(() => {
    sheet.document
      .lineWidth(1.4)
      .rect(sheet.left, top, sheet.width, height)
      .fillAndStroke(ink.tint, '#000000')
    verdictSign(sheet.document, verdict.outcome, sheet.left + 10, top + (height - 26) / 2, 26)
  })
  sheet.y = top + (height - textHeight) / 2
  sheet.tag(sheet.root, 'P', () => printLines(sheet, runs, sheet.left + inset, sheet.width - inset - 12))
  sheet.y = top + height
}

function missingInWords(documents: PackageContents['documents']): string {
  const missing = documents.filter(({ state }) => state === 'missing').length
  if (missing === 0) return ''
  return missing === 1 ? 'Ein Nachweis fehlt.' : `${missing} Nachweise fehlen.`
}

function againstAdvice(sheet: Sheet, contents: PackageContents): void {
  const points = speaksAgainst(contents)
  if (points.length === 0 && contents.reason === null) return
  heading(
    sheet,
    2,
    points.length === 0 ? 'Trotz offener Punkte übergeben' : 'Gegen das Vorprüfergebnis übergeben',
  )
  if (points.length > 0) list(sheet, points.map(inRuns))
  if (contents.reason === null) return
  paragraph(sheet, `Begründung: „${contents.reason}“`, styles.strong, 2)
  paragraph(
    sheet,
    `${contents.handedOverBy.name}, ${contents.office.name}. Ein Antrag darf nicht zurückgewiesen werden, weil er unzulässig oder unbegründet erscheint (§ 24 Abs. 3 VwVfG).`,
    styles.small,
  )
}

function points(sheet: Sheet, title: string, points: readonly Point[]): void {
  if (points.length === 0) return
  headedList(sheet, 2, title, points.map(inRuns))
}
