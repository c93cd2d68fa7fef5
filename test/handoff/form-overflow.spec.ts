import { composeForm } from '../../src/handoff/form/compose-form.js'
import { fitText, smallestSize } from '../../src/handoff/form/fit-text.js'
import { formValues, type FormValues } from '../../src/handoff/form/form-values.js'
import type { FieldMap } from '../../src/handoff/form/field-map.js'
import { readTemplate, type FormField } from '../../src/handoff/form/read-template.js'
import { gathered } from '../../src/handoff/paper/gathered.js'
import { openDocument } from '../../src/handoff/paper/open-document.js'
import { newSheet } from '../../src/handoff/paper/sheet.js'
import { compile } from '../../src/precheck/compile.js'
import { evaluate } from '../../src/precheck/evaluate.js'
import type { Answers, Question } from '../../src/precheck/rule-set.js'
import { aRuleSet, yesNo } from '../support/rule-set-builder.js'
import { packageContents } from './support/contents.js'
import { aForeignForm } from './support/foreign-form.js'
import { alternativeTexts, pageTexts } from './support/read-pdf.js'

const madeAt = '2026-11-24T00:00:00.000Z'
const sheet = newSheet(openDocument({ title: '', madeAt }))
const template = readTemplate(await aForeignForm())
const fieldNamed = async (name: string): Promise<FormField> =>
  (await template).fields.find((field) => field.name === name)!

const written = async (fields: FormValues['fields'], leftovers: FormValues['leftovers'] = []) => {
  const form = { title: 'Probe', template: await template, values: { fields, leftovers } }
  return gathered((write) => composeForm(form, madeAt, write))
}
const squeezed = (text: string): string => text.replaceAll(' ', '')

describe('a text that has no room', () => {
  it('of 500 letters in one word is whole on the continuation page, over several lines', async () => {
    const name = 'ŁukaszewiczM\u0302aier'.repeat(32).slice(0, 500)
    const [form, continuation] = await pageTexts(await written({ Name: name }))
    expect(form).toContain('siehe Fortsetzungsblatt, Nr. 1')
    expect(squeezed(continuation!)).toContain(name)
    expect(sheet.set([{ text: name, style: { size: 11 } }], sheet.width).length).toBeGreaterThan(5)
  })

  it('is set smaller before that, but never under 8 points', async () => {
    const field = await fieldNamed('Gründe')
    const sizes = [1, 300, 400, 500, 600].map(
      (length) => fitText(sheet, field, 'Wort '.repeat(length / 5))?.size,
    )
    expect(sizes.filter((size) => size !== undefined && size < smallestSize)).toEqual([])
    expect(sizes[0]).toBeGreaterThan(smallestSize)
    expect(sizes.at(-1)).toBeUndefined()
  })

  it('with several lines goes whole into a field with several lines, and not into one with one', async () => {
    expect(fitText(sheet, await fieldNamed('Gründe'), 'erstens\nzweitens')?.lines).toEqual([
      'erstens',
      'zweitens',
    ])
    expect(fitText(sheet, await fieldNamed('Name'), 'erstens\nzweitens')).toBeNull()
  })

  it('breaks a word that is longer than the line, and leaves no letter out', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenmacherinnung'.repeat(3)
    const { lines } = fitText(sheet, await fieldNamed('Gründe'), word)!
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(word)
  })

  it('longer than the field takes goes to the continuation page, although it would fit', async () => {
    expect(fitText(sheet, await fieldNamed('Kurz'), '12345')?.lines).toEqual(['12345'])
    const [form, continuation] = await pageTexts(await written({ Kurz: '123456' }))
    expect(form).not.toContain('123456')
    expect(continuation).toContain('123456')
  })

  it('that stands in two places has one number', async () => {
    const { fields, ...rest } = await template
    const twice = [...fields, { ...fields.find(({ name }) => name === 'Kurz')!, y: 700 }]
    const form = {
      title: 'Probe',
      template: { ...rest, fields: twice },
      values: { fields: { Kurz: '1234567' }, leftovers: [] },
    }
    const bytes = gathered((write) => composeForm(form, madeAt, write))
    const [page, continuation] = await pageTexts(bytes)
    expect(page!.match(/Nr\. 1/g)).toHaveLength(2)
    expect(continuation).not.toContain('Nr. 2')
  })
})

describe('a field with cells', () => {
  it('takes a day without its dots, one digit to a cell, and tells a reader the whole', async () => {
    const field = await fieldNamed('Geboren')
    expect(field).toMatchObject({ comb: true, maxLength: 8 })
    expect(fitText(sheet, field, '03.11.2026')).toMatchObject({ lines: ['03112026'], inCells: true })
    expect(await alternativeTexts(await written({ Geboren: '03.11.2026' }), 1)).toContain('Geboren: 03112026')
  })

  it('keeps the spaces of a name, and counts a letter with its mark as one', async () => {
    const field = await fieldNamed('Geboren')
    expect(fitText(sheet, field, 'Anna M\u0302a')?.lines).toEqual(['Anna M\u0302a'])
    expect(fitText(sheet, field, 'Anna Maria')).toBeNull()
  })

  it('takes an IBAN without its spaces', async () => {
    const field = { ...(await fieldNamed('Geboren')), maxLength: 22, width: 400 }
    expect(fitText(sheet, field, 'DE02 1203 0000 0000 2020 51')?.lines).toEqual(['DE02120300000000202051'])
  })
})

describe('what the fields say', () => {
  const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
    ...yesNo(id),
    kind,
    ...more,
  })
  const ruleSet = aRuleSet({
    questions: [
      question('personen', 'persons', { max: 30 }),
      question('tag', 'date', { mayBeUnknown: true }),
      question('mietet', 'yesNo', { mayBeUnknown: true }),
    ],
  })
  const compiled = compile(ruleSet)
  const values = (map: FieldMap, answers: Answers) =>
    formValues(map, compiled, evaluate(compiled, answers, '2026-11-24').facts, packageContents())

  it('for 30 persons: three on the form, 27 on the continuation page', async () => {
    const persons = Array.from({ length: 30 }, (_, index) => ({ familyName: `Kara${index + 1}` }))
    const map: FieldMap = Object.fromEntries(
      [0, 1, 2].map((item) => [`P${item}`, { fact: 'personen', item, part: 'familyName' as const }]),
    )
    const { fields, leftovers } = values(map, { personen: persons })
    expect(Object.values(fields)).toEqual(['Kara1', 'Kara2', 'Kara3'])
    const [, continuation] = await pageTexts(await written({}, leftovers))
    for (let number = 4; number <= 30; number++) expect(continuation).toContain(`${number}. Kara${number}`)
  })

  it('ticks no box for an answer that is not known or not given', () => {
    const map: FieldMap = { ja: { fact: 'mietet', is: true }, nein: { fact: 'mietet', is: false } }
    expect(values(map, { mietet: 'unknown' }).fields).toEqual({ ja: false, nein: false })
    expect(values(map, {}).fields).toEqual({ ja: false, nein: false })
    expect(values(map, { mietet: false }).fields).toEqual({ ja: false, nein: true })
  })

  it('writes a day as a whole or in parts, and an unknown one not at all', () => {
    const map: FieldMap = {
      ganz: 'tag',
      T: { fact: 'tag', part: 'day' },
      M: { fact: 'tag', part: 'month' },
      J: { fact: 'tag', part: 'year' },
    }
    expect(values(map, { tag: '2026-03-09' }).fields).toEqual({
      ganz: '09.03.2026',
      T: '09',
      M: '03',
      J: '2026',
    })
    expect(values(map, { tag: 'unknown' }).fields).toEqual({ ganz: '', T: '', M: '', J: '' })
  })
})
