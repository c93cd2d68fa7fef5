import { checkRules, type RulesReport } from './check-rules.js'
import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { problemLine, type FileProblem } from './file-problem.js'

/** `lotse rules check`: exit 0 only if every file is valid, every example passes and coverage is whole. */
export const checkCommand = (args: string[]) =>
  runCommand(async () => {
    const { service, unconfirmed, json, rules } = readCall(args)
    const report = await checkRules(rules, service)
    if (json) printJson(report)
    else print(inWords(report, unconfirmed))
    return report.problems.length === 0 ? 0 : 1
  })

function inWords({ problems, unconfirmed, hints, services }: RulesReport, tellUnconfirmed: boolean): string {
  return [
    ...problems.map(problemLine),
    ...listed('Hinweise (sie machen das Regelwerk nicht falsch)', hints),
    ...listed('Unbestätigte Angaben', tellUnconfirmed ? unconfirmed : []),
    ...services.map(
      ({ service, ruleSets, examples }) =>
        `${service}: ${ruleSets.length} Regelwerk(e), ${examples} Beispiele`,
    ),
    `${unconfirmed.length} Angaben unbestätigt, ${hints.length} Hinweise, ${problems.length} Mängel`,
  ].join('\n')
}

const listed = (title: string, found: readonly FileProblem[]): string[] =>
  found.length === 0 ? [] : [title, ...found.map(problemLine)]
