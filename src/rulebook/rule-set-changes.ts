import type { Condition, RuleSet } from '../precheck/rule-set.js'
import { conditionSentence } from './condition-in-words.js'
import { headOf } from './rule-set-head.js'
import { ruleSetParts, type PartField, type PartKind, type RuleSetPart } from './rule-set-parts.js'

/** What of a part was said before and is said now; `null` where nothing was or is said. */
export interface FieldChange {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

export interface PartChange {
  readonly change: 'added' | 'changed' | 'removed'
  /** `head`: what the rule set says about itself. */
  readonly kind: PartKind | 'head'
  readonly id: string
  readonly title: string
  readonly fields: readonly FieldChange[]
}

/**
 * What differs between two rule sets in the words of an author: part by part, old and new text side by side. The first
 * day in force is not among it, because that is what makes two rule sets out of one.
 */
export function ruleSetChanges(before: RuleSet, after: RuleSet): PartChange[] {
  const old = partsOf(before)
  const now = partsOf(after)
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, part]) => changeOf(part, undefined))
  const [head, ...rest] = [...now].map(([key, part]) => changeOf(old.get(key), part))
  const wholeHead = { ...head!, fields: [...head!.fields, ...orderChanges(before, after)] }
  return [wholeHead, ...rest, ...removed].filter(({ fields }) => fields.length > 0)
}

/** Words that are compared; where two wordings may mean the same, by what the file says. */
interface ComparedField extends PartField {
  readonly means?: string
}

/** A part with everything that is compared; `json` catches what no field puts into words. */
interface ComparedPart {
  readonly kind: PartChange['kind']
  readonly id: string
  readonly title: string
  readonly fields: readonly ComparedField[]
  readonly json: string
}

function partsOf(ruleSet: RuleSet): Map<string, ComparedPart> {
  const raw = rawParts(ruleSet)
  const parts = ruleSetParts(ruleSet).map((part): ComparedPart => {
    const { kind, id, title } = part
    const inFile = raw.get(`${kind}/${id}`)!
    return { kind, id, title, fields: comparedFields(part, inFile), json: JSON.stringify(inFile) }
  })
  const head: ComparedPart = { kind: 'head', id: ruleSet.service, ...headOf(ruleSet) }
  return new Map([head, ...parts].map((part) => [`${part.kind}/${part.id}`, part]))
}

/** A part as its file has it. */
interface RawPart {
  readonly askWhen?: Condition
  readonly neededWhen?: Condition
  readonly when?: Condition
}

/** By kind and id. */
const rawParts = ({ questions, derived = [], documents, rules, fees }: RuleSet): Map<string, RawPart> =>
  new Map<string, RawPart>([
    ...questions.map((part) => [`question/${part.id}`, part] as const),
    ...derived.map((part) => [`derived/${part.fact}`, part as RawPart] as const),
    ...documents.map((part) => [`document/${part.id}`, part] as const),
    ...rules.map((part) => [`rule/${part.id}`, part] as const),
    ...fees.map((part) => [`fee/${part.id}`, part] as const),
  ])

/** A condition reads differently when a question that it names was reworded, and is the same. */
const comparedFields = (
  { title, fields, condition, source, confirmed }: RuleSetPart,
  { askWhen, neededWhen, when }: RawPart,
): ComparedField[] => [
  { label: 'Wortlaut', text: title },
  ...fields,
  ...(condition === null
    ? []
    : [
        {
          label: 'Bedingung',
          text: conditionSentence(condition),
          means: JSON.stringify(askWhen ?? neededWhen ?? when),
        },
      ]),
  ...(source === null ? [] : [{ label: 'Fundstelle', text: source }]),
  ...(confirmed ? [] : [{ label: 'Bestätigt', text: 'noch nicht' }]),
]

function changeOf(old: ComparedPart | undefined, now: ComparedPart | undefined): PartChange {
  const { kind, id, title } = (now ?? old)!
  const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
  const isSame = old?.json === now?.json
  const fields = isSame ? [] : fieldChanges(old?.fields ?? [], now?.fields ?? [])
  const unsaid = !isSame && fields.length === 0
  return {
    change,
    kind,
    id,
    title,
    fields: unsaid ? [{ label: 'Datei', before: old?.json ?? null, after: now?.json ?? null }] : fields,
  }
}

function fieldChanges(old: readonly ComparedField[], now: readonly ComparedField[]): FieldChange[] {
  const labels = new Set([...now, ...old].map(({ label }) => label))
  return [...labels].flatMap((label) => {
    const [before, after] = [old, now].map((fields) => fields.find((field) => field.label === label))
    if ((before?.means ?? before?.text) === (after?.means ?? after?.text)) return []
    return [{ label, before: before?.text ?? null, after: after?.text ?? null }]
  })
}

/** The order of asking follows from the order of the file. What came or went moves nothing by itself. */
function orderChanges(before: RuleSet, after: RuleSet): FieldChange[] {
  return Object.entries(orderNames).flatMap(([list, label]) => {
    const [old, now] = [before, after].map((one) => idsOf(one, list)) as [string[], string[]]
    const kept = old.filter((id) => now.includes(id))
    const moved = now.filter((id) => old.includes(id))
    const first = kept.findIndex((id, at) => id !== moved[at])
    if (first === -1) return []
    const end = kept.findLastIndex((id, at) => id !== moved[at]) + 1
    const inWords = (ids: readonly string[]) => ids.slice(first, end).join(', ')
    return [{ label: `Reihenfolge ${label}`, before: inWords(kept), after: inWords(moved) }]
  })
}

const orderNames = {
  questions: 'der Fragen',
  documents: 'der Unterlagen',
  rules: 'der Regeln',
  fees: 'der Gebühren',
} as const

const idsOf = (ruleSet: RuleSet, list: string): string[] =>
  ruleSet[list as keyof typeof orderNames].map(({ id }) => id)
