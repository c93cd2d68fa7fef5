import { parseArgs } from 'node:util'
import { isDay } from '../precheck/day.js'

/** A call that cannot be carried out; the message says what to change. Ends with exit code 2. */
export class WrongCall extends Error {}

export interface RulesCall {
  readonly service: string | undefined
  readonly on: string | undefined
  readonly answers: string | undefined
  readonly json: boolean
  readonly rules: string
}

/** Reads the words of a rules command. @throws WrongCall */
export function readCall(args: string[]): RulesCall {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rules: { type: 'string', default: 'rules' },
        on: { type: 'string' },
        answers: { type: 'string' },
      },
    })
    if (positionals.length > 1) throw new WrongCall(`Zu viele Angaben: ${positionals.slice(1).join(' ')}`)
    const { on, answers, json, rules } = values
    if (on !== undefined && !isDay(on)) throw new WrongCall('--on: Erwartet wird ein Tag als JJJJ-MM-TT.')
    return { service: positionals[0], on, answers, json, rules }
  } catch (error) {
    throw error instanceof WrongCall ? error : new WrongCall((error as Error).message)
  }
}

/** Runs a command; a wrong call is told on standard error and ends with 2. */
export async function runCommand(work: () => number | Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))
