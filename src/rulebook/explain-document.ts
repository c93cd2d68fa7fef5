import { dayInWords } from '../precheck/answer-in-words.js'
import type { ExplainedDocument } from '../precheck/explanation.js'
import type { DocumentForm, Evidence, WaySeen } from '../precheck/rule-set.js'
import { byReasons, reasonLines } from './reason-lines.js'

/** Each document that may be needed with how it stands, then those that are not needed. */
export const documentLines = (documents: readonly ExplainedDocument[]): string[] => [
  ...documents.filter(({ holds }) => holds !== 'no').flatMap(neededLines),
  ...byReasons(documents.filter(({ holds }) => holds === 'no')).flatMap(([reasons, alike]) => [
    ...alike.map(({ name, source }) => `  nicht nötig: ${name} (${source})`),
    ...reasonLines(reasons, '      '),
  ]),
]

function neededLines(document: ExplainedDocument): string[] {
  const { name, source, holds, because, evidence, demands } = document
  const always = because.length === 0 ? ' in jedem Fall' : ''
  return [
    `  ${holds === 'yes' ? `nötig${always}` : 'noch offen, ob nötig'}: ${name} (${source})`,
    ...reasonLines(because, '      '),
    `    verlangt: ${demands.forms.map((form) => formNames[form]).join(' oder ')}${ageLimit(demands)}`,
    `    vorgelegt: ${evidence === null ? 'nichts' : evidenceInWords(evidence)}`,
    `    ${standingInWords(document)}`,
  ]
}

const formNames: Record<DocumentForm, string> = {
  original: 'Original',
  copy: 'Kopie',
  electronic: 'elektronische Fassung',
  spoken: 'mündliche Angabe',
}

const ageLimit = ({ age, issuedFrom }: ExplainedDocument['demands']): string =>
  issuedFrom === null ? '' : `, ${age}, also ausgestellt am ${dayInWords(issuedFrom)} oder danach`

const wayWords: Record<WaySeen, string> = {
  originalSeen: 'Original gesehen',
  copyTaken: 'Kopie genommen',
  willBeBrought: 'noch nichts, wird nachgereicht',
  authorityFetches: 'nichts, die Behörde holt es ein',
  notNeeded: 'nichts, am Schalter als nicht nötig vermerkt',
}

const evidenceInWords = ({ seen, issuedOn }: Evidence): string =>
  issuedOn === undefined ? wayWords[seen] : `${wayWords[seen]}, ausgestellt am ${dayInWords(issuedOn)}`

function standingInWords({ state, reason, evidence, demands }: ExplainedDocument): string {
  switch (state) {
    case 'present':
      return demands.issuedFrom !== null && evidence?.issuedOn === undefined
        ? 'genügt; der Tag der Ausstellung ist nicht vermerkt'
        : 'genügt'
    case 'missing':
      return `genügt nicht: ${reason}`
    case 'fetched':
      return 'genügt: die Behörde holt es ein'
    case 'waived':
      return 'wird nicht verlangt: so am Schalter entschieden'
    case 'moot':
      return 'wird nicht verlangt, weil der Antrag so keinen Erfolg haben kann'
    default:
      return 'hängt von Fragen ab, die noch offen sind'
  }
}
