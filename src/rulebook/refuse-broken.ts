import { WrongCall } from '../terminal/command-line.js'
import { problemLine } from './file-problem.js'
import type { Rulebook } from './rulebook.js'

/** The services that have files, also where none of them is sound. */
export const servicesWithFiles = (rulebook: Rulebook): string[] => [
  ...new Set([...rulebook.services(), ...rulebook.problems.map(({ file }) => file.split('/')[0]!)]),
]

/**
 * A file that is wrong is left out, and the rule set before it would answer in its place: for work whose result
 * somebody relies on, that is no answer.
 * @throws WrongCall that names every problem of the services
 */
export function refuseBroken(rulebook: Rulebook, folder: string, services: readonly string[]): void {
  const broken = rulebook.problems.filter(
    ({ file }) => file === folder || services.includes(file.split('/')[0]!),
  )
  if (broken.length > 0) throw new WrongCall(broken.map(problemLine).join('\n'))
}
