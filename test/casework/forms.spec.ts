import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkTyped } from '../../src/casework/check-typed.js'
import { formTextOf } from '../../src/casework/form-text.js'
import { readAnswer, typedText } from '../../src/casework/read-form.js'
import { notKnown, type Answer, type Question } from '../../src/precheck/rule-set.js'
import type { FieldText } from '../../src/web/field/field-props.js'
import type { Posted } from '../../src/web/posted.js'
import { everyKind } from './support/desk-rules.js'

const today = '2026-11-24'
const question = (id: string): Question => everyKind.questions.find((one) => one.id === id)!

const posted = (text: FieldText): Posted =>
  Object.fromEntries(
    Object.entries(text).map(([part, values]) => [part === '' ? 'antwort' : `antwort.${part}`, values]),
  )

const answers: readonly (readonly [string, fc.Arbitrary<Answer>])[] = [
  ['mietet', fc.oneof(fc.boolean(), fc.constant(notKnown))],
  ['art', fc.constantFrom('erst', 'weiter')],
  ['bezuege', fc.subarray(['rente', 'lohn'])],
  ['personen', fc.integer({ min: 1, max: 20 })],
  ['miete', fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100)],
  ['einzug', fc.constantFrom('1950-02-28', '2026-11-22', '2024-02-29', notKnown)],
  ['staat', fc.constantFrom('DE', 'UA', 'XX')],
  ['familienname', fc.constantFrom('Łukasz', "O'Neill", 'von der Heide')],
  [
    'anschrift',
    fc.constant({ street: 'Dorfstraße', houseNumber: '12 a', postcode: '19258', city: 'Boizenburg/Elbe' }),
  ],
  ['kennzeichen', fc.constant('LWL-AB 123')],
  ['konto', fc.constant('DE02120300000000202051')],
  [
    'haushalt',
    fc.constantFrom(
      [],
      [{ givenNames: 'Anna' }, { familyName: 'Müller', givenNames: 'Jörg', birthDate: '1990-05-17' }],
    ),
  ],
]

test.each(answers)('what the controls of %s show is read back as the same answer', (id, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (value) => {
      const typed = readAnswer(question(id), posted(formTextOf(question(id), value)), today)
      expect(checkTyped(question(id), typed)).toEqual({ ok: true, value })
    }),
    { numRuns: 30 },
  )
})

test('what was typed comes back letter by letter', () => {
  const text = typedText({
    antwort: ' 31.02.2026 ',
    'antwort.street': 'Am  Markt',
    revision: '3',
    _csrf: 'x',
  })
  expect(text).toEqual({ '': [' 31.02.2026 '], street: ['Am  Markt'] })
})

test('"weiß nicht" beside a typed field is an answer, whatever stands in the field', () => {
  expect(readAnswer(question('einzug'), { antwort: '22.', weissNicht: 'ja' }, today)).toEqual({
    raw: notKnown,
  })
})

test('nothing chosen is no answer', () => {
  for (const id of ['mietet', 'art', 'bezuege', 'staat', 'einzug', 'familienname'])
    expect(readAnswer(question(id), {}, today)).toHaveProperty('message')
})

test('a wrong name stands at the row where it was typed, behind an empty one', () => {
  const typed = readAnswer(
    question('haushalt'),
    { 'antwort.0.familyName': '', 'antwort.2.familyName': 'M@y' },
    today,
  )
  expect(checkTyped(question('haushalt'), typed)).toMatchObject({ ok: false, part: '2/familyName' })
})

test('a wrong birth date says which person it belongs to', () => {
  const typed = readAnswer(question('haushalt'), { 'antwort.1.birthDate': '99.99.2000' }, today)
  expect(typed).toEqual({
    message: 'Person 2, Geburtsdatum: Diesen Tag gibt es im Kalender nicht.',
    part: '1/birthDate',
  })
})
