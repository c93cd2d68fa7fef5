import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asText } from './json-text.js'
import type { GeneratedCitizen } from './uncovered.js'
import { writeNewFile } from '../terminal/write-file.js'

/** Writes a generated example beside the others, under another name if its own is taken; returns the path. */
export function saveExample(folder: string, { example, file }: GeneratedCitizen): string {
  const { name, ...rest } = example
  const json = { $schema: '../../example.schema.json', name, note, ...rest }
  const path = freePath(join(folder, file))
  writeNewFile(path, asText(json))
  return path
}

const note =
  'Erzeugt: Was hier erwartet wird, haben die Regeln ergeben. Bitte am Gesetz prüfen, die Fundstelle hier nennen und das Beispiel benennen.'

function freePath(path: string): string {
  const candidate = (number: number) => (number === 1 ? path : path.replace(/\.json$/, `-${number}.json`))
  let number = 1
  while (existsSync(candidate(number))) number++
  return candidate(number)
}
