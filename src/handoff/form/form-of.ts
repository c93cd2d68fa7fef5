import { join } from 'node:path'
import type { CaseFile } from '../../casework/case-file.js'
import { inputOf } from '../../casework/pre-check.js'
import { evaluate } from '../../precheck/evaluate.js'
import type { FileProblem } from '../../rulebook/file-problem.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { PackageContents } from '../package-contents.js'
import { readFieldMap, templateOf } from './field-map.js'
import { formValues } from './form-values.js'
import type { FormTask } from './ready-form.js'

/**
 * The official form of a case with what its fields say; `null` for a rule set without a form.
 * @param all every rule set of the service
 */
export function formOf(
  templatesFolder: string,
  loaded: LoadedRuleSet,
  all: readonly LoadedRuleSet[],
  caseFile: CaseFile,
  contents: PackageContents,
): { readonly form: FormTask | null } | { readonly problems: readonly FileProblem[] } {
  const { compiled } = loaded
  const { ruleSet } = compiled
  if (ruleSet.form === undefined) return { form: null }
  const read = readFieldMap(templatesFolder, loaded, all)
  if ('problems' in read) return read
  const { answers, today } = inputOf(caseFile, contents.verdict.on)
  const { facts } = evaluate(compiled, answers, today)
  return {
    form: {
      title: ruleSet.title,
      path: join(templatesFolder, templateOf(ruleSet), 'form.pdf'),
      takenAs: contents.form?.takenAs ?? 'pages',
      values: formValues(read.map, compiled, facts, contents),
    },
  }
}
