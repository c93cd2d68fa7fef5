import { print, printJson, readCall, runCommand, WrongCall, type Call } from '../terminal/command-line.js'
import { ruleSetOn } from './describe.command.js'
import { flowOf } from './flow/flow.js'
import { flowAsSvg } from './flow/svg.js'
import { refuseBroken } from './refuse-broken.js'
import { Rulebook } from './rulebook.js'
import { writeFile } from '../terminal/write-file.js'

/** `lotse rules draw <service>`: a picture (SVG) of how the questions lead to the verdicts. */
export const drawCommand = (args: string[]) =>
  runCommand(() => {
    const call = readCall(args)
    const rulebook = Rulebook.from(call.rules, call.services)
    const day = dayMeant(rulebook, call)
    const flow = flowOf(ruleSetOn(rulebook, call.service, day), day)
    if (call.json) printJson(flow)
    else if (call.out === undefined) print(flowAsSvg(flow).trimEnd())
    else write(call.out, flowAsSvg(flow))
    return 0
  })

/** Without a day, the first one of the last rule set. */
function dayMeant(rulebook: Rulebook, { service, on, rules }: Call): string {
  if (service === undefined) throw new WrongCall('Es fehlt die Leistung.')
  refuseBroken(rulebook, rules, [service])
  return on ?? rulebook.of(service).at(-1)?.inForceFrom ?? ''
}

function write(path: string, svg: string): void {
  writeFile(path, svg)
  print(`gezeichnet: ${path}`)
}
