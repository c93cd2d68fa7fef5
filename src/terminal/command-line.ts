import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { environment, foldersOf } from '../config.js'
import { isDay } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'

/** A call that cannot be carried out; the message says what to change. Ends with exit code 2. */
export class WrongCall extends Error {}

export interface Call {
  /** All that is no option, in the order of the call. */
  readonly words: readonly string[]
  /** The first of them, which most commands take for the service. */
  readonly service: string | undefined
  /** What its words may name, as `service`, `service@day` or `service/example`: rule files of others need no reading. */
  readonly services: readonly string[]
  readonly on: Day | undefined
  readonly from: Day | undefined
  readonly answers: string | undefined
  readonly title: string | undefined
  readonly against: string | undefined
  readonly cases: string | undefined
  readonly sample: number | undefined
  readonly show: number | undefined
  readonly out: string | undefined
  readonly form: string | undefined
  readonly scans: string | undefined
  readonly trust: string | undefined
  readonly write: boolean
  readonly unconfirmed: boolean
  readonly names: boolean
  readonly letters: boolean
  readonly longest: boolean
  readonly json: boolean
  readonly rules: string
  readonly templates: string
}

const options = {
  json: { type: 'boolean', default: false },
  rules: { type: 'string' },
  on: { type: 'string' },
  from: { type: 'string' },
  answers: { type: 'string' },
  title: { type: 'string' },
  against: { type: 'string' },
  cases: { type: 'string' },
  sample: { type: 'string' },
  show: { type: 'string' },
  out: { type: 'string' },
  form: { type: 'string' },
  scans: { type: 'string' },
  trust: { type: 'string' },
  write: { type: 'boolean', default: false },
  unconfirmed: { type: 'boolean', default: false },
  names: { type: 'boolean', default: false },
  letters: { type: 'boolean', default: false },
  longest: { type: 'boolean', default: false },
  templates: { type: 'string' },
} as const

/**
 * Reads the words of a command; which options it has was looked at before.
 * @throws WrongCall with more than `most` words that are no options
 */
export function readCall(args: string[], most = 1): Call {
  const { values, positionals } = parse(args)
  if (positionals.length > most) throw new WrongCall(`Zu viele Angaben: ${positionals.slice(most).join(' ')}`)
  const { on, from, answers, title, against, cases, out, scans, form, trust, write } = values
  const { unconfirmed, json, names, letters, longest } = values
  const { rulesDir, templatesDir } = foldersOf(environment)
  return {
    words: positionals,
    service: positionals[0],
    services: [...positionals, against ?? []].flat().map((word) => word.split(/[@/]/)[0]!),
    on: asDay('--on', on),
    from: asDay('--from', from),
    answers,
    title,
    against,
    cases,
    sample: asNumber('--sample', values.sample),
    show: asNumber('--show', values.show),
    out,
    form,
    scans,
    trust,
    write,
    unconfirmed,
    names,
    letters,
    longest,
    json,
    rules: asFolder('--rules', 'Regeln', values.rules) ?? asSeenFromHere(rulesDir),
    templates: asFolder('--templates', 'Formularen', values.templates) ?? asSeenFromHere(templatesDir),
  }
}

function asFolder(option: string, holds: string, folder: string | undefined): string | undefined {
  if (folder === undefined || existsSync(folder)) return folder
  throw new WrongCall(`${folder}: Diesen Ordner mit ${holds} gibt es nicht. ${option} nennt einen anderen.`)
}

/** Messages name a path as one would type it. */
function asSeenFromHere(path: string): string {
  const short = relative('', path)
  return short.startsWith('..') ? path : short
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new WrongCall(inGerman(error as NodeJS.ErrnoException), { cause: error })
  }
}

function inGerman({ code, message }: NodeJS.ErrnoException): string {
  const option = /--[a-z]+/.exec(message)?.[0]
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' || option === undefined) return message
  return message.includes('does not take')
    ? `Nach „${option}“ steht kein Wert.`
    : `Nach „${option}“ fehlt der Wert.`
}

function asDay(option: string, text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text
  throw new WrongCall(`${option}: Erwartet wird ein Tag, den es gibt, als JJJJ-MM-TT.`)
}

const largestNumber = 5_000_000

function asNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^[1-9]\d*$/.test(text) && number <= largestNumber) return number
  throw new WrongCall(`${option}: Erwartet wird eine ganze Zahl von 1 bis ${largestNumber}.`)
}

/** Runs a command; a wrong call, or a file it cannot get at, is told on standard error and ends with 2. */
export async function runCommand(work: () => number | Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const told = error instanceof WrongCall ? error.message : fileTrouble(error as NodeJS.ErrnoException)
    if (told === null) throw error
    process.stderr.write(`${told}\n`)
    return 2
  }
}

/** Rights, full disks, endless links: the person who calls can put them right. */
const fileTrouble = ({ code, path, syscall }: NodeJS.ErrnoException): string | null =>
  path !== undefined && syscall !== undefined && syscall !== 'spawn'
    ? `${path}: Darauf lässt sich nicht zugreifen (${code}).`
    : null

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))
