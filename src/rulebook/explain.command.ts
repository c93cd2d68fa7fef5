import { print, printJson, readCall, runCommand, WrongCall, type Call } from '../terminal/command-line.js'
import { runExample, type ExampleOutcome } from './examples.js'
import { explainCase } from './explain-case.js'
import { explainInWords } from './explain-in-words.js'
import { problemLine } from './file-problem.js'
import { namedExample } from './named-example.js'
import { refuseBroken } from './refuse-broken.js'
import { Rulebook } from './rulebook.js'
import { typedCase, type TypedCase } from './typed-case.js'

/** `lotse rules explain`: why an example or a case of one's own comes out as it does. */
export const explainCommand = (args: string[]) =>
  runCommand(async () => {
    const call = readCall(args)
    const rulebook = Rulebook.from(call.rules, call.services)
    const { ruleSet, input, name, deviations } =
      call.answers === undefined && call.on === undefined
        ? await exampleCase(rulebook, call)
        : { ...typedCase(rulebook, call), name: null, deviations: [] }
    refuseBroken(rulebook, call.rules, [ruleSet.compiled.ruleSet.service])
    const explanation = explainCase(rulebook, ruleSet, input)
    if (call.json) printJson({ example: name, ...explanation })
    else print([name ?? [], explainInWords(explanation), ...deviations].flat().join('\n'))
    return 0
  })

interface NamedCase extends TypedCase {
  readonly name: string
  /** Where the example expects something else: to be seen before anybody relies on it. */
  readonly deviations: readonly string[]
}

async function exampleCase(rulebook: Rulebook, { service: named, rules }: Call): Promise<NamedCase> {
  if (named === undefined)
    throw new WrongCall('Es fehlt ein Beispiel, oder eine Leistung mit --on <Tag> und --answers <Datei|->.')
  const outcome = await runExample(rulebook, namedExample(rulebook, rules, named))
  if (outcome.run === null) throw new WrongCall(outcome.problems.map(problemLine).join('\n'))
  const { ruleSet, input, name } = outcome.run
  return { ruleSet, input, name, deviations: deviationsOf(outcome) }
}

const deviationsOf = ({ problems }: ExampleOutcome): string[] =>
  problems.length === 0 ? [] : ['', 'Das Beispiel erwartet etwas anderes', ...problems.map(problemLine)]
