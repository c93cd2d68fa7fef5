import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { FileProblem } from './file-problem.js'
import { exampleFilesIn, stampsOfRuleFiles } from './rules-folder.js'

/**
 * Files that look as if somebody counted on them and that nobody reads: in the wrong place, or called `.JSON` or
 * `.json.txt`. What begins with a dot is left behind by editors.
 */
export function strayFiles(folder: string): FileProblem[] {
  const ruleFiles = [...stampsOfRuleFiles(folder).keys()]
  const services = new Set(ruleFiles.map((file) => file.split('/')[0]!))
  const read = new Set([...ruleFiles, ...[...services].flatMap((service) => exampleFilesIn(folder, service))])
  return filesIn(folder)
    .filter((file) => /\.json/i.test(file) && !file.endsWith('.schema.json') && !read.has(file))
    .map((file) => ({ file, pointer: '', message: unread }))
}

const unread =
  'Diese Datei wird nicht gelesen. Gelesen werden <leistung>/JJJJ-MM-TT.json und <leistung>/examples/<name>.json.'

/** All files below a folder, sorted, as paths from it. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep))
    .filter((steps) => !steps.some((step) => step.startsWith('.')))
    .map((steps) => steps.join('/'))
    .toSorted()
