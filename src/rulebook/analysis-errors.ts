import { outcomeNames } from '../precheck/outcome-names.js'
import type { Analysis, DocumentReach, Reach } from '../precheck/diagram/analysis.js'
import { endings } from '../precheck/evaluate.js'
import type { Outcome } from '../precheck/precheck.js'
import { conditionInWords, conditionSentence } from './condition-in-words.js'
import type { AnalysedDays, AnalysisFinding, AnalysisKind } from './analysis-finding.js'

type Parts = 'rules' | 'documents' | 'fees'

const partNames: Record<Parts, string> = { rules: 'Regel', documents: 'Unterlage', fees: 'Gebühr' }
const never: Record<Parts, string> = {
  rules: 'kann nie greifen',
  documents: 'kann nie nötig sein',
  fees: 'kann nie fällig sein',
}

/** The reaches of one part on all days. */
const overDays = <P extends Parts>({ each }: AnalysedDays, list: P, i: number): Analysis[P][number][] =>
  each.map((analysis) => analysis[list][i] as Analysis[P][number])

/** Rules, documents and fees that apply to nobody, or only where the case has ended anyway. */
export const deadParts = (analysed: AnalysedDays): AnalysisFinding[] =>
  (Object.keys(never) as Parts[]).flatMap((list) =>
    analysed.ruleSet[list].flatMap(({ id }, i) => {
      const found = (says: string) => [
        finding(analysed, 'dead', `/${list}/${i}`, `${partNames[list]} „${id}“ ${says}`),
      ]
      const reaches: readonly Reach[] = overDays(analysed, list, i)
      if (reaches.every(({ contradiction }) => contradiction.length > 0))
        return [contradictory(analysed, list, i, reaches[0]!)]
      if (reaches.every(({ when }) => when === 'never'))
        return found(`${never[list]}: Keine Antworten erfüllen die Bedingung.`)
      if (list !== 'rules' && (reaches as DocumentReach[]).every(({ neverCounts }) => neverCounts))
        return found(
          `${never[list]}: Die Bedingung ist nur erfüllt, wo eine Feststellung den Antrag ohnehin beendet.`,
        )
      return []
    }),
  )

/** A condition whose parts exclude each other, with the fewest of them. */
function contradictory(analysed: AnalysedDays, list: Parts, i: number, reach: Reach): AnalysisFinding {
  const parts = reach.contradiction.map((part) =>
    conditionSentence(conditionInWords(part, analysed.ruleSet)).replace(/^wenn /, ''),
  )
  return finding(
    analysed,
    'contradiction',
    `/${list}/${i}`,
    `${partNames[list]} „${reach.id}“ ${never[list]}, weil ihre Bedingungen sich widersprechen: ${parts.join(' und ')}.`,
  )
}

/** Rules that never decide, because a stronger one applies wherever they do. */
export const hiddenRules = (analysed: AnalysedDays): AnalysisFinding[] =>
  analysed.ruleSet.rules.flatMap(({ id }, i) => {
    const reaches = overDays(analysed, 'rules', i)
    const applying = reaches.filter(({ when }) => when !== 'never')
    if (applying.length === 0 || applying.some(({ decides }) => decides)) return []
    const stronger = [...new Set(applying.flatMap(({ hiddenBehind }) => hiddenBehind))]
    const names = stronger.map((rule) => `„${rule}“`).join(', ')
    return [
      finding(
        analysed,
        'hidden',
        `/rules/${i}`,
        `Regel „${id}“ entscheidet nie: Wo sie greift, greift immer auch eine stärkere (${names}).`,
      ),
    ]
  })

/** Questions whose answer changes no result on any day. */
export const idleQuestions = (analysed: AnalysedDays): AnalysisFinding[] =>
  analysed.ruleSet.questions.flatMap(({ id }, i) =>
    analysed.each.every(({ idleQuestions }) => idleQuestions.includes(id))
      ? [
          finding(
            analysed,
            'idle',
            `/questions/${i}`,
            `Die Frage „${id}“ ändert nie etwas: Mit jeder Antwort kommt dasselbe heraus.`,
          ),
        ]
      : [],
  )

/** Rules that end every case, and verdicts that nobody can get though the rule set has the means for them. */
export function unreachableVerdicts(analysed: AnalysedDays): AnalysisFinding[] {
  const { ruleSet, each } = analysed
  const ending = ruleSet.rules.flatMap(({ id, finding: kind }, i) =>
    (endings as readonly string[]).includes(kind) &&
    overDays(analysed, 'rules', i).every(({ when }) => when === 'always')
      ? [finding(analysed, 'endsAll', `/rules/${i}`, `Regel „${id}“ beendet jeden Antrag: Sie greift immer.`)]
      : [],
  )
  const reached = new Set(each.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome)))
  const expected: Outcome[] = [
    'complete',
    ...(ruleSet.documents.length > 0 ? ['missingDocuments' as const] : []),
  ]
  const missing = expected.filter((outcome) => !reached.has(outcome))
  // That every case ends is said already.
  return ending.length > 0
    ? ending
    : missing.map((outcome) =>
        finding(analysed, 'noVerdict', '', `Kein Antrag kann mit „${outcomeNames[outcome]}“ enden.`),
      )
}

const finding = (
  { file }: AnalysedDays,
  kind: AnalysisKind,
  pointer: string,
  message: string,
): AnalysisFinding => ({ file, pointer, message, kind, citizen: null })
