import { dayInWords } from '../precheck/answer-in-words.js'
import type { Day } from '../precheck/rule-set.js'
import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { problemLine } from './file-problem.js'
import { outdated } from './outdated.js'
import { outdatedTitles, type OutdatedKind } from './outdated-kinds.js'
import { Rulebook } from './rulebook.js'

/** `lotse rules outdated [--on <day>]`: what changes soon and what nobody looked at for a year; 1 if there is any. */
export const outdatedCommand = (args: string[], today: Day) =>
  runCommand(() => {
    const { json, rules, on = today } = readCall(args, 0)
    const rulebook = Rulebook.from(rules)
    const found = outdated(rulebook, on)
    if (json) printJson({ on, found })
    else {
      for (const [kind, title] of Object.entries(outdatedTitles) as [OutdatedKind, string][]) {
        const alike = found.filter((each) => each.kind === kind)
        if (alike.length > 0) print([title, ...alike.map((each) => `  ${problemLine(each)}`)].join('\n'))
      }
      print(`Am ${dayInWords(on)}: ${found.length === 0 ? 'nichts anzusehen' : `${found.length} anzusehen`}`)
    }
    for (const problem of rulebook.problems) process.stderr.write(`${problemLine(problem)}\n`)
    return found.length + rulebook.problems.length === 0 ? 0 : 1
  })
