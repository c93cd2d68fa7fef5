import { dayInWords, eurosInWords } from '../precheck/answer-in-words.js'
import type { DocumentShown, PackageContents, QuestionShown } from './package-contents.js'
import { heading, paragraph } from './paper/blocks.js'
import type { Sheet } from './paper/sheet.js'
import { table, type Row } from './paper/table.js'
import { styles, type Run } from './paper/text-style.js'
import { momentText } from '../web/format.js'
import { documentStateWords } from './words.js'
import type { FindingKind } from '../precheck/rule-set.js'

/** The pre-check record: every question as it was shown, every finding and document with its source in law. */
export function record(sheet: Sheet, contents: PackageContents): void {
  sheet.newPage()
  heading(sheet, 2, 'Prüfprotokoll')
  paragraph(
    sheet,
    `${contents.service.title}, Vorgang ${contents.caseFile.number}. Vorprüfung vom ${dayInWords(contents.verdict.on)}: ${contents.verdict.words}.`,
  )
  findings(sheet, contents)
  documents(sheet, contents)
  fees(sheet, contents)
  questions(sheet, contents)
  origin(sheet, contents)
}

const body = (text: string): Run => ({ text, style: styles.body })
const small = (text: string): Run => ({ text, style: styles.small })

const findingWords: Record<FindingKind, string> = {
  wrongAuthority: 'Nicht zuständig',
  notEligible: 'Voraussetzung fehlt',
  needsReview: 'Prüfung nötig',
  notice: 'Hinweis',
}

function findings(sheet: Sheet, { findings }: PackageContents): void {
  heading(sheet, 3, 'Feststellungen')
  if (findings.length === 0) return paragraph(sheet, 'Keine.')
  table(
    sheet,
    [
      { title: 'Art', share: 0.19 },
      { title: 'Feststellung', share: 0.55 },
      { title: 'Rechtsgrundlage', share: 0.26 },
    ],
    findings.map(({ finding, say, source }) => ({
      cells: [[{ text: findingWords[finding], style: styles.strong }], [body(say)], [body(source)]],
    })),
  )
}

function documents(sheet: Sheet, { documents }: PackageContents): void {
  heading(sheet, 3, 'Nachweise')
  if (documents.length === 0) return paragraph(sheet, 'Es ist kein Nachweis nötig.')
  table(
    sheet,
    [
      { title: 'Nachweis', share: 0.36 },
      { title: 'Wie gesehen', share: 0.38 },
      { title: 'Von wem, wann', share: 0.26 },
    ],
    documents.map(documentRow),
  )
}

function documentRow({ name, source, state, lacks, seen }: DocumentShown): Row {
  const how = [
    {
      text: seen?.words ?? documentStateWords[state],
      style: state === 'missing' ? styles.strong : styles.body,
    },
    ...(seen !== null && lacks !== null && lacks !== seen.words ? [body(lacks)] : []),
    ...(seen?.issuedOn == null ? [] : [small(`ausgestellt am ${dayInWords(seen.issuedOn)}`)]),
    ...(seen?.reason == null ? [] : [small(`Grund: ${seen.reason}`)]),
  ]
  return { cells: [[body(name), small(source)], how, seen === null ? [body('–')] : byWhom(seen)] }
}

const byWhom = ({ by, at }: { by: { name: string }; at: string }): Run[] => [
  small(by.name),
  small(momentText(at)),
]

function fees(sheet: Sheet, { fees, fee }: PackageContents): void {
  heading(sheet, 3, 'Gebühren')
  if (fees.length === 0) return paragraph(sheet, 'Keine.')
  const amount = (euros: number | null) => (euros === null ? 'vor Ort festzulegen' : eurosInWords(euros))
  table(
    sheet,
    [
      { title: 'Gebühr', share: 0.5 },
      { title: 'Rechtsgrundlage', share: 0.28 },
      { title: 'Betrag', share: 0.22 },
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

function questions(sheet: Sheet, { questions }: PackageContents): void {
  const groups = Map.groupBy(
    questions,
    ({ group, use }) => group ?? (use === 'form' ? 'Für das Formular' : 'Fragen'),
  )
  heading(sheet, 2, 'Fragen und Antworten')
  if (questions.length === 0) paragraph(sheet, 'Es wurde keine Frage gestellt.')
  for (const [title, members] of groups) {
    heading(sheet, 3, title)
    table(
      sheet,
      [
        { title: 'Frage, wie gestellt', share: 0.42 },
        { title: 'Antwort, wie gegeben', share: 0.36 },
        { title: 'Von wem, wann', share: 0.22 },
      ],
      members.map(questionRow),
    )
  }
}

function questionRow({ text, source, answer, counts, open }: QuestionShown): Row {
  const given =
    answer === null
      ? [{ text: open ? 'nicht beantwortet' : '–', style: styles.strong }]
      : [
          body(answer.words),
          ...(counts ? [] : [small('zählt nicht, weil eine andere Antwort die Frage ausschließt')]),
        ]
  return { cells: [[body(text), small(source)], given, answer === null ? [body('–')] : byWhom(answer)] }
}

function origin(sheet: Sheet, contents: PackageContents): void {
  const { ruleSet, madeWith, packageId, madeAt, enclosures } = contents
  heading(sheet, 2, 'Wie dieses Protokoll entstand')
  const rows: [string, string][] = [
    ['Regelwerk', `${ruleSet.id}, in Kraft seit ${dayInWords(ruleSet.inForceFrom)}`],
    ['Prüfsumme (SHA-256)', ruleSet.sha256],
    ['Programm', madeWith],
    ['Paket', `${packageId}, erstellt am ${momentText(madeAt)} Uhr`],
    ['Stand des Vorgangs', `Fassung ${contents.caseFile.version}`],
    [
      'Schadsoftware',
      enclosures.length === 0 ? 'keine Scans' : 'keine Prüfung eingerichtet: die Scans wurden nicht geprüft',
    ],
  ]
  table(
    sheet,
    [
      { title: '', share: 0.22 },
      { title: '', share: 0.78 },
    ],
    rows.map(([name, text]) => ({
      heading: true,
      cells: [[{ text: name, style: styles.label }], [body(text)]],
    })),
  )
  for (const { documentName, name, pages, sha256 } of enclosures)
    paragraph(
      sheet,
      `Scan „${name}“ zu ${documentName}, Seiten: ${pages}, SHA-256 ${sha256}`,
      styles.small,
      1,
    )
}
