import type { AuditEntry } from '../platform/audit-trail.js'
import { dayInWords } from '../precheck/answer-in-words.js'
import type { RuleSet } from '../precheck/rule-set.js'
import { withoutValues } from '../precheck/say.js'
import type { PointKind } from './case-file.js'
import { wayNames } from './evidence.js'
import { formerPoint, pointName } from './point-name.js'

/** What happened to a case, as a clerk reads it. */
export interface TimelineEntry {
  readonly position: number
  /** `caseFile.handedOver`; stable for programs. */
  readonly action: string
  readonly at: string
  readonly by: string
  readonly text: string
}

/** Audit entries in words. Entries of one person about the same field in a row stay as they are: they are the proof. */
export const timelineOf = (entries: readonly AuditEntry[], ruleSet: RuleSet): TimelineEntry[] =>
  entries.map(({ position, at, actor, action, details = {} }) => ({
    position,
    action,
    at: at.toISOString(),
    by: actor?.name ?? 'Programm',
    text: (sentences[action] ?? unknown)(details, ruleSet),
  }))

type Details = NonNullable<AuditEntry['details']>
type Sentence = (details: Details, ruleSet: RuleSet) => string

const unknown: Sentence = () => 'Vorgang geändert'

const counted = (list: unknown, words: string): string =>
  Array.isArray(list) && list.length > 0 ? `; ${words}: ${list.length}` : ''

/** Ids of rule sets end with their first day, `wohngeld@2026-07-01`. */
const ontoRuleSet = ({ to, toCheck, setAside }: Details): string =>
  `das Regelwerk ab ${dayInWords(String(to).split('@')[1] ?? '')} umgestellt` +
  counted(toCheck, 'Antworten zu prüfen') +
  counted(setAside, 'Antworten abgelegt')

const sentences: Readonly<Record<string, Sentence>> = {
  'caseFile.opened': () => 'Vorgang eröffnet',
  'caseFile.answered': ({ question, takenAway, ...move }, ruleSet) =>
    `Antwort ${takenAway === true ? 'entfernt' : 'erfasst'}: ${named(ruleSet, 'question', question)}` +
    (move['to'] === undefined ? '' : `; auf ${ontoRuleSet(move)}`),
  'caseFile.evidenceNoted': ({ document, seen }, ruleSet) =>
    `Nachweis erfasst: ${documentName(ruleSet, document)}, ${wayName(seen)}`,
  'caseFile.fileAdded': ({ document }, ruleSet) => `Scan hinzugefügt: ${documentName(ruleSet, document)}`,
  'caseFile.fileQuarantined': ({ document, signature }, ruleSet) =>
    `Datei in die Quarantäne genommen, Befund ${String(signature)}: ${documentName(ruleSet, document)}`,
  'caseFile.fileRemoved': ({ document }, ruleSet) =>
    document === undefined ? 'Scan entfernt' : `Scan entfernt: ${documentName(ruleSet, document)}`,
  'caseFile.fileRestored': ({ document }, ruleSet) => `Scan zurückgeholt: ${documentName(ruleSet, document)}`,
  'caseFile.applicantNamed': ({ takenAway }) => (takenAway === true ? 'Name entfernt' : 'Name erfasst'),
  'caseFile.pointSettled': () => 'Offener Punkt erledigt',
  'caseFile.movedOver': (move) => `Auf ${ontoRuleSet(move)}`,
  'caseFile.noteMade': ({ language }) =>
    `Laufzettel ausgegeben: Deutsch${typeof language === 'string' ? ` und ${languageName(language)}` : ''}`,
  'caseFile.takenOver': ({ fromName, toName }) => `Übernommen: von ${fromName} zu ${toName}`,
  'caseFile.finishedAtCounter': () => 'Am Schalter abgeschlossen',
  'caseFile.withdrawn': () => 'Antrag zurückgenommen',
  'caseFile.resumed': () => 'Vorgang wieder aufgenommen',
  'caseFile.handedOver': ({ againstAdvice }) =>
    `An den Fachdienst übergeben${againstAdvice === true ? ', trotz offener Punkte' : ''}`,
  'caseFile.accepted': () => 'Vom Fachdienst angenommen',
  'caseFile.reopened': () => 'Annahme vom Fachdienst zurückgenommen',
  'caseFile.returned': ({ points }, ruleSet) => `Vom Fachdienst zurückgegeben${disputed(points, ruleSet)}`,
}

/** Points as the trail has them: `document/ausweis`. */
function disputed(points: unknown, ruleSet: RuleSet): string {
  if (!Array.isArray(points)) return ''
  const names = points.map((point) => {
    const [kind, id] = String(point).split('/') as [PointKind, string]
    return named(ruleSet, kind, id)
  })
  return `: ${names.join(' · ')}`
}

/** What a rule says may be long and is about this case; the list is for an overview. */
function named(ruleSet: RuleSet, kind: PointKind, id: unknown): string {
  const name = pointName(ruleSet, { kind, id: String(id) }) ?? formerPoint[kind]
  return kind === 'rule' ? withoutValues(name).split(/(?<=[.!?])\s/u)[0]! : name
}

const documentName = (ruleSet: RuleSet, id: unknown): string => named(ruleSet, 'document', id)

const wayName = (seen: unknown): string => Object.entries(wayNames).find(([way]) => way === seen)?.[1] ?? ''

const languages = new Intl.DisplayNames('de', { type: 'language' })

/** The German name of a language, or what its file is called. A variant it does not know it says in capitals. */
function languageName(code: string): string {
  try {
    return (languages.of(code) ?? code).replace(/\([A-Z]+\)/, (variant) => variant.toLowerCase())
  } catch {
    return code
  }
}
