import { eurosInWords } from '../precheck/answer-in-words.js'
import { documentStateNames, findingNames, verdictName } from '../precheck/outcome-names.js'
import type { Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { Rulebook } from './rulebook.js'
import { typedCase } from './typed-case.js'

/** `lotse precheck <service> --on <day> --answers <file|->`: a pre-check without case and database. */
export const precheckCommand = (args: string[]) =>
  runCommand(() => {
    const call = readCall(args)
    const { ruleSet, input } = typedCase(Rulebook.from(call.rules, call.services), call)
    const { on: _on, ...result } = precheckOf(ruleSet.compiled, input)
    if (call.json) printJson(result)
    else print(inWords(result))
    return 0
  })

function inWords({ ruleSet, verdict, findings, documents, fee, next }: Omit<Precheck, 'on'>): string {
  return [
    `${ruleSet}: ${verdictName(verdict)}`,
    ...findings.map(({ finding, say, source }) => `  ${findingNames[finding]}: ${say} (${source})`),
    ...documents.map(
      ({ name, state, reason }) =>
        `  ${name}: ${documentStateNames[state]}${reason === undefined ? '' : ` (${reason})`}`,
    ),
    `  Gebühr: ${fee === null ? 'vor Ort' : eurosInWords(fee)}`,
    ...(next === null ? [] : [`  Nächste Frage: ${next.question} (${next.because})`]),
  ].join('\n')
}
