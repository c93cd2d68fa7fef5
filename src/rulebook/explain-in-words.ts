import { dayInWords, eurosInWords } from '../precheck/answer-in-words.js'
import { findingNames, outcomeNames } from '../precheck/outcome-names.js'
import type { ExplainedFee, ExplainedRule, UnaskedQuestion } from '../precheck/explanation.js'
import { findingKinds } from '../precheck/rule-set.js'
import { documentLines } from './explain-document.js'
import type { CaseExplanation } from './explain-case.js'
import { changeLinesOf, reasonLinesOf } from './explain-shortest-in-words.js'
import { byReasons, reasonLines } from './reason-lines.js'
import type { WhyInForce } from './why-in-force.js'

/** An explanation as text for a caseworker or a court, section by section. */
export const explainInWords = (explanation: CaseExplanation): string =>
  [
    explanation.title,
    ...section('Regelwerk', inForceLines(explanation.inForce, explanation.on)),
    ...section('Ergebnis', verdictLines(explanation)),
    ...section('Kürzeste Begründung', reasonLinesOf(explanation)),
    ...section('Was anders sein müsste', changeLinesOf(explanation)),
    ...section('Feststellungen', findingLines(explanation.rules)),
    ...section('Unterlagen', documentLines(explanation.documents)),
    ...section('Gebühren', feeLines(explanation)),
    ...section('Nicht gefragt', unaskedLines(explanation.notAsked)),
    ...section('Geprüft und nicht festgestellt', ruledOutLines(explanation.rules)),
  ].join('\n')

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

function inForceLines({ ruleSet, from, until, decidingDay }: WhyInForce, on: string): string[] {
  const { day, question } = decidingDay
  const which =
    question === null
      ? `Es kommt auf den Tag am Schalter an, den ${dayInWords(on)}.`
      : `Es kommt auf den Tag an, der auf die Frage „${question.text}“ genannt ist: ${dayInWords(day)}.`
  const since =
    until === null
      ? `in Kraft seit dem ${dayInWords(from)}; ein späteres gibt es nicht`
      : `in Kraft vom ${dayInWords(from)} bis zum ${dayInWords(until)}`
  return [`  ${which}`, `  An diesem Tag galt ${ruleSet}, ${since}.`]
}

function verdictLines({ verdict, possible, verdictFrom, documents, toAsk }: CaseExplanation): string[] {
  if (verdict === 'open')
    return [
      `  noch offen; möglich: ${possible.map((outcome) => outcomeNames[outcome]).join(', ')}`,
      '  Es kommt noch an auf:',
      ...toAsk.map(({ text }) => `    – ${text}`),
    ]
  const name = (id: string) => documents.find((document) => document.id === id)?.name ?? id
  const from = verdictFrom.map((id) => `„${verdict === 'missingDocuments' ? name(id) : id}“`).join(', ')
  const why: Record<typeof verdict, string> = {
    wrongAuthority: `festgestellt: ${from}`,
    notEligible: `festgestellt: ${from}`,
    needsReview: `festgestellt: ${from}`,
    missingDocuments: `nötig und nicht da: ${from}`,
    complete: 'keine Feststellung steht entgegen, und was nötig ist, liegt vor',
  }
  return [`  ${outcomeNames[verdict]}: ${why[verdict]}`]
}

const findingLines = (rules: readonly ExplainedRule[]): string[] =>
  rules
    .filter(({ holds }) => holds === 'yes')
    .toSorted((a, b) => findingKinds.indexOf(a.finding) - findingKinds.indexOf(b.finding))
    .flatMap(({ rule, finding, say, source, because }) => [
      `  ${rule} (${findingNames[finding]}; ${source})`,
      `    ${say}`,
      '    Grund:',
      ...reasonLines(because, '      '),
    ])

function feeLines({ fees, fee }: CaseExplanation): string[] {
  if (fees.length === 0) return []
  const due = fees.filter(({ holds }) => holds === 'yes')
  const notDue = fees.filter(({ holds }) => holds !== 'yes')
  return [
    `  zusammen ${fee === null ? 'vor Ort nachzusehen' : eurosInWords(fee)}`,
    ...due.flatMap((each) => [`  fällig: ${feeName(each)}`, ...reasonLines(each.because, '      ')]),
    ...byReasons(notDue).flatMap(([reasons, alike]) => [
      ...alike.map((each) => `  ${each.holds === 'no' ? 'nicht fällig' : 'noch offen'}: ${feeName(each)}`),
      ...reasonLines(reasons, '      '),
    ]),
  ]
}

const feeName = ({ id, name, amount, source }: ExplainedFee): string =>
  `${name ?? id}: ${amount === null ? 'vor Ort nachzusehen' : eurosInWords(amount)} (${source})`

const unaskedLines = (questions: readonly UnaskedQuestion[]): string[] =>
  [...Map.groupBy(questions, ({ why }) => why)].flatMap(([why, alike]) =>
    byReasons(alike).flatMap(([reasons, questions]) => [
      ...questions.map(({ text, source }) => `  ${text} (${source})`),
      `    ${why === 'notApplicable' ? 'stellt sich nicht:' : 'ändert nichts mehr:'}`,
      ...reasonLines(reasons, '      '),
    ]),
  )

const ruledOutLines = (rules: readonly ExplainedRule[]): string[] =>
  byReasons(rules.filter(({ holds }) => holds === 'no')).flatMap(([reasons, alike]) => [
    ...alike.map(({ rule, finding, source }) => `  ${rule} (${findingNames[finding]}; ${source})`),
    ...reasonLines(reasons, '      '),
  ])
