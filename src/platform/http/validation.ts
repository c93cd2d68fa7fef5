import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { type Refusal, refusal } from '../refusal.js'
import { Problem } from './problem.js'

/** What class-validator found, as a clerk or the author of a program would want to read it. */
const sentences: Readonly<Record<string, string>> = {
  isString: 'Erwartet wird ein Text.',
  isNotEmpty: 'Diese Angabe fehlt.',
  isDefined: 'Diese Angabe fehlt.',
  isBoolean: 'Erwartet wird ja oder nein (true oder false).',
  isInt: 'Erwartet wird eine ganze Zahl.',
  isNumber: 'Erwartet wird eine Zahl.',
  isArray: 'Erwartet wird eine Liste.',
  isObject: 'Erwartet wird ein Objekt.',
  isUuid: 'Erwartet wird eine Kennung (UUID).',
  isLength: 'Der Text ist zu kurz oder zu lang.',
  minLength: 'Der Text ist zu kurz.',
  maxLength: 'Der Text ist zu lang.',
  min: 'Die Zahl ist zu klein.',
  max: 'Die Zahl ist zu groß.',
  matches: 'Der Text hat nicht die erwartete Form.',
  isDay: 'Erwartet wird ein Tag, den es gibt, als JJJJ-MM-TT (zwischen 1850 und 2199).',
  arrayMaxSize: 'Die Liste ist zu lang.',
  arrayMinSize: 'Die Liste ist zu kurz.',
  whitelistValidation: 'Diese Angabe ist nicht vorgesehen.',
  nestedValidation: 'Erwartet wird ein Objekt.',
}

/**
 * Checks every body and query against its class; what the class does not name is refused, not dropped. Decorators are
 * checked from the last to the first: what kind of value it is stands last, or a missing text would be too long.
 */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Problem(422, refusalsOf(errors)),
  })

/** Each error with its place as a JSON pointer without the first slash. */
export const refusalsOf = (errors: readonly ValidationError[]): Refusal[] =>
  errors.flatMap((error) => refusals(error, ''))

/** What is wrong with a value itself comes first: what is wrong inside it would only confuse. */
function refusals({ property, constraints, children = [] }: ValidationError, above: string): Refusal[] {
  const place = above + property.replaceAll('~', '~0').replaceAll('/', '~1')
  if (constraints === undefined) return children.flatMap((child) => refusals(child, `${place}/`))
  return Object.entries(constraints).map(([name, english]) =>
    refusal(`input.${name}`, ofEach(english) + (sentences[name] ?? oneOf(english)), place),
  )
}

/** What is wrong with an entry of a list is not wrong with the list. */
const ofEach = (english: string): string => (english.startsWith('each value in') ? 'Für jeden Eintrag: ' : '')

/** The library names the values that are allowed, never the one that came. */
function oneOf(english: string): string {
  const [, allowed] = english.split(' one of the following values: ')
  return allowed ? `Erwartet wird eines von: ${allowed}.` : 'Dieser Wert passt hier nicht.'
}
