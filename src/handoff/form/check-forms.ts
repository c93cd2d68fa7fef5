import { join, resolve } from 'node:path'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import { checkForm, type FormReport } from './check-form.js'
import { templateOf } from './field-map.js'
import type { Fits } from './missing-options.js'
import type { FormSurvey, TakenAs } from './survey-form.js'
import { surveyForms, type RunSurvey } from './survey-forms.js'

/** How the form of a service stands, over all its rule sets. */
export interface ServiceForm extends FormReport {
  readonly service: string
  readonly pages: number
  readonly fields: number
  readonly takenAs: TakenAs
}

/** Checks the forms of these services against every rule set; their files are opened by a child. */
export async function checkForms(
  templatesFolder: string,
  services: readonly string[],
  rulebook: Pick<Rulebook, 'of'>,
  run: RunSurvey,
  fits?: Fits,
): Promise<ServiceForm[]> {
  const paths = services.flatMap((service) =>
    rulebook.of(service).flatMap((one) => formPath(templatesFolder, one) ?? []),
  )
  const surveys = await surveyForms([...new Set(paths)], run)
  return services.map((service) =>
    checkService(templatesFolder, service, rulebook.of(service), surveys, fits),
  )
}

/** Where a rule set's form lies; `null` without one. */
export const formPath = (templatesFolder: string, { compiled: { ruleSet } }: LoadedRuleSet): string | null =>
  ruleSet.form === undefined ? null : resolve(join(templatesFolder, templateOf(ruleSet), 'form.pdf'))

function checkService(
  templatesFolder: string,
  service: string,
  ruleSets: readonly LoadedRuleSet[],
  surveys: ReadonlyMap<string, FormSurvey>,
  fits?: Fits,
): ServiceForm {
  const surveyed = ruleSets.flatMap((ruleSet) => {
    const path = formPath(templatesFolder, ruleSet)
    return path === null ? [] : [{ ruleSet, survey: surveys.get(path)! }]
  })
  const reports = surveyed.map(({ ruleSet, survey }) =>
    checkForm(templatesFolder, ruleSet, ruleSets, survey, fits),
  )
  const last = surveyed.at(-1)?.survey
  return {
    service,
    pages: last?.pages.length ?? 0,
    fields: last?.fields.length ?? 0,
    takenAs: last?.takenAs ?? 'pages',
    problems: distinct(reports.flatMap(({ problems }) => problems)),
    hints: distinct(reports.flatMap(({ hints }) => hints)),
  }
}

/** A form serves many rule sets, and what is wrong with it is said once. */
const distinct = <T>(found: readonly T[]): T[] => [
  ...new Map(found.map((one) => [JSON.stringify(one), one])).values(),
]
