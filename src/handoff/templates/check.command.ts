import { print, printJson, readCall, runCommand, WrongCall } from '../../terminal/command-line.js'
import { problemLine, type FileProblem } from '../../rulebook/file-problem.js'
import { refuseBroken } from '../../rulebook/refuse-broken.js'
import { Rulebook } from '../../rulebook/rulebook.js'
import { countText } from '../../web/format.js'
import { runChild } from '../child/run-child.js'
import { openDocument } from '../paper/open-document.js'
import { newSheet } from '../paper/sheet.js'
import { fitText } from '../form/fit-text.js'
import type { Fits } from '../form/missing-options.js'
import type { RunSurvey } from '../form/survey-forms.js'
import { checkForms, type FormsByRuleSet, type RuleSetForm } from '../form/check-forms.js'
import { surveyLimits } from '../limits.js'

/** `lotse templates check`: exit 0 only if every form fits all rule sets of its service. */
export const checkCommand = (args: string[]) =>
  runCommand(async () => {
    const { service, json, rules, templates } = readCall(args)
    const rulebook = Rulebook.from(rules)
    refuseBroken(rulebook, rules, service === undefined ? rulebook.services() : [service])
    if (service !== undefined && !rulebook.services().includes(service))
      throw new WrongCall(
        `Die Leistung „${service}“ gibt es nicht. Es gibt: ${rulebook.services().join(', ')}.`,
      )
    const services = service === undefined ? rulebook.services() : [service]
    const run: RunSurvey = (task) => runChild(task, surveyLimits)
    const checked = await checkForms(templates, services, rulebook, run, fitsOnPaper())
    const forms = services.map((one) => inOne(one, rulebook, checked))
    if (json) printJson(forms)
    else print(inWords(forms))
    return forms.some(({ problems }) => problems.length > 0) ? 1 : 0
  })

/** How the form of a service stands, over all its rule sets. */
interface ServiceForm extends RuleSetForm {
  readonly service: string
}

/** Its pages and fields are those of the last rule set that has a form. */
function inOne(service: string, rulebook: Rulebook, checked: FormsByRuleSet): ServiceForm {
  const forms = rulebook.of(service).map(({ id }) => checked.get(id)!)
  return {
    service,
    ...(forms.findLast(({ pages }) => pages > 0) ?? forms.at(-1)!),
    problems: distinct(forms.flatMap(({ problems }) => problems)),
    hints: distinct(forms.flatMap(({ hints }) => hints)),
  }
}

/** A form serves many rule sets, and what is wrong with it is said once. */
const distinct = <T>(found: readonly T[]): T[] => [
  ...new Map(found.map((one) => [JSON.stringify(one), one])).values(),
]

/** Measured as the package is written. */
function fitsOnPaper(): Fits {
  const sheet = newSheet(openDocument({ title: '', madeAt: '2026-01-01T00:00:00.000Z' }))
  return (field, text) => fitText(sheet, field, text) !== null
}

function inWords(forms: readonly ServiceForm[]): string {
  const problems = forms.flatMap((form) => form.problems)
  const hints = forms.flatMap((form) => form.hints)
  return [
    ...problems.map(problemLine),
    ...listed('Hinweise (sie machen das Formular nicht falsch)', hints),
    ...forms.map(({ service, pages, fields, takenAs }) =>
      pages === 0
        ? `${service}: kein Formular`
        : `${service}: ${countText(pages, 'Seite', 'Seiten')}, ${countText(fields, 'Feld', 'Felder')}${takenAs === 'picture' ? ', kommt als Bild ins Paket' : ''}`,
    ),
    `${countText(hints.length, 'Hinweis', 'Hinweise')}, ${countText(problems.length, 'Mangel', 'Mängel')}`,
  ].join('\n')
}

const listed = (title: string, found: readonly FileProblem[]): string[] =>
  found.length === 0 ? [] : [title, ...found.map(problemLine)]
