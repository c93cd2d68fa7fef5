import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { compile, type CompiledRuleSet } from '../precheck/compile.js'
import { isDay } from '../precheck/day.js'
import type { Day, RuleSet } from '../precheck/rule-set.js'
import { checkReferences } from './check-references.js'
import type { ShapeCheck, ShapeProblem } from './check-shape.js'
import { problemsOf, type FileProblem } from './file-problem.js'
import { readJson } from './read-json.js'
import { whyNotReadable } from './rules-folder.js'

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

/** Reads one rule file of a folder: the rule set, or all that is wrong with it. */
export function readRuleFile(
  folder: string,
  file: string,
  checkShape: ShapeCheck,
): LoadedRuleSet | readonly FileProblem[] {
  const refused = whyNotReadable(folder, file)
  if (refused !== null) return problemsOf(file, [{ pointer: '', message: refused }])
  if (!isDay(basename(file, '.json'))) return problemsOf(file, [{ pointer: '', message: misnamed }])
  return readChecked(file, join(folder, file), checkShape, (ruleSet) => checkNames(file, ruleSet))
}

/** Reads a rule file wherever it lies and whatever it is called: a draft that is not in force and is not to be yet. */
export const readDraft = (path: string, checkShape: ShapeCheck): LoadedRuleSet | readonly FileProblem[] =>
  readChecked(path, path, checkShape, () => [])

function readChecked(
  file: string,
  path: string,
  checkShape: ShapeCheck,
  checkPlace: (ruleSet: RuleSet) => ShapeProblem[],
): LoadedRuleSet | readonly FileProblem[] {
  const read = readJson(path)
  if (!read.ok) return problemsOf(file, read.problems)
  const shape = checkShape(read.json)
  if (shape.length > 0) return problemsOf(file, shape)
  const ruleSet = read.json as RuleSet
  const problems = [...checkPlace(ruleSet), ...checkSense(ruleSet)]
  if (problems.length > 0) return problemsOf(file, problems)
  return {
    id: `${ruleSet.service}@${ruleSet.inForceFrom}`,
    file,
    hash: createHash('sha256').update(read.text).digest('hex'),
    inForceFrom: ruleSet.inForceFrom,
    compiled: compile(ruleSet),
  }
}

/** Whatever nobody has thought of is a problem of this file: the others are read, and the server starts. */
function checkSense(ruleSet: RuleSet): ShapeProblem[] {
  try {
    return checkReferences(ruleSet)
  } catch (error) {
    return [
      {
        pointer: '',
        message: `Das Regelwerk lässt sich nicht auswerten (${error}); bitte die letzte Änderung zurücknehmen und melden.`,
      },
    ]
  }
}

const misnamed =
  'Der Dateiname ist der erste Tag in Kraft, JJJJ-MM-TT.json; Beispiele gehören in den Ordner examples.'

function checkNames(file: string, { service, inForceFrom }: RuleSet): ShapeProblem[] {
  const [folder] = file.split('/')
  const day = basename(file, '.json')
  const problems: ShapeProblem[] = []
  if (service !== folder)
    problems.push({
      pointer: '/service',
      message: `Der Ordner heißt „${folder}“; bitte beide gleich nennen, ohne Großbuchstaben und Umlaute.`,
    })
  if (inForceFrom !== day)
    problems.push({
      pointer: '/inForceFrom',
      message: `Der Dateiname sagt ${day}; bitte in beiden denselben Tag nennen.`,
    })
  return problems
}
