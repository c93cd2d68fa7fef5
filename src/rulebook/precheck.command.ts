import { existsSync, readFileSync } from 'node:fs'
import type { Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import { chooseRuleSet } from './choose-rule-set.js'
import { print, printJson, readCall, runCommand, WrongCall } from './command-line.js'
import { ruleSetOn } from './describe.command.js'
import { readPrecheckInput } from './precheck-input.js'
import { readJson } from './read-json.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'

/** `lotse precheck <service> --on <day> --answers <file|->`: a pre-check without case and database. */
export const precheckCommand = (args: string[]) =>
  runCommand(() => {
    const call = readCall(args)
    const rulebook = Rulebook.from(call.rules)
    const inForce = ruleSetOn(rulebook, call.service, call.on)
    if (call.answers === undefined) throw new WrongCall('Es fehlt --answers <Datei|->.')
    const json = readAnswers(call.answers)
    const { compiled } = forDecidingDay(rulebook, inForce, call.on!, json)
    const read = readPrecheckInput(compiled.ruleSet, json)
    if (!read.ok)
      throw new WrongCall(
        read.problems.map(({ pointer, message }) => `${call.answers}:${pointer}: ${message}`).join('\n'),
      )
    const { on: _on, ...result } = precheckOf(compiled, { ...read.input, today: call.on! })
    if (call.json) printJson(result)
    else print(inWords(result))
    return 0
  })

function readAnswers(file: string): unknown {
  if (file === '-') return parse(readFileSync(0, 'utf8'))
  if (!existsSync(file)) throw new WrongCall(`Die Datei ${file} gibt es nicht.`)
  const read = readJson(file)
  if (!read.ok) throw new WrongCall(`${file}:: ${read.message}`)
  return read.json
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongCall(`-:: Kein gültiges JSON: ${(error as Error).message}`, { cause: error })
  }
}

/** Where an answered day decides which rule set is in force, that one; otherwise the one of the day at the counter. */
function forDecidingDay(
  rulebook: Rulebook,
  inForce: LoadedRuleSet,
  on: string,
  json: unknown,
): LoadedRuleSet {
  const answers = (json as { answers?: Record<string, unknown> } | null)?.answers
  if (typeof answers !== 'object') return inForce
  const chosen = chooseRuleSet(rulebook, inForce.compiled.ruleSet.service, on, answers ?? {})
  if (chosen === null) throw new WrongCall('/answers: Am Tag, der entscheidet, ist kein Regelwerk in Kraft.')
  return chosen
}

function inWords({ ruleSet, verdict, findings, documents, fee, next }: Omit<Precheck, 'on'>): string {
  return [
    `${ruleSet}: ${verdict}`,
    ...findings.map(({ finding, say, source }) => `  ${finding}: ${say} (${source})`),
    ...documents.map(
      ({ name, state, reason }) => `  ${name}: ${state}${reason === undefined ? '' : ` (${reason})`}`,
    ),
    `  Gebühr: ${fee === null ? 'vor Ort' : `${fee} €`}`,
    ...(next === null ? [] : [`  Nächste Frage: ${next.question} (${next.because})`]),
  ].join('\n')
}
