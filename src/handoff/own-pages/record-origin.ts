import { dayInWords } from '../../precheck/answer-in-words.js'
import { momentText } from '../../web/format.js'
import { checkInWords, malwareInWords } from './malware-words.js'
import type { PackageContents } from '../package-contents.js'
import { paragraph } from '../paper/blocks.js'
import type { Sheet } from '../paper/sheet.js'
import { headedTable } from '../paper/table.js'
import { styles } from '../paper/text-style.js'
import { body } from './record-runs.js'

const formWords = ({ title, takenAs }: NonNullable<PackageContents['form']>): string =>
  takenAs === 'picture'
    ? `„${title}“, als Bild übernommen: Die Seiten selbst sind für Archive nicht geeignet.`
    : `„${title}“, Seiten übernommen, wie sie sind`

/** What the record rests on: rule set, program, versions, and the scans with their checksums. */
export function printOrigin(sheet: Sheet, contents: PackageContents): void {
  const { ruleSet, madeWith, packageId, madeAt, enclosures } = contents
  const rows: [string, string][] = [
    ['Regelwerk', `${ruleSet.id}, in Kraft seit ${dayInWords(ruleSet.inForceFrom)}`],
    ['Prüfsumme (SHA-256)', ruleSet.sha256],
    ...(contents.form == null ? [] : [['Formular', formWords(contents.form)] as [string, string]]),
    ['Programm', madeWith],
    ...(contents.trial ? [['Art', 'Probe, ohne Vorgang gemacht'] as [string, string]] : []),
    ['Paket', `${packageId}, erstellt am ${momentText(madeAt)} Uhr`],
    ['Stand des Vorgangs', `Fassung ${contents.caseFile.version}`],
    ['Schadsoftware', malwareInWords(contents)],
  ]
  headedTable(
    sheet,
    2,
    'Wie dieses Protokoll entstand',
    [
      { title: '', share: 0.22 },
      { title: '', share: 0.78 },
    ],
    rows.map(([name, text]) => ({
      heading: true,
      cells: [[{ text: name, style: styles.label }], [body(text)]],
    })),
  )
  for (const enclosure of enclosures) {
    const { documentName, name, pages, sha256, redrawn } = enclosure
    const scan = `Scan „${name}“ zu „${documentName}“, Seiten: ${pages}, SHA-256 ${sha256}, ${checkInWords(enclosure)}`
    paragraph(sheet, [scan, ...redrawn.map(({ words }) => words)].join('. '), styles.small, 1)
  }
}
