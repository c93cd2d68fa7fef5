import { buffer } from 'node:stream/consumers'
import { chooseRuleSet } from '../../rulebook/choose-rule-set.js'
import { print, readCall, runCommand, WrongCall, type Call } from '../../terminal/command-line.js'
import { ruleSetOn } from '../../rulebook/describe.command.js'
import { problemLine } from '../../rulebook/file-problem.js'
import { refuseBroken } from '../../rulebook/refuse-broken.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import { Rulebook } from '../../rulebook/rulebook.js'
import { typedCase } from '../../rulebook/typed-case.js'
import { isSameFile, writeFile } from '../../terminal/write-file.js'
import { ChildFailed, runChild } from '../child/run-child.js'
import { checkForm } from '../form/check-form.js'
import { formPath } from '../form/check-forms.js'
import { readFieldMap } from '../form/field-map.js'
import type { FormValues } from '../form/form-values.js'
import type { FormTask } from '../form/ready-form.js'
import { surveyForms } from '../form/survey-forms.js'
import type { FormSurvey } from '../form/survey-form.js'
import { packageLimits, surveyLimits } from '../limits.js'
import { lettersInFields, namesInFields } from './in-every-field.js'
import { previewCases } from './preview-cases.js'
import { valuesOfCase } from './values-of-case.js'

/** `lotse templates preview <service> --out <file.pdf>`: the filled form, with sample answers or the caller's own. */
export const previewCommand = (args: string[]) =>
  runCommand(async () => {
    const call = readCall(args)
    if (call.out === undefined) throw new WrongCall('Es fehlt --out <Datei.pdf>.')
    const rulebook = Rulebook.from(call.rules, call.services)
    if (call.service !== undefined) refuseBroken(rulebook, call.rules, [call.service])
    const ruleSet = chosen(rulebook, call)
    const form = await previewOf(call, rulebook, ruleSet)
    for (const source of [form.path, call.answers ?? ''])
      if (isSameFile(source, call.out))
        throw new WrongCall(
          `--out: Aus ${call.out} wird die Vorschau gemacht; bitte einen anderen Namen nennen.`,
        )
    writeFile(call.out, await drawn(form))
    print(`${call.out}: ${form.title}, ${ruleSet.id}`)
    return 0
  })

/** The rule set on the day of the call, without one the last of the service. */
function chosen(rulebook: Rulebook, { service, on }: Call): LoadedRuleSet {
  return ruleSetOn(rulebook, service, on ?? '2199-12-31')
}

async function previewOf(call: Call, rulebook: Rulebook, ruleSet: LoadedRuleSet): Promise<FormTask> {
  const { title, service } = ruleSet.compiled.ruleSet
  const path = formPath(call.templates, ruleSet)
  if (path === null) throw new WrongCall(`Für „${service}“ gibt es kein Formular.`)
  const surveys = await surveyForms([path], (task) => runChild(task, surveyLimits))
  const survey = surveys.get(path)!
  return { title, path, takenAs: survey.takenAs, values: valuesOf(call, rulebook, ruleSet, survey) }
}

function valuesOf(call: Call, rulebook: Rulebook, ruleSet: LoadedRuleSet, survey: FormSurvey): FormValues {
  // Names are what one looks at to write the map, so they do not ask for a map that is right.
  if (call.names) return refuseObstacles(survey) ?? namesInFields(survey)
  refuseProblems(call, rulebook, ruleSet, survey)
  if (call.letters) return lettersInFields(survey)
  const { cases, loaded } = casesOf(call, rulebook, ruleSet)
  const read = readFieldMap(call.templates, loaded, rulebook.of(loaded.compiled.ruleSet.service))
  if ('problems' in read) throw new WrongCall(read.problems.map(problemLine).join('\n'))
  const filled = cases.map(({ answers, on }) => valuesOfCase(read.map, loaded.compiled, answers, on))
  return filled.toSorted((a, b) => filledFields(b) - filledFields(a))[0]!
}

/** The citizen of the call, or made-up ones; the one who shows most of the form is taken. */
function casesOf(call: Call, rulebook: Rulebook, ruleSet: LoadedRuleSet) {
  if (call.answers === undefined) {
    const choose = chooseRuleSet.bind(null, rulebook)
    return { loaded: ruleSet, cases: previewCases(call.rules, ruleSet, choose, call.longest) }
  }
  const typed = typedCase(rulebook, { ...call, on: call.on ?? ruleSet.inForceFrom })
  return { loaded: typed.ruleSet, cases: [{ answers: typed.input.answers, on: typed.input.today }] }
}

const filledFields = ({ fields }: FormValues): number => Object.values(fields).filter(Boolean).length

function refuseObstacles({ obstacles }: FormSurvey): null {
  if (obstacles.length > 0)
    throw new WrongCall(
      obstacles
        .map(({ place, message }) => problemLine({ file: 'form.pdf', pointer: place, message }))
        .join('\n'),
    )
  return null
}

function refuseProblems(call: Call, rulebook: Rulebook, ruleSet: LoadedRuleSet, survey: FormSurvey): void {
  const all = rulebook.of(ruleSet.compiled.ruleSet.service)
  const { problems } = checkForm(call.templates, ruleSet, all, survey)
  if (problems.length > 0) throw new WrongCall(problems.map(problemLine).join('\n'))
}

// A preview of the same form with the same answers is the same file.
const drawnAt = '2026-01-01T00:00:00.000Z'

async function drawn(form: FormTask): Promise<Buffer> {
  try {
    return await buffer(runChild({ kind: 'preview', form, madeAt: drawnAt }, packageLimits))
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    throw new WrongCall(`Die Vorschau ließ sich nicht zeichnen (${error.message}).`, { cause: error })
  }
}
