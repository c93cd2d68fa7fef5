import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { progressOf } from '../terminal/progress.js'
import { casesFor, comparedIn } from './replay-call.js'
import { replayInWords } from './replay-in-words.js'
import { replayReport } from './replay-report.js'

const usuallyShown = 10

/** `lotse rules replay <file | service@day>`: what it would have changed over past cases; 1 if anything. */
export const replayCommand = (args: string[]) =>
  runCommand(() => {
    const call = readCall(args)
    const compared = comparedIn(call)
    const progress = progressOf(3, 'Schritten', false)
    const cases = casesFor(call, compared)
    progress.step()
    const report = replayReport(compared, cases, call.show ?? usuallyShown, progress.step)
    progress.end()
    const invented = call.sample !== undefined
    if (call.json) printJson({ ...report, invented })
    else print(`${replayInWords(report, compared)}${invented ? ` (erfundene Fälle)` : ''}`)
    return report.changed === 0 ? 0 : 1
  })
