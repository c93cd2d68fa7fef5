import { print, printJson, readCall, runCommand, WrongCall, type Call } from '../terminal/command-line.js'
import { coverInWords, type CoverOf } from './cover-in-words.js'
import { ruleSetOn } from './describe.command.js'
import { runExamples } from './examples.js'
import { refuseBroken } from './refuse-broken.js'
import type { LoadedRuleSet } from './rule-files.js'
import { Rulebook } from './rulebook.js'
import { saveExample } from './save-example.js'
import { uncovered, type GeneratedCitizen } from './uncovered.js'
import { lastDayOf } from './why-in-force.js'

/** `lotse rules cover <service>`: what no example shows, with a citizen for each; 1 if there is anything. */
export const coverCommand = (args: string[]) =>
  runCommand(async () => {
    const call = readCall(args)
    const rulebook = Rulebook.from(call.rules, call.services)
    const found = await coverOf(rulebook, call)
    const written = call.write ? citizensIn(found).map((citizen) => saveExample(call.rules, citizen)) : []
    if (call.json) printJson({ ruleSets: found, written })
    else print(coverInWords(found, written))
    return found.every((each) => each.uncovered.length === 0) ? 0 : 1
  })

async function coverOf(rulebook: Rulebook, call: Call): Promise<CoverOf[]> {
  const ruleSets = ruleSetsMeant(rulebook, call)
  const service = ruleSets[0]!.compiled.ruleSet.service
  const { runs } = await runExamples(rulebook, call.rules, service)
  return ruleSets.map((ruleSet) => ({
    ruleSet: ruleSet.id,
    uncovered: uncovered(ruleSet, runs, lastDayOf(rulebook, service, ruleSet.inForceFrom)),
  }))
}

/** All rule sets of the service, or the one in force on the day. */
function ruleSetsMeant(rulebook: Rulebook, { service, on, rules }: Call): readonly LoadedRuleSet[] {
  if (service === undefined) throw new WrongCall('Es fehlt die Leistung.')
  refuseBroken(rulebook, rules, [service])
  const all = rulebook.of(service)
  return on === undefined && all.length > 0 ? all : [ruleSetOn(rulebook, service, on ?? '')]
}

/** Each once, though one may show several things. */
const citizensIn = (found: readonly CoverOf[]): GeneratedCitizen[] => [
  ...new Set(found.flatMap(({ uncovered }) => uncovered.flatMap(({ citizen }) => citizen ?? []))),
]
