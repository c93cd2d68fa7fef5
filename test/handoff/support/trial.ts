import { readyForm } from '../../../src/handoff/form/ready-form.js'
import type { PreparedPackage } from '../../../src/handoff/prepare-package.js'
import { trialPackage } from '../../../src/handoff/trial/trial-package.js'
import { isRefusal } from '../../../src/platform/refusal.js'
import { readPrecheckInput } from '../../../src/rulebook/precheck-input.js'
import { packageOf } from './compose.js'
import { packageContents } from './contents.js'
import { exampleOf, formAnswers, rulebook } from './counter-case.js'

/** What a complete example of a service, with all that its form needs, would be as a package. */
export async function trialOf(service: string, verdict = 'complete'): Promise<PreparedPackage> {
  const example = exampleOf(service, verdict)
  const ruleSet = rulebook.inForce(service, example.on)!
  const answers = { ...example.answers, ...formAnswers(example, ruleSet.compiled.ruleSet) }
  const read = readPrecheckInput(ruleSet.compiled.ruleSet, { answers, documents: example.documents ?? {} })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const made = await trialPackage({
    typed: { ruleSet, input: { ...read.input, today: example.on } },
    all: rulebook.of(service),
    scans: [],
    templatesDir: 'templates',
    form: { takenAs: 'pages', problems: [] },
    seal: packageContents().seal,
    tell: () => undefined,
  })
  if (isRefusal(made)) throw new Error(made.message)
  return made
}

/** The document of a trial, made in this process. */
export const documentOf = async ({ contents, form, scans }: PreparedPackage): Promise<Buffer> =>
  packageOf(contents, { form: form === null ? null : await readyForm(form), scans })
