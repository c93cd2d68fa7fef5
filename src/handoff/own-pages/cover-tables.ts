import { eurosInWords } from '../../precheck/answer-in-words.js'
import { momentText } from '../../web/format.js'
import { malwareInWords } from './malware-words.js'
import type { DocumentShown, PackageContents } from '../package-contents.js'
import { heading, paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { headedTable, type Row } from '../paper/table.js'
import { styles, type Run } from '../paper/text-style.js'
import { documentStateNames } from '../../precheck/outcome-names.js'

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

/** Every needed document with how it stands, and where its scans are. What is not needed stands in the record. */
export function printDocumentTable(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
  const rows = documentRows(contents, pages)
  const columns = contents.enclosures.length > 0 ? withPages : withoutPages
  if (rows.length > 0) headedTable(sheet, 2, 'Nachweise', columns, rows)
  else heading(sheet, 2, 'Nachweise', 20)
  const unclear = contents.documents.filter(
    (document) => document.state === 'unclear' && isNotNeeded(document, contents),
  )
  if (unclear.length > 0)
    paragraph(sheet, `Noch offen, ob nötig: ${unclear.map(({ name }) => name).join(' · ')}`, styles.small, 2)
  else if (rows.length === 0) paragraph(sheet, 'Es wird kein Nachweis verlangt.')
}

function documentRows(contents: PackageContents, pages: PartPages): Row[] {
  return contents.documents
    .filter((document) => !isNotNeeded(document, contents))
    .map(({ id, name, state, lacks, seen }) => ({
      heading: true,
      cells: [
        [{ text: name, style: styles.body }],
        [
          {
            text: seen?.words ?? lacks ?? documentStateNames[state],
            style: state === 'missing' ? styles.strong : styles.body,
          },
        ],
        [{ text: pagesOf(id, contents, pages), style: styles.body }],
      ],
    }))
}

const withoutPages = [
  { title: 'Nachweis', share: 0.62 },
  { title: 'Stand', share: 0.38 },
]
const withPages = [
  { title: 'Nachweis', share: 0.58 },
  { title: 'Stand', share: 0.3 },
  { title: 'Seite', share: 0.12 },
]

/** A document that is not needed, or nobody knows yet, and that nobody brought. */
const isNotNeeded = ({ id, state, seen }: DocumentShown, { enclosures }: PackageContents): boolean =>
  (state === 'unclear' || state === 'moot') &&
  seen === null &&
  enclosures.every(({ document }) => document !== id)

function pagesOf(document: string, { enclosures }: PackageContents, pages: PartPages): string {
  const starts = enclosures
    .filter((enclosure) => enclosure.document === document)
    .map(({ id }) => pages.enclosures.get(id) ?? 0)
  return starts.join(', ') || '–'
}

/** Who, where, when, how much. */
export function printFacts(sheet: Sheet, contents: PackageContents): void {
  const { caseFile, service, office, handedOverBy, fees, fee } = contents
  const amount = fees.length === 0 ? 'keine' : fee === null ? 'Betrag vor Ort festzulegen' : eurosInWords(fee)
  const rows: [string, string, string, string][] = [
    ['Vorgang', caseFile.number, 'Übergeben am', `${momentText(contents.madeAt)} Uhr`],
    ['Bürgerbüro', office.name, 'Übergeben von', handedOverBy.name],
    ['Gebühr', amount, 'Leistungsschlüssel', service.leika ?? '–'],
  ]
  const columns = [0.17, 0.36, 0.19, 0.28].map((share) => ({ title: '', share }))
  headedTable(
    sheet,
    2,
    'Vorgang',
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
export function printParts(sheet: Sheet, contents: PackageContents, pages: PartPages): void {
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
  heading(sheet, 2, 'Inhalt', 40)
  paragraph(sheet, text)
  paragraph(
    sheet,
    `Die Daten dieses Pakets sind als uebergabe.json in die Datei eingebettet. Regelwerk ${ruleSet.id}. Schadsoftware: ${malwareInWords(contents)}.`,
    styles.small,
  )
}
