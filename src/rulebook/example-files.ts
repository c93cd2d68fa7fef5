import { basename, join } from 'node:path'
import type { Verdict } from '../precheck/precheck.js'
import type { Day } from '../precheck/rule-set.js'
import { shapeCheck, type ShapeCheck, type ShapeProblem } from './check-shape.js'
import { readJson } from './read-json.js'
import { exampleFilesIn, whyNotReadable } from './rules-folder.js'

/** One citizen with answers and documents, and what has to come out (`rules/<service>/examples/*.json`). */
export interface Example {
  readonly name: string
  readonly on: Day
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: Readonly<Record<string, unknown>>
  readonly expect: Expectation
}

export interface Expectation {
  readonly verdict: Verdict
  readonly missing?: readonly string[]
  readonly findings?: readonly string[]
  readonly fee?: number | null
  readonly notAsked?: readonly string[]
}

export interface ExampleFile {
  readonly service: string
  /** Relative to the rules folder. */
  readonly file: string
  /** What the example is called; the file's name where it cannot be read. */
  readonly name: string
  /** `null` if it cannot be read; then `problems` say why. */
  readonly example: Example | null
  readonly problems: readonly ShapeProblem[]
}

/** The examples of a service, sorted by file. */
export function exampleFiles(folder: string, service: string): ExampleFile[] {
  const checkShape = shapeCheck(folder, 'example.schema.json')
  return exampleFilesIn(folder, service).map((file) => {
    const read = readExample(folder, file, checkShape)
    return { service, file, name: read.example?.name ?? basename(file, '.json'), ...read }
  })
}

/** Whether the file or the name of an example contains the text, in capitals or not. */
export const isAbout = ({ file, name }: ExampleFile, text: string): boolean =>
  [basename(file), name].some((part) => part.toLowerCase().includes(text.toLowerCase()))

function readExample(
  folder: string,
  file: string,
  checkShape: ShapeCheck,
): Pick<ExampleFile, 'example' | 'problems'> {
  const refused = whyNotReadable(folder, file)
  if (refused !== null) return { example: null, problems: [{ pointer: '', message: refused }] }
  const read = readJson(join(folder, file))
  if (!read.ok) return { example: null, problems: read.problems }
  const problems = checkShape(read.json)
  return { example: problems.length === 0 ? (read.json as Example) : null, problems }
}
