import type { Gap } from '../precheck/diagram/analysis.js'
import { definitionOf } from './check-size.js'
import type { AnalysedDays, AnalysisFinding } from './analysis-finding.js'

/** Conditions that are met whatever is answered: they may be left out, or say something else than is meant. */
export const alwaysParts = ({ file, ruleSet, each }: AnalysedDays): AnalysisFinding[] => {
  const isAlways = (list: 'rules' | 'documents' | 'fees', i: number) =>
    each.every((analysis) => analysis[list][i]!.when === 'always')
  const found = (pointer: string, message: string): AnalysisFinding => ({
    file,
    pointer,
    message,
    kind: 'always',
    citizen: null,
  })
  return [
    ...ruleSet.rules.flatMap(({ id, finding }, i) =>
      finding === 'notice' && isAlways('rules', i)
        ? [found(`/rules/${i}`, `Regel „${id}“ greift immer, bei jeder Antwort.`)]
        : [],
    ),
    ...ruleSet.documents.flatMap(({ id, neededWhen }, i) =>
      neededWhen !== undefined && isAlways('documents', i)
        ? [found(`/documents/${i}/neededWhen`, `Unterlage „${id}“ ist immer nötig; „neededWhen“ kann weg.`)]
        : [],
    ),
    ...ruleSet.fees.flatMap(({ id, when }, i) =>
      when !== undefined && isAlways('fees', i)
        ? [found(`/fees/${i}/when`, `Gebühr „${id}“ ist immer fällig; „when“ kann weg.`)]
        : [],
    ),
  ]
}

/** Citizens for whom the rule set says nothing where it says something for others; each gap once. */
export function gapsOf({ file, ruleSet, each }: AnalysedDays): AnalysisFinding[] {
  const all = each.flatMap(({ gaps }) => gaps)
  const byPlace = Map.groupBy(all, ({ kind, question = '' }) => `${kind} ${question}`)
  return [...byPlace.values()].map((alike) => {
    const { kind, question, citizen } = alike.find((gap) => gap.citizen !== null) ?? alike[0]!
    const pointer = kind === 'noFee' ? '/fees' : definitionOf(ruleSet, question!)
    const approximately = citizen === null ? ' (nur näherungsweise, kein Beispiel gefunden)' : ''
    return { file, pointer, kind, citizen, message: `${gapWords(kind, question)}${approximately}.` }
  })
}

const gapWords = (kind: Gap['kind'], question: string | undefined): string =>
  kind === 'noFee'
    ? 'Für manche vollständigen Anträge ist keine Gebühr genannt, auch keine von 0 €'
    : `„weiß nicht“ bei „${question}“ hat keine Folge: Der Antrag kann damit vollständig sein`

/** What of the analysis is not exact, in one line: nothing has to be done about it. */
export function approximateFacts({ file, ruleSet, each }: AnalysedDays): AnalysisFinding[] {
  const facts = [...new Set(each.flatMap(({ approximate }) => approximate))]
  if (facts.length === 0) return []
  const names = facts.map((fact) => `„${fact}“`).join(', ')
  const message = `Nur näherungsweise untersucht ist, was davon abhängt, weil mehrere Fragen zusammenwirken: ${names}.`
  return [{ file, pointer: definitionOf(ruleSet, facts[0]!), message, kind: 'approximate', citizen: null }]
}
