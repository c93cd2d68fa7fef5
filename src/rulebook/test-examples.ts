import { exampleFiles, isAbout, type ExampleFile, type Expectation } from './example-files.js'
import { runExample, shownBy, type ExampleOutcome } from './examples.js'
import type { FileProblem } from './file-problem.js'
import type { Rulebook } from './rulebook.js'

/** An example as `lotse rules test` tells it. */
export interface ExampleResult {
  readonly file: string
  readonly name: string
  readonly passed: boolean
  readonly expected: Expectation | null
  /** What came out; `null` if it could not be run. */
  readonly shown: Expectation | null
  readonly problems: readonly FileProblem[]
}

/** The examples of the services that have the text in file or name; all of them without a text. */
export const examplesAbout = (folder: string, services: readonly string[], text = ''): ExampleFile[] =>
  services.flatMap((service) => exampleFiles(folder, service)).filter((example) => isAbout(example, text))

export async function testExample(rulebook: Rulebook, file: ExampleFile): Promise<ExampleResult> {
  const outcome = await runExample(rulebook, file)
  return {
    file: outcome.file,
    name: outcome.name,
    passed: outcome.problems.length === 0,
    expected: file.example?.expect ?? null,
    shown: shownOf(outcome),
    problems: outcome.problems,
  }
}

const shownOf = ({ run }: ExampleOutcome): Expectation | null => (run === null ? null : shownBy(run.result))
