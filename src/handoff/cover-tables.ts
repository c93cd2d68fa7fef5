import { eurosInWords } from '../precheck/answer-in-words.js'
import { momentText } from '../web/format.js'
import { malwareInWords } from './malware-words.js'
import type { Enclosure, PackageContents } from './package-contents.js'
import { paragraph } from './paper/blocks.js'
import type { Sheet } from './paper/sheet.js'
import { table, type Row } from './paper/table.js'
import { styles, type Run } from './paper/text-style.js'
import { daysInWords } from './to-decide.js'
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

/** Every needed document with how it stands, and where its scans are. */
export function documentTable(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
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

/** Who, where, when, how much. */
export function facts(sheet: Sheet, contents: PackageContents): void {
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

/** What else is in the package, and on which page. */
export function parts(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
  const { enclosures, ruleSet } = contents
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
    `Die Daten dieses Pakets sind als uebergabe.json in die Datei eingebettet. Regelwerk ${ruleSet.id}. Schadsoftware: ${malwareInWords(contents)}.`,
    styles.small,
  )
}
