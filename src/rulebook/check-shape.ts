import { join } from 'node:path'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
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

// An `if` that fails only says that its branch failed; the branch speaks for itself.
const tell = (errors: readonly ErrorObject[]): ShapeProblem[] =>
  errors
    .filter(({ keyword }) => keyword !== 'if' && keyword !== 'oneOf')
    .map((error) => ({ pointer: error.instancePath, message: inGerman(error) }))

function inGerman({ keyword, params, message, schema }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `Der Schlüssel „${params['additionalProperty']}“ gehört nicht hierher; bitte entfernen oder richtig schreiben.`
    case 'required':
      return `Der Schlüssel „${params['missingProperty']}“ fehlt.`
    case 'enum':
      return `Erlaubt ist nur: ${(params['allowedValues'] as unknown[]).join(', ')}.`
    case 'const':
      return `Erlaubt ist nur: ${JSON.stringify(params['allowedValue'])}.`
    case 'type':
      return `Erwartet wird ${typeNames(params['type'])}.`
    case 'pattern':
      return `Der Wert hat nicht die erwartete Form (${String(schema)}).`
    case 'minItems':
      return `Die Liste braucht mindestens ${params['limit']} Eintrag.`
    case 'maxItems':
    case 'maxLength':
    case 'maximum':
      return `Zu viel oder zu lang: höchstens ${params['limit']}.`
    case 'minLength':
    case 'minimum':
      return `Zu wenig oder zu kurz: mindestens ${params['limit']}.`
    default:
      return `Passt nicht: ${message ?? keyword}.`
  }
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
