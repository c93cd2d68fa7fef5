import { dayInWords, eurosInWords } from '../../precheck/answer-in-words.js'
import type { FindingKind } from '../../precheck/rule-set.js'
import type { DocumentShown, PackageContents } from '../package-contents.js'
import { heading, paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { headedTable, type Row } from '../paper/table.js'
import { styles } from '../paper/text-style.js'
import { printOrigin } from './record-origin.js'
import { printQuestions } from './record-questions.js'
import { body, byWhom, small } from './record-runs.js'
import { documentStateNames } from '../../precheck/outcome-names.js'

/** The pre-check record: every question as it was shown, every finding and document with its source in law. */
export function printRecord(sheet: Sheet, contents: PackageContents): void {
  sheet.newPage()
  heading(sheet, 2, 'Prüfprotokoll')
  paragraph(
    sheet,
    `${contents.service.title}, Vorgang ${contents.caseFile.number}. Vorprüfung vom ${dayInWords(contents.verdict.on)}: ${contents.verdict.words}.`,
  )
  printFindings(sheet, contents)
  printDocuments(sheet, contents)
  printFees(sheet, contents)
  printQuestions(sheet, contents)
  printOrigin(sheet, contents)
}

function printNone(sheet: Sheet, title: string, text: string): void {
  heading(sheet, 3, title, 20)
  paragraph(sheet, text)
}

const findingWords: Record<FindingKind, string> = {
  wrongAuthority: 'Nicht zuständig',
  notEligible: 'Voraussetzung fehlt',
  needsReview: 'Prüfung nötig',
  notice: 'Hinweis',
}

function printFindings(sheet: Sheet, { findings }: PackageContents): void {
  if (findings.length === 0) return printNone(sheet, 'Feststellungen', 'Keine.')
  headedTable(
    sheet,
    3,
    'Feststellungen',
    [
      { title: 'Art', share: 0.17 },
      { title: 'Feststellung', share: 0.55 },
      { title: 'Rechtsgrundlage', share: 0.28 },
    ],
    findings.map(({ finding, say, source }) => ({
      cells: [[{ text: findingWords[finding], style: styles.strong }], [body(say)], [small(source)]],
    })),
  )
}

function printDocuments(sheet: Sheet, { documents }: PackageContents): void {
  if (documents.length === 0) return printNone(sheet, 'Nachweise', 'Es ist kein Nachweis nötig.')
  headedTable(
    sheet,
    3,
    'Nachweise',
    [
      { title: 'Nachweis', share: 0.42 },
      { title: 'Wie gesehen', share: 0.36 },
      { title: 'Von wem, wann', share: 0.22 },
    ],
    documents.map(documentRow),
  )
}

function documentRow({ name, source, state, lacks, seen }: DocumentShown): Row {
  const how = [
    {
      text: seen?.words ?? documentStateNames[state],
      style: state === 'missing' ? styles.strong : styles.body,
    },
    ...(lacks === null ? [] : [body(lacks)]),
    ...(seen?.issuedOn == null ? [] : [small(`ausgestellt am ${dayInWords(seen.issuedOn)}`)]),
    ...(seen?.reason == null ? [] : [small(`Grund: ${seen.reason}`)]),
  ]
  return { cells: [[body(name), small(source)], how, seen === null ? [body('–')] : byWhom(seen)] }
}

function printFees(sheet: Sheet, { fees, fee }: PackageContents): void {
  if (fees.length === 0) return printNone(sheet, 'Gebühren', 'Keine.')
  const amount = (euros: number | null) => (euros === null ? 'vor Ort festzulegen' : eurosInWords(euros))
  headedTable(
    sheet,
    3,
    'Gebühren',
    [
      { title: 'Gebühr', share: 0.46 },
      { title: 'Rechtsgrundlage', share: 0.36 },
      { title: 'Betrag', share: 0.18, alignedRight: true },
    ],
    [
      ...fees.map(({ id, name, amount: euros, source }) => ({
        cells: [[body(name ?? id)], [body(source)], [body(amount(euros))]],
      })),
      ...(fees.length > 1
        ? [
            {
              cells: [
                [{ text: 'Zusammen', style: styles.strong }],
                [],
                [{ text: amount(fee), style: styles.strong }],
              ],
            },
          ]
        : []),
    ],
  )
}
