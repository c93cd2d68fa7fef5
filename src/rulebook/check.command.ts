import { checkRules } from './check-rules.js'
import { print, printJson, readCall, runCommand } from './command-line.js'
import { problemLine } from './file-problem.js'

/** `lotse rules check`: exit 0 only if every file is valid, every example passes and coverage is whole. */
export const checkCommand = (args: string[]) =>
  runCommand(async () => {
    const { service, json, rules } = readCall(args)
    const report = await checkRules(rules, service)
    if (json) printJson(report)
    else {
      for (const problem of report.problems) print(problemLine(problem))
      for (const { service, ruleSets, examples } of report.services)
        print(`${service}: ${ruleSets.length} Regelwerk(e), ${examples} Beispiele`)
      print(`${report.unconfirmed.length} Angaben unbestätigt, ${report.problems.length} Mängel`)
    }
    return report.problems.length === 0 ? 0 : 1
  })
