import { join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { nearestOf } from '../terminal/nearest.js'
import { readJson } from './read-json.js'

export interface ShapeProblem {
  readonly pointer: string
  readonly message: string
}

/** A check of JSON against one of the schemas that lie in the rules folder. */
export type ShapeCheck = (json: unknown) => ShapeProblem[]

/**
 * Makes the check for a schema file, for example `rules/rule-set.schema.json`. Without a sound schema nothing passes:
 * what nobody has looked at must not decide anything.
 */
export function shapeCheck(rulesFolder: string, schemaFile: string): ShapeCheck {
  const validate = validatorFrom(join(rulesFolder, schemaFile))
  if (validate === null)
    return () => [{ pointer: '', message: `${schemaFile} fehlt oder ist beschädigt; ungeprüft gilt nichts.` }]
  return (json) => (validate(json) ? [] : tell(validate.errors ?? []))
}

/** By the text of the schema: Ajv writes a program for each, which takes as long as a hundred checks. */
const validators = new Map<string, ValidateFunction | null>()

function validatorFrom(schemaPath: string): ValidateFunction | null {
  const read = readJson(schemaPath)
  if (!read.ok) return null
  const { text, json } = read
  if (!validators.has(text)) validators.set(text, compiled(json as object))
  return validators.get(text)!
}

function compiled(schema: object): ValidateFunction | null {
  try {
    return new Ajv({ allErrors: true, strictTypes: false, strictRequired: false, verbose: true }).compile(
      schema,
    )
  } catch {
    return null
  }
}

// An `if` that fails only says that its branch failed; the branch speaks for itself. Of the ways that a `oneOf` allows
// each would say that it is not this one; the schema says what they are together.
const tell = (errors: readonly ErrorObject[]): ShapeProblem[] => {
  const oneOfs = errors.filter(({ keyword }) => keyword === 'oneOf')
  const isToldTogether = ({ instancePath, schemaPath }: ErrorObject) =>
    oneOfs.some(
      (one) => instancePath.startsWith(one.instancePath) && schemaPath.startsWith(`${one.schemaPath}/`),
    )
  return errors
    .filter((error) => error.keyword !== 'if' && !isToldTogether(error))
    .map((error) => ({ pointer: error.instancePath, message: inGerman(error) }))
}

function inGerman(error: ErrorObject): string {
  const { keyword, params, message, schema } = error
  const description: string | undefined = error.parentSchema?.['description']
  switch (keyword) {
    case 'additionalProperties':
      return `Der Schlüssel „${params['additionalProperty']}“ gehört nicht hierher; bitte entfernen oder richtig schreiben.${keyMeant(error)}`
    case 'required':
      return `Der Schlüssel „${params['missingProperty']}“ fehlt.`
    case 'enum':
      return `Erlaubt ist nur: ${(params['allowedValues'] as unknown[]).join(', ')}.`
    case 'const':
      return `Erlaubt ist nur: ${JSON.stringify(params['allowedValue'])}${description === undefined ? '' : ` (${description})`}.`
    case 'type':
      return `Erwartet wird ${typeNames(params['type'])}.`
    case 'oneOf':
    case 'pattern':
      return `Erwartet wird ${description ?? `ein Wert der Form ${String(schema)}`}.`
    case 'minItems':
      return `Die Liste braucht mindestens ${params['limit']} Eintrag.`
    case 'maxItems':
      return `Die Liste ist zu lang: höchstens ${params['limit']} Einträge.`
    case 'maxLength':
      return `Der Text ist zu lang: höchstens ${params['limit']} Zeichen.`
    case 'minLength':
      return params['limit'] === 1
        ? 'Der Text ist leer.'
        : `Der Text ist zu kurz: mindestens ${params['limit']} Zeichen.`
    case 'maximum':
      return `Die Zahl ist zu groß: höchstens ${params['limit']}.`
    case 'minimum':
      return `Die Zahl ist zu klein: mindestens ${params['limit']}.`
    default:
      return `Passt nicht: ${message ?? keyword}.`
  }
}

/** The key that was meant, among those that are not there yet. */
function keyMeant({ params, parentSchema, data }: ErrorObject): string {
  const free = Object.keys(parentSchema?.['properties'] ?? {}).filter((key) => !(key in (data as object)))
  const nearest = nearestOf(params['additionalProperty'], free)
  return nearest === null ? '' : ` Gemeint ist vielleicht „${nearest}“.`
}

const germanTypes: Record<string, string> = {
  string: 'Text',
  number: 'eine Zahl',
  integer: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
  null: 'null',
}

const typeNames = (types: string | readonly string[]): string =>
  [types]
    .flat()
    .map((type) => germanTypes[type as string] ?? type)
    .join(' oder ')
