import { basename, dirname, relative, resolve } from 'node:path'
import { WrongCall } from '../terminal/command-line.js'
import { exampleFiles, isAbout, type ExampleFile } from './example-files.js'
import type { Rulebook } from './rulebook.js'

/**
 * The example that a call names: by its file, as `service/name`, or by any part of its name that no other example of
 * the service has. @throws WrongCall that says which ones there are
 */
export function namedExample(rulebook: Rulebook, folder: string, named: string): ExampleFile {
  const [service, text] = serviceAndText(folder, named)
  if (!rulebook.services().includes(service) || text === '')
    throw new WrongCall(
      `„${named}“ nennt kein Beispiel. Erwartet wird eine Datei oder <Leistung>/<Beispiel>; Leistungen: ${rulebook.services().join(', ')}.`,
    )
  const examples = exampleFiles(folder, service)
  const exact = examples.find(({ file, name }) => basename(file, '.json') === text || name === text)
  const found = exact === undefined ? examples.filter((example) => isAbout(example, text)) : [exact]
  if (found.length === 1) return found[0]!
  throw new WrongCall(
    found.length === 0
      ? `Bei „${service}“ gibt es kein Beispiel „${text}“.`
      : `Mehrere Beispiele heißen so:\n${found.map(({ file, name }) => `  ${file}: ${name}`).join('\n')}`,
  )
}

/** `rules/wohngeld/examples/x.json`, `wohngeld/examples/x.json`, `wohngeld/x.json` and `wohngeld/x` are all the same. */
function serviceAndText(folder: string, named: string): [service: string, text: string] {
  const inFolder = relative(resolve(folder), resolve(named))
  const place = inFolder.startsWith('..') ? named : inFolder
  const service = dirname(place).split(/[\\/]/)[0]!
  return [service, basename(place, '.json')]
}
