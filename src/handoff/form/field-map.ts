import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleSet } from '../../precheck/rule-set.js'
import { shapeCheck } from '../../rulebook/check-shape.js'
import type { FileProblem } from '../../rulebook/file-problem.js'
import { factsOf, type KnownFact } from '../../rulebook/known-facts.js'
import { readJson } from '../../rulebook/read-json.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'

const addressParts = [
  'street',
  'houseNumber',
  'addition',
  'postcode',
  'city',
  'streetAndNumber',
  'postcodeAndCity',
] as const
const personParts = ['familyName', 'givenNames', 'birthDate'] as const
const dateParts = ['day', 'month', 'year'] as const
export type AddressPart = (typeof addressParts)[number]
export type PersonPart = (typeof personParts)[number]
export type DatePart = (typeof dateParts)[number]

/** One fact, or a part of it; `is` and `includes` tick a box. */
export type Piece =
  | string
  | {
      readonly fact: string
      /** Ticked if the answer is this, or one of these. */
      readonly is?: string | number | boolean | readonly (string | number)[]
      /** Ticked if this is among the answers of a question with several. */
      readonly includes?: string
      readonly part?: AddressPart | PersonPart | DatePart
      /** Which person of the list, from 0. */
      readonly item?: number
    }

export type CaseFact = 'number' | 'receivedOn' | 'applicant' | 'authority' | 'department' | 'office' | 'clerk'

/** Where the content of a PDF field comes from; `null`: it stays empty, on purpose. */
export type FieldSource =
  | null
  | Piece
  | { readonly join: readonly Piece[]; readonly with?: string }
  /** Ticked if one of these is. */
  | { readonly any: readonly Piece[] }
  | { readonly caseFile: CaseFact }

/** By the name of the PDF field. */
export type FieldMap = Readonly<Record<string, FieldSource>>

/** The facts that a source reads. */
export function piecesOf(source: FieldSource): readonly Piece[] {
  if (source === null) return []
  if (typeof source === 'string') return [source]
  if ('join' in source) return source.join
  if ('any' in source) return source.any
  return 'caseFile' in source ? [] : [source]
}

/**
 * The field map of a rule set's form, or what is wrong with it. The rule set's own `form.fields` goes before the
 * template's `fields.json`. A form serves all rule sets of its service, so a fact has to exist in one of them.
 * @param all every rule set of the service
 */
export function readFieldMap(
  templatesFolder: string,
  ruleSet: LoadedRuleSet,
  all: readonly LoadedRuleSet[],
): { readonly map: FieldMap } | { readonly problems: readonly FileProblem[] } {
  const template = templateOf(ruleSet.compiled.ruleSet)
  const missing = ['form.pdf', 'fields.json'].find(
    (name) => !existsSync(join(templatesFolder, template, name)),
  )
  if (missing !== undefined)
    return {
      problems: [
        {
          file: ruleSet.file,
          pointer: '/form/template',
          message: `Die Datei ${template}/${missing} fehlt im Ordner der Formulare; bitte ablegen oder den Namen hier berichtigen.`,
        },
      ],
    }
  const file = `${template}/fields.json`
  const read = readJson(join(templatesFolder, file))
  if (!read.ok) return { problems: [{ file, pointer: '', message: read.message }] }
  const own = ownFields(ruleSet)
  const check = shapeCheck(templatesFolder, 'fields.schema.json')
  const shape = [
    ...check(read.json).map((problem) => ({ file, ...problem })),
    ...(Object.keys(own).length === 0 ? [] : check({ fields: own })).map(({ pointer, message }) => ({
      file: ruleSet.file,
      pointer: `/form${pointer}`,
      message,
    })),
  ]
  if (shape.length > 0) return { problems: shape }
  const map = { ...(read.json as { fields: FieldMap }).fields, ...own }
  const problems = checkFacts(map, all, placesIn(ruleSet))
  return problems.length > 0 ? { problems } : { map }
}

/** The folder of a service's form below `templates/`. */
export const templateOf = ({ form, service }: RuleSet): string => form?.template ?? service

/** What a rule set maps by itself. */
const ownFields = ({ compiled }: LoadedRuleSet): FieldMap => (compiled.ruleSet.form?.fields ?? {}) as FieldMap

/** Where a field is mapped. */
export type PlaceOf = (field: string) => Pick<FileProblem, 'file' | 'pointer'>

/** A field is mapped in the template's map, or by the rule set itself. */
export function placesIn(ruleSet: LoadedRuleSet): PlaceOf {
  const own = ownFields(ruleSet)
  const file = `${templateOf(ruleSet.compiled.ruleSet)}/fields.json`
  return (field) =>
    Object.hasOwn(own, field)
      ? { file: ruleSet.file, pointer: `/form/fields/${escaped(field)}` }
      : { file, pointer: `/fields/${escaped(field)}` }
}

/** Each fact must exist and be of a kind that the source makes sense for. */
function checkFacts(map: FieldMap, ruleSets: readonly LoadedRuleSet[], at: PlaceOf): FileProblem[] {
  const known = ruleSets.map(({ compiled }) => factsOf(compiled.ruleSet, () => undefined))
  return Object.entries(map).flatMap(([field, source]) =>
    piecesOf(source).flatMap((piece) => {
      const messages = known.map((facts) => problemOf(piece, facts.get(factIn(piece))))
      const [message] = messages
      return messages.includes(null) || message == null ? [] : [{ ...at(field), message }]
    }),
  )
}

export const factIn = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.fact)

function problemOf(piece: Piece, fact: KnownFact | undefined): string | null {
  const name = factIn(piece)
  if (fact === undefined) return `Das Merkmal „${name}“ gibt es im Regelwerk nicht.`
  if (typeof piece === 'string') return null
  const { part, item, includes, is } = piece
  if (item !== undefined && fact.kind !== 'persons') return `„${name}“ ist keine Liste von Personen.`
  if (part !== undefined && !partFits(part, fact)) return `„${name}“ hat keinen Teil „${part}“.`
  if (part !== undefined && fact.kind === 'persons' && item === undefined)
    return `Es fehlt „item“: welche Person der Liste „${name}“.`
  if (includes !== undefined && fact.kind !== 'choices')
    return `„${name}“ hat nur eine Antwort; bitte „is“ nehmen.`
  const missing = [is ?? includes ?? []].flat().find((value) => !isOption(value, fact))
  return missing === undefined ? null : `„${name}“ hat keine Antwort „${String(missing)}“.`
}

const partsByKind: Partial<Record<KnownFact['kind'], readonly string[]>> = {
  address: addressParts,
  persons: personParts,
  date: dateParts,
}
const partFits = (part: string, { kind }: KnownFact): boolean => partsByKind[kind]?.includes(part) ?? false

const isOption = (value: string | number | boolean, { options }: KnownFact): boolean =>
  options === undefined || options.some((option) => option.value === value)

const escaped = (field: string): string => field.replaceAll('~', '~0').replaceAll('/', '~1')
