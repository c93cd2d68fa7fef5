import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { problemLine } from './file-problem.js'
import { Rulebook } from './rulebook.js'

/** `lotse rules list`: which services there are and from when their rule sets are in force. */
export const listCommand = (args: string[]) =>
  runCommand(() => {
    const { json, rules } = readCall(args, 0)
    const rulebook = Rulebook.from(rules)
    const rows = rulebook.all().map(({ id, hash, inForceFrom, compiled: { ruleSet } }) => ({
      service: ruleSet.service,
      ruleSet: id,
      title: ruleSet.title,
      inForceFrom,
      decidedBy: ruleSet.decidedBy,
      questions: ruleSet.questions.length,
      documents: ruleSet.documents.length,
      rules: ruleSet.rules.length,
      hash,
    }))
    if (json) printJson(rows)
    else
      for (const row of rows)
        print(`${row.ruleSet.padEnd(36)} ${row.title} (${row.questions} Fragen, ${row.rules} Regeln)`)
    for (const problem of rulebook.problems) process.stderr.write(`${problemLine(problem)}\n`)
    return rulebook.problems.length === 0 ? 0 : 1
  })
