import { existsSync } from 'node:fs'
import type { PrecheckInput } from '../precheck/evaluate.js'
import { chooseRuleSet } from './choose-rule-set.js'
import { WrongCall, type Call } from '../terminal/command-line.js'
import type { ShapeProblem } from './check-shape.js'
import { ruleSetOn } from './describe.command.js'
import { problemLine, problemsOf } from './file-problem.js'
import { readPrecheckInput } from './precheck-input.js'
import { readJson } from './read-json.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'

/** A case that was given with the call, and the rule set that judges it. */
export interface TypedCase {
  readonly ruleSet: LoadedRuleSet
  readonly input: PrecheckInput
}

/** The case of `<service> --on <day> --answers <file|->`. @throws WrongCall with the place that is wrong */
export function typedCase(rulebook: Rulebook, { service, on, answers: file }: Call): TypedCase {
  const inForce = ruleSetOn(rulebook, service, on)
  if (file === undefined) throw new WrongCall('Es fehlt --answers <Datei|->.')
  const json = readAnswers(file)
  const ruleSet = forDecidingDay(rulebook, inForce, on!, json)
  const read = readPrecheckInput(ruleSet.compiled.ruleSet, json)
  if (!read.ok) throw wrongPlaces(file, read.problems)
  return { ruleSet, input: { ...read.input, today: on! } }
}

function readAnswers(file: string): unknown {
  if (file !== '-' && !existsSync(file)) throw new WrongCall(`Die Datei ${file} gibt es nicht.`)
  const read = readJson(file === '-' ? 0 : file)
  if (!read.ok) throw wrongPlaces(file, read.problems)
  return read.json
}

const wrongPlaces = (file: string, problems: readonly ShapeProblem[]): WrongCall =>
  new WrongCall(problemsOf(file, problems).map(problemLine).join('\n'))

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
