import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compile, type CompiledRuleSet } from '../precheck/compile.js'
import { isDay } from '../precheck/day.js'
import type { Day, RuleSet } from '../precheck/rule-set.js'
import { checkReferences } from './check-references.js'
import { shapeCheck, type ShapeCheck, type ShapeProblem } from './check-shape.js'
import type { FileProblem } from './file-problem.js'
import { readJson } from './read-json.js'

/** A checked rule set with the file it came from. */
export interface LoadedRuleSet {
  /** `service@first-day-in-force` */
  readonly id: string
  readonly file: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly hash: string
  readonly inForceFrom: Day
  readonly compiled: CompiledRuleSet
}

export interface RuleFiles {
  /** Sorted by service, then by first day. */
  readonly ruleSets: readonly LoadedRuleSet[]
  readonly problems: readonly FileProblem[]
}

/** Reads all rule sets below a folder. What is wrong is reported with file and pointer and left out. */
export function readRuleFiles(folder: string): RuleFiles {
  if (!existsSync(join(folder, 'rule-set.schema.json')))
    return {
      ruleSets: [],
      problems: [{ file: folder, pointer: '', message: 'Hier liegt keine rule-set.schema.json.' }],
    }
  const checkShape = shapeCheck(folder, 'rule-set.schema.json')
  const ruleSets: LoadedRuleSet[] = []
  const problems: FileProblem[] = []
  for (const file of ruleFileNames(folder)) {
    const read = readRuleFile(folder, file, checkShape)
    if ('id' in read) ruleSets.push(read)
    else problems.push(...read.map((problem) => ({ file, ...problem })))
  }
  return { ruleSets, problems }
}

const ruleFileNames = (folder: string): string[] =>
  servicesIn(folder).flatMap((service) =>
    readdirSync(join(folder, service))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => `${service}/${name}`),
  )

/** The folders of the services, sorted. */
const servicesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()

function readRuleFile(folder: string, file: string, checkShape: ShapeCheck): LoadedRuleSet | ShapeProblem[] {
  const read = readJson(join(folder, file))
  if (!read.ok) return [{ pointer: '', message: read.message }]
  const shape = checkShape(read.json)
  if (shape.length > 0) return shape
  const ruleSet = read.json as RuleSet
  const problems = [...checkNames(file, ruleSet), ...checkReferences(ruleSet)]
  if (problems.length > 0) return problems
  return {
    id: `${ruleSet.service}@${ruleSet.inForceFrom}`,
    file,
    hash: createHash('sha256').update(read.text).digest('hex'),
    inForceFrom: ruleSet.inForceFrom,
    compiled: compile(ruleSet),
  }
}

function checkNames(file: string, { service, inForceFrom }: RuleSet): ShapeProblem[] {
  const [folder] = file.split('/')
  const day = basename(file, '.json')
  const problems: ShapeProblem[] = []
  if (!isDay(day))
    problems.push({ pointer: '', message: 'Der Dateiname ist der erste Tag in Kraft, JJJJ-MM-TT.json.' })
  if (service !== folder) problems.push({ pointer: '/service', message: `Der Ordner heißt „${folder}“.` })
  if (inForceFrom !== day) problems.push({ pointer: '/inForceFrom', message: `Der Dateiname sagt ${day}.` })
  return problems
}
