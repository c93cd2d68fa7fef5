import { dayInWords, eurosInWords } from '../precheck/answer-in-words.js'
import { verdictName } from '../precheck/outcome-names.js'
import type { Region } from '../precheck/diagram/region-in-words.js'
import type { Precheck } from '../precheck/precheck.js'
import { answerLines, asked } from './answer-lines.js'
import type { DiffCitizen } from './diff-citizen.js'
import { changeLines } from './change-lines.js'
import type { PartChange } from './rule-set-changes.js'
import type { DiffCase, DiffGroup, RuleSetDiff } from './rule-set-diff.js'

/** A comparison as text for a lawyer: what is different for whom, then what only reads differently. */
export const diffInWords = (diff: RuleSetDiff, changes: readonly PartChange[]): string =>
  [
    `${namesOf(diff).join(' und ')}, verglichen für den ${dayInWords(diff.day)}`,
    '',
    ...summaryOf(diff),
    ...diff.groups.flatMap((group, i) => ['', ...groupLines(group, i + 1)]),
    ...approximateLines(diff),
    ...changeLines(changes),
  ].join('\n')

const namesOf = ({ before, after, beforeFile, afterFile }: RuleSetDiff): string[] =>
  before === after ? [beforeFile, afterFile] : [before, after]

function summaryOf({ groups, isTooEntangled }: RuleSetDiff): string[] {
  if (isTooEntangled)
    return [
      'Die beiden hängen zu sehr ineinander, als dass sich genau sagen ließe, für wen sich etwas ändert.',
    ]
  if (groups.length === 0) return ['Für niemanden kommt etwas anderes heraus.']
  return [
    groups.length === 1
      ? 'Eine Änderung, mit der etwas anderes herauskommt.'
      : `${groups.length} Änderungen, mit denen etwas anderes herauskommt.`,
  ]
}

const groupLines = (group: DiffGroup, number: number): string[] => [
  `${number}. ${group.heading}`,
  ...(group.source === null ? [] : [`   Fundstelle: ${group.source}`]),
  `   Betrifft ${group.share === 1 ? 'alle' : `${shareInWords(group.share)} aller`} denkbaren Antworten.`,
  ...regionLines(group.where, '   '),
  `   ${group.limits}`,
  ...group.cases.flatMap((one) => caseLines(one, group.cases.length > 1)),
]

const percent = new Intl.NumberFormat('de-DE', { maximumSignificantDigits: 2 })

const shareInWords = (share: number): string =>
  share < 0.001 ? 'weniger als 0,1 %' : share === 1 ? '100 %' : `etwa ${percent.format(share * 100)} %`

/** Alternatives with "oder" between them; all of one alternative has to come together. */
function regionLines({ alternatives, isCut }: Region, indent: string): string[] {
  if (alternatives.some((answers) => answers.length === 0)) return [`${indent}Bei allen Antworten.`]
  return [
    `${indent}Genau dann, wenn`,
    ...alternatives.flatMap((answers, i) => [
      ...(i === 0 ? [] : [`${indent}oder wenn`]),
      ...answers.map(({ text, answers: given }) => `${indent}  – ${asked(text)} ${given}`),
    ]),
    ...(isCut ? [`${indent}oder in weiteren, selteneren Fällen.`] : []),
  ]
}

const caseLines = ({ says, share, alsoChanged, citizen, remark }: DiffCase, isOneOfSeveral: boolean) => [
  ...(isOneOfSeveral ? [`   ${says} (${shareInWords(share)})`] : []),
  ...(alsoChanged.length === 0
    ? []
    : [`   Zugleich greifen anders: ${alsoChanged.map((id) => `„${id}“`).join(', ')}.`]),
  ...(citizen === null ? [] : citizenLines(citizen)),
  ...(remark === null ? [] : [`   ${remark}`]),
]

const citizenLines = ({ inWords, before, after }: DiffCitizen): string[] => [
  '   Zum Beispiel:',
  ...answerLines(inWords, '     '),
  `     bisher: ${resultInWords(before.result)}`,
  `     künftig: ${resultInWords(after.result)}`,
]

/** "Unterlagen fehlen (Aufenthaltstitel), Gebühr 37,00 €" */
function resultInWords({ verdict, findings, documents, fee, fees }: Precheck): string {
  const decisive = findings.filter(({ finding }) => finding !== 'notice').map(({ rule }) => rule)
  const missing = documents.filter(({ state }) => state === 'missing').map(({ name }) => name)
  const because = verdict === 'missingDocuments' ? missing : decisive
  return [
    verdictName(verdict),
    because.length === 0 ? '' : ` (${because.join('; ')})`,
    fees.length === 0 ? '' : `, Gebühr ${fee === null ? 'vor Ort nachzusehen' : eurosInWords(fee)}`,
  ].join('')
}

const approximateLines = ({ approximate }: RuleSetDiff): string[] =>
  approximate.length === 0
    ? []
    : [
        '',
        `Nur näherungsweise verglichen, weil mehrere Fragen zusammenwirken: ${approximate.map((name) => `„${name}“`).join(', ')}.`,
      ]
