import { printable } from './misleading.js'

/** Something wrong in a file of the rules: where it stands and what to do, in German for the author. */
export interface FileProblem {
  /** Relative to the rules folder. */
  readonly file: string
  /** JSON pointer (RFC 6901); empty for the whole file. */
  readonly pointer: string
  readonly message: string
}

/** More help nobody: who has repaired these sees the next ones. */
const mostPerFile = 100

/** One line for one problem, whatever signs the file uses. */
export const problemLine = ({ file, pointer, message }: FileProblem): string =>
  printable(`${file}:${pointer}: ${message}`)

/** One line for each file, with its first problem. */
export const firstLines = (problems: readonly FileProblem[]): string[] =>
  [...Map.groupBy(problems, ({ file }) => file).values()].map(([first]) => problemLine(first!))

/** The problems of one file, the first of very many. */
export function problemsOf(
  file: string,
  found: readonly Pick<FileProblem, 'pointer' | 'message'>[],
): FileProblem[] {
  const problems = found.slice(0, mostPerFile).map((problem) => ({ file, ...problem }))
  const more = found.length - problems.length
  return more === 0 ? problems : [...problems, { file, pointer: '', message: `Und ${more} weitere Mängel.` }]
}
