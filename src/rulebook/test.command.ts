import { print, printJson, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import type { ExampleFile } from './example-files.js'
import { problemLine } from './file-problem.js'
import { progressOf } from '../terminal/progress.js'
import { refuseBroken, servicesWithFiles } from './refuse-broken.js'
import { Rulebook } from './rulebook.js'
import { examplesAbout, testExample, type ExampleResult } from './test-examples.js'

/** `lotse rules test [<service>] [<text>]`: runs the examples, one line each; 1 if one of them fails. */
export const testCommand = (args: string[]) =>
  runCommand(async () => {
    const { words, json, rules } = readCall(args, 2)
    const rulebook = Rulebook.from(rules)
    const { services, text } = meantBy(words, servicesWithFiles(rulebook))
    refuseBroken(rulebook, rules, services)
    const examples = examplesAbout(rules, services, text)
    if (examples.length === 0)
      throw new WrongCall(`Kein Beispiel passt. Leistungen: ${rulebook.services().join(', ')}.`)
    const results = await testAll(rulebook, examples, !json)
    if (json) printJson({ examples: results.length, failed: failedOf(results), results })
    else print(summary(results))
    return failedOf(results) === 0 ? 0 : 1
  })

/** One word is a service if there is one of that name, and otherwise a text to look for. */
function meantBy(words: readonly string[], services: readonly string[]) {
  const [first, second] = words
  if (first === undefined) return { services, text: undefined }
  if (services.includes(first)) return { services: [first], text: second }
  if (second === undefined) return { services, text: first }
  throw new WrongCall(`Die Leistung „${first}“ gibt es nicht. Es gibt: ${services.join(', ')}.`)
}

async function testAll(rulebook: Rulebook, examples: readonly ExampleFile[], tell: boolean) {
  const results: ExampleResult[] = []
  const progress = progressOf(examples.length, 'Beispielen', tell && process.stdout.isTTY)
  for (const example of examples) {
    const result = await testExample(rulebook, example)
    progress.step()
    if (tell) print(inWords(result))
    results.push(result)
  }
  progress.end()
  return results
}

const marks = process.stdout.isTTY ? { passed: '✓', failed: '✗' } : { passed: 'gut   ', failed: 'FALSCH' }

const inWords = ({ file, name, passed, problems }: ExampleResult): string =>
  [
    `${passed ? marks.passed : marks.failed} ${file}: ${name}`,
    ...problems.map((problem) => `    ${problemLine(problem)}`),
  ].join('\n')

const failedOf = (results: readonly ExampleResult[]): number => results.filter(({ passed }) => !passed).length

const summary = (results: readonly ExampleResult[]): string =>
  `${results.length} ${results.length === 1 ? 'Beispiel' : 'Beispiele'}, ${failedOf(results) || 'keines'} falsch`
