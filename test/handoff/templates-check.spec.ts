import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkForm } from '../../src/handoff/form/check-form.js'
import { checkForms } from '../../src/handoff/form/check-forms.js'
import { readFieldMap } from '../../src/handoff/form/field-map.js'
import { surveyForm } from '../../src/handoff/form/survey-form.js'
import { surveyForms } from '../../src/handoff/form/survey-forms.js'
import { runChild } from '../../src/handoff/child/run-child.js'
import { surveyLimits, type ChildLimits } from '../../src/handoff/limits.js'
import { compile } from '../../src/precheck/compile.js'
import type { Question, RuleSet } from '../../src/precheck/rule-set.js'
import { problemLine } from '../../src/rulebook/file-problem.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { aRuleSet, yesNo } from '../support/rule-set-builder.js'
import { aForeignForm } from './support/foreign-form.js'

const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  ...yesNo(id),
  kind,
  ...more,
})
const ruleSetFrom = (inForceFrom: string, more: Partial<RuleSet> = {}): LoadedRuleSet => {
  const ruleSet = aRuleSet({
    inForceFrom,
    form: { template: 'probe' },
    questions: [
      question('name', 'personName'),
      question('geboren', 'date'),
      question('eilt', 'yesNo'),
      question('stand', 'choice', {
        options: [
          { value: 'ledig', label: 'ledig' },
          { value: 'verheiratet', label: 'verheiratet oder verpartnert' },
        ],
      }),
      question('personen', 'persons'),
    ],
    ...more,
  })
  const id = `probe@${inForceFrom}`
  return { id, file: `probe/${inForceFrom}.json`, hash: id, inForceFrom, compiled: compile(ruleSet) }
}

const questionsBut = (id: string) =>
  ruleSetFrom('2025-01-01').compiled.ruleSet.questions.filter((question) => question.id !== id)

const right = {
  Name: 'name',
  Geboren: 'geboren',
  Kurz: null,
  Gründe: null,
  Eilig: { fact: 'eilt', is: true },
  Stand: 'stand',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-templates-'))
  cpSync('templates/fields.schema.json', join(folder, 'fields.schema.json'))
  mkdirSync(join(folder, 'probe'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const survey = aForeignForm().then(surveyForm)
async function reportOn(fields: object, ruleSets: readonly LoadedRuleSet[] = [ruleSetFrom('2025-01-01')]) {
  writeFileSync(join(folder, 'probe', 'form.pdf'), await aForeignForm())
  writeFileSync(join(folder, 'probe', 'fields.json'), JSON.stringify({ fields }))
  return checkForm(folder, ruleSets.at(-1)!, ruleSets, await survey)
}
const linesOf = async (...call: Parameters<typeof reportOn>) => {
  const { problems, hints } = await reportOn(...call)
  return { problems: problems.map(problemLine), hints: hints.map(problemLine) }
}

describe('the check of a form', () => {
  it('finds nothing wrong where each field has its source or is left empty', async () => {
    expect((await linesOf(right)).problems).toEqual([])
  })

  it.each([
    [
      'a field that is not mapped',
      { Kurz: undefined },
      '/fields/Kurz',
      'Das Feld auf Seite 1 ist nicht zugeordnet',
    ],
    ['a field that the form does not have', { Kuhrz: null }, '/fields/Kuhrz', 'gibt es in form.pdf nicht'],
    [
      'a fact that no rule set has',
      { Kurz: 'haarfarbe' },
      '/fields/Kurz',
      '„haarfarbe“ gibt es im Regelwerk nicht',
    ],
    ['a text in a box', { Eilig: 'eilt' }, '/fields/Eilig', 'Ein Kästchen wird angekreuzt'],
    [
      'a join in a box',
      { Eilig: { join: ['name', 'stand'] } },
      '/fields/Eilig',
      'Ein Kästchen wird angekreuzt',
    ],
    [
      'a tick in a text field',
      { Name: { fact: 'eilt', is: true } },
      '/fields/Name',
      'In ein Textfeld kommt ein Text',
    ],
    [
      'an answer that the question does not have',
      { Eilig: { fact: 'stand', is: 'tot' } },
      '/fields/Eilig',
      '„tot“',
    ],
    [
      'a day in a field that is too short',
      { Kurz: 'geboren' },
      '/fields/Kurz',
      'nimmt 5 Zeichen, „geboren“ braucht 10',
    ],
    [
      'a part of a day that there is not',
      { Kurz: { fact: 'geboren', part: 'city' } },
      '/fields/Kurz',
      'keinen Teil',
    ],
    [
      'half a line for a person',
      {
        Name: { fact: 'personen', item: 1, part: 'familyName' },
        Kurz: { fact: 'personen', item: 0, part: 'familyName' },
        Gründe: { fact: 'personen', item: 0, part: 'givenNames' },
      },
      '/fields/Gründe',
      'fehlt für Zeile 2',
    ],
    [
      'a line that is left out',
      { Name: { fact: 'personen', item: 1, part: 'familyName' } },
      '/fields/Name',
      'fehlt für Zeile 1',
    ],
  ])('names place and what to do: %s', async (_, change, pointer, message) => {
    const { problems } = await linesOf({ ...right, ...change })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`probe/fields.json:${pointer}: `)
    expect(problems[0]).toContain(message)
  })

  it('takes a part of a day into a short field, and a day into eight cells', async () => {
    expect((await linesOf({ ...right, Kurz: { fact: 'geboren', part: 'year' } })).problems).toEqual([])
  })

  it('looks at a question of the form in each rule set, and at the place where a rule set maps by itself', async () => {
    const asked = question('augenfarbe', 'text', { for: 'form', required: true })
    const old = ruleSetFrom('2025-01-01')
    const newer = ruleSetFrom('2026-01-01', {
      questions: [...old.compiled.ruleSet.questions, asked],
      form: { template: 'probe', fields: { Eilig: 'eilt' } },
    })
    const { problems } = await linesOf(right, [old, newer])
    expect(problems).toEqual([
      expect.stringContaining('probe/2026-01-01.json:/form/fields/Eilig: Ein Kästchen'),
      expect.stringContaining('probe/2026-01-01.json:/questions/5: „augenfarbe“'),
    ])
    expect((await linesOf({ ...right, Kurz: 'augenfarbe' }, [old, newer])).problems).toHaveLength(1)
  })

  it('does not call a field wrong for a rule set because a later one asks otherwise', async () => {
    const old = ruleSetFrom('2025-01-01')
    const later = ruleSetFrom('2026-01-01', {
      questions: [...questionsBut('name'), question('name', 'date')],
    })
    writeFileSync(
      join(folder, 'probe', 'fields.json'),
      JSON.stringify({ fields: { ...right, Name: null, Kurz: 'name' } }),
    )
    const problemsOf = async (ruleSet: LoadedRuleSet) =>
      checkForm(folder, ruleSet, [old, later], await survey).problems.map(problemLine)
    expect(await problemsOf(old)).toEqual([])
    expect(await problemsOf(later)).toEqual([expect.stringContaining('„name“ braucht 10')])
  })

  it('hints at answers that would not be seen, without calling the form wrong', async () => {
    const { problems, hints } = await linesOf({
      ...right,
      Eilig: { fact: 'stand', is: 'ledig' },
      Stand: null,
    })
    expect(problems).toEqual([])
    expect(hints.join()).toContain('Ohne Kästchen bleibt auf „stand“ die Antwort „verheiratet“')
    expect((await linesOf(right)).hints.join()).toContain(
      '„verheiratet oder verpartnert“ steht nicht in der Auswahlliste',
    )
  })
})

test('a form that is not there is told where the rule set names it', () => {
  const ruleSet = ruleSetFrom('2025-01-01', { form: { template: 'prbe' } })
  expect(readFieldMap(folder, ruleSet, [ruleSet])).toEqual({
    problems: [
      {
        file: 'probe/2025-01-01.json',
        pointer: '/form/template',
        message: expect.stringContaining('prbe/form.pdf fehlt'),
      },
    ],
  })
})

describe('our own forms', () => {
  it('fit every rule set of their services, and come into the package as they are', async () => {
    const rulebook = Rulebook.from('rules')
    const checked = await checkForms('templates', rulebook.services(), rulebook, (task) =>
      runChild(task, surveyLimits),
    )
    const forms = [...checked.values()]
    expect(forms.flatMap(({ problems }) => problems.map(problemLine))).toEqual([])
    expect(forms.filter(({ takenAs, pages }) => takenAs === 'picture' || pages === 0)).toEqual([])
    expect([...checked.keys()]).toEqual(rulebook.all().map(({ id }) => id))
  })
})

describe('forms that nobody knows', () => {
  const surveyed = (paths: string[], limits: ChildLimits = surveyLimits) =>
    surveyForms(paths, (task) => runChild(task, limits))

  it('are looked at in a child each where one of them costs too much, and only that one is refused', async () => {
    const [good, missing] = [join(folder, 'gut.pdf'), join(folder, 'fehlt.pdf')]
    const bomb = join(folder, 'schwer.pdf')
    writeFileSync(good, await aForeignForm())
    // One and a half million objects that hold nothing.
    const objects = Array.from({ length: 1_500_000 }, (_, index) => `${index + 1} 0 obj<<>>endobj\n`).join('')
    writeFileSync(bomb, `%PDF-1.7\n${objects}`)
    const surveys = await surveyed([bomb, good, missing], {
      seconds: 5,
      heapMegabytes: 60,
      residentMegabytes: 400,
    })
    expect(surveys.get(good)!.fields).toHaveLength(6)
    expect(surveys.get(bomb)!.obstacles[0]!.message).toContain('zu viel Zeit oder Speicher')
    expect(surveys.get(missing)!.obstacles[0]!.message).toContain('fehlt oder ist leer')
  })
})
