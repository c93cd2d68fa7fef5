import { join, resolve } from 'node:path'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import { checkForm, type FormReport } from './check-form.js'
import { templateOf } from './field-map.js'
import type { Fits } from './missing-options.js'
import type { TakenAs } from './survey-form.js'
import { surveyForms, type RunSurvey } from './survey-forms.js'

/** How the form of a rule set stands. */
export interface RuleSetForm extends FormReport {
  readonly pages: number
  readonly fields: number
  readonly takenAs: TakenAs
}

/** By the ids of rule sets: each may have a form of its own. */
export type FormsByRuleSet = ReadonlyMap<string, RuleSetForm>

/** Checks the forms of all rule sets of these services; their files are opened by a child. */
export async function checkForms(
  templatesFolder: string,
  services: readonly string[],
  rulebook: Pick<Rulebook, 'of'>,
  run: RunSurvey,
  fits?: Fits,
): Promise<FormsByRuleSet> {
  const ruleSets = services.map((service) => rulebook.of(service))
  const paths = ruleSets.flat().flatMap((one) => formPath(templatesFolder, one) ?? [])
  const surveys = await surveyForms([...new Set(paths)], run)
  const formOf = (ruleSet: LoadedRuleSet, all: readonly LoadedRuleSet[]): RuleSetForm => {
    const path = formPath(templatesFolder, ruleSet)
    if (path === null) return noForm
    const survey = surveys.get(path)!
    const { pages, fields, takenAs } = survey
    const report = checkForm(templatesFolder, ruleSet, all, survey, fits)
    return { pages: pages.length, fields: fields.length, takenAs, ...report }
  }
  return new Map(ruleSets.flatMap((all) => all.map((ruleSet) => [ruleSet.id, formOf(ruleSet, all)])))
}

const noForm: RuleSetForm = { pages: 0, fields: 0, takenAs: 'pages', problems: [], hints: [] }

/** Where a rule set's form lies; `null` without one. */
export const formPath = (templatesFolder: string, { compiled: { ruleSet } }: LoadedRuleSet): string | null =>
  ruleSet.form === undefined ? null : resolve(join(templatesFolder, templateOf(ruleSet), 'form.pdf'))
