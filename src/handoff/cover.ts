import { eurosInWords } from '../precheck/answer-in-words.js'
import type { Enclosure, PackageContents } from './package-contents.js'
import { heading, list, paragraph, printLines } from './paper/blocks.js'
import { qrCode } from './paper/qr-code.js'
import type { Sheet } from './paper/sheet.js'
import { table, type Row } from './paper/table.js'
import { ink, styles, type Run } from './paper/text-style.js'
import { verdictSign } from './paper/verdict-sign.js'
import { daysInWords, hints, returnedFor, speaksAgainst, toDecide, type Point } from './to-decide.js'
import { momentText } from '../web/format.js'
import { documentStateWords } from './words.js'

/** On which page each part begins; 0 while that is still being found out. */
export interface PartPages {
  readonly record: number
  /** null: the service has no form. */
  readonly form: number | null
  readonly continuation: number | null
  /** By upload id. */
  readonly enclosures: ReadonlyMap<string, number>
  /** The page after the last. */
  readonly end: number
}

/** The cover: for a caseworker with half a minute. Verdict, what to decide, what is disputed, what came with it. */
export function cover(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
  sheet.newPage()
  letterhead(sheet, contents)
  verdictBox(sheet, contents)
  points(sheet, 'Zu entscheiden', toDecide(contents))
  againstAdvice(sheet, contents)
  points(sheet, 'Offen aus der letzten Rückgabe', returnedFor(contents))
  points(sheet, 'Hinweise', hints(contents))
  heading(sheet, 2, 'Nachweise')
  documentTable(sheet, contents, pages)
  heading(sheet, 2, 'Vorgang')
  facts(sheet, contents)
  heading(sheet, 2, 'Inhalt')
  parts(sheet, contents, pages)
}

const inRuns = ({ text, source }: Point): Run[] => [
  { text, style: styles.body },
  ...(source === undefined ? [] : [{ text: source, style: styles.small }]),
]

function letterhead(
  sheet: Sheet,
  { authority, department, service, caseFile, packageId }: PackageContents,
): void {
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

function verdictBox(sheet: Sheet, { verdict, reason, caseFile }: PackageContents): void {
  const inset = 46
  const runs: Run[] = [
    { text: `Vorprüfung: ${verdict.words}`, style: { size: 15, bold: true } },
    {
      text: caseFile.completeOn === null ? 'Der Antrag ist noch nicht vollständig.' : '',
      style: styles.body,
    },
    { text: reason === null ? '' : 'Mit Begründung trotzdem übergeben, siehe unten.', style: styles.body },
  ].filter(({ text }) => text !== '')
  const lines = sheet.set(runs, sheet.width - inset - 12)
  const height = Math.max(44, lines.reduce((sum, line) => sum + line.height, 0) + 18)
  const top = sheet.y
  sheet.ornament(() => {
    sheet.document
      .lineWidth(1.4)
      .rect(sheet.left, top, sheet.width, height)
      .fillAndStroke(ink.tint, '#000000')
    verdictSign(sheet.document, verdict.outcome, sheet.left + 10, top + (height - 26) / 2, 26)
  })
  sheet.y = top + (height - lines.reduce((sum, line) => sum + line.height, 0)) / 2
  sheet.tag(sheet.root, 'P', () => printLines(sheet, runs, sheet.left + inset, sheet.width - inset - 12))
  sheet.y = top + height
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
  heading(sheet, 2, title)
  list(sheet, points.map(inRuns))
}

function documentTable(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
  const { documents } = contents
  const others = otherEnclosures(contents)
  if (documents.length + others.length === 0) return paragraph(sheet, 'Es ist kein Nachweis nötig.')
  const columns = [
    { title: 'Nachweis', share: 0.5 },
    { title: 'Stand', share: 0.36 },
    { title: 'Seite', share: 0.14 },
  ]
  const row = (id: string, name: string, stand: string, isMissing: boolean): Row => ({
    heading: true,
    cells: [
      [{ text: name, style: styles.body }],
      [{ text: stand, style: isMissing ? styles.strong : styles.body }],
      [{ text: pagesOf(id, contents, pages), style: styles.body }],
    ],
  })
  table(sheet, columns, [
    ...documents.map(({ id, name, state, lacks, seen }) =>
      row(id, name, seen?.words ?? lacks ?? documentStateWords[state], state === 'missing'),
    ),
    ...others.map(({ document, documentName }) => row(document, documentName, 'Scan liegt bei', false)),
  ])
}

/** Scans of documents that are not needed any more; one for each document. */
const otherEnclosures = ({ documents, enclosures }: PackageContents): Enclosure[] =>
  enclosures.filter(
    ({ document }, index) =>
      documents.every(({ id }) => id !== document) &&
      enclosures.findIndex((other) => other.document === document) === index,
  )

function pagesOf(document: string, { enclosures }: PackageContents, pages: PartPages): string {
  const starts = enclosures
    .filter((enclosure) => enclosure.document === document)
    .map(({ id }) => pages.enclosures.get(id) ?? 0)
  return starts.join(', ') || '–'
}

function facts(sheet: Sheet, contents: PackageContents): void {
  const { caseFile, service, office, handedOverBy, fee } = contents
  const days = daysInWords(contents)
  const amount = fee === null ? 'Betrag vor Ort festzulegen' : eurosInWords(fee)
  const rows: [string, string, string, string][] = [
    ['Vorgang', caseFile.number, 'Eingegangen am', days.received],
    ['Bürgerbüro', office.name, 'Vollständig seit', days.complete],
    ['Übergeben von', handedOverBy.name, 'Übergeben am', `${momentText(contents.madeAt)} Uhr`],
    ['Gebühr', amount, 'Leistungsschlüssel', service.leika ?? '–'],
  ]
  const columns = [0.17, 0.36, 0.19, 0.28].map((share) => ({ title: '', share }))
  table(
    sheet,
    columns,
    rows.map(([a, b, c, d]) => ({
      heading: true,
      cells: [label(a), value(b), label(c), value(d)],
    })),
  )
}

const label = (text: string): Run[] => [{ text, style: styles.label }]
const value = (text: string): Run[] => [{ text, style: styles.body }]

function parts(sheet: Sheet, { enclosures, ruleSet }: PackageContents, pages: PartPages): void {
  const first = enclosures[0] === undefined ? null : (pages.enclosures.get(enclosures[0].id) ?? 0)
  const rows: [string, number | null][] = [
    ['Prüfprotokoll', pages.record],
    ['Antragsformular', pages.form],
    ['Fortsetzungsblatt zum Formular', pages.continuation],
    ['Eingescannte Nachweise', first],
  ]
  const text = rows
    .filter(([, page]) => page !== null)
    .map(([name, page]) => `${name}: Seite ${page}`)
    .join('  ·  ')
  paragraph(sheet, text)
  paragraph(
    sheet,
    `Die Daten dieses Pakets sind als uebergabe.json in die Datei eingebettet. Regelwerk ${ruleSet.id}.`,
    styles.small,
  )
}
