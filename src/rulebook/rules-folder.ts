import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { stampOf } from './file-stamp.js'

/**
 * What lies in a rules folder: each rule file `service/day.json`, sorted, with a stamp that is another one when the
 * file or the schema was written. A link that leads nowhere or out of the folder is listed too, so that it is told.
 */
export function stampsOfRuleFiles(folder: string): ReadonlyMap<string, string> {
  const schema = stampOf(join(folder, 'rule-set.schema.json'))
  const files = servicesIn(folder).flatMap((service) => jsonFilesIn(folder, service))
  return new Map(files.map((file) => [file, `${schema} ${stampOf(join(folder, file))}`]))
}

/** The examples of a service, sorted. */
export function exampleFilesIn(folder: string, service: string): string[] {
  const place = `${service}/examples`
  return existsSync(join(folder, place)) ? jsonFilesIn(folder, place) : []
}

/** Another one when an example of the service came, went or was written. */
export const stampOfExamples = (folder: string, service: string): string =>
  ['example.schema.json', ...exampleFilesIn(folder, service)]
    .map((file) => `${file} ${stampOf(join(folder, file))}`)
    .join('\n')

/**
 * JSON files of a place inside the folder, sorted. Names with a dot before them are what editors leave behind. A place
 * that cannot be looked into stands for itself, so that it is told.
 */
function jsonFilesIn(folder: string, place: string): string[] {
  if ((whyNotInside(folder, place) ?? whyNoFolder(join(folder, place))) !== null) return [place]
  return readdirSync(join(folder, place))
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .toSorted()
    .map((name) => `${place}/${name}`)
}

/** The folders of the services, sorted. */
function servicesIn(folder: string): string[] {
  if (whyNoFolder(folder) !== null) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .toSorted()
}

/** Why a file must not be read: it leads out of the folder, it is none that ends, or no folder of files. `null`: it may. */
export function whyNotReadable(folder: string, file: string): string | null {
  const outside = whyNotInside(folder, file)
  if (outside !== null) return outside
  const path = join(folder, file)
  if (!/\/.*\.json$/.test(file)) return whyNoFolder(path)
  return statSync(path).isFile() ? null : 'Das ist keine Datei; bitte aus dem Ordner nehmen.'
}

function whyNoFolder(path: string): string | null {
  try {
    readdirSync(path)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOTDIR'
      ? 'Hier gehört ein Ordner hin; bitte die Datei aus dem Ordner nehmen.'
      : `Dieser Ordner lässt sich nicht lesen (${code}); bitte die Rechte berichtigen.`
  }
}

function whyNotInside(folder: string, place: string): string | null {
  try {
    const inside = realpathSync(join(folder, place)).startsWith(realpathSync(folder) + sep)
    return inside
      ? null
      : 'Diese Verknüpfung führt aus dem Ordner hinaus; bitte die Datei selbst hierher legen.'
  } catch {
    return 'Diese Verknüpfung führt ins Leere; bitte die Datei selbst hierher legen.'
  }
}
