import { checkAnswer } from '../../src/precheck/check-answer.js'
import type { Question } from '../../src/precheck/rule-set.js'
import { yesNo } from '../support/rule-set-builder.js'

const check = (kind: Question['kind'], raw: unknown, more: Partial<Question> = {}) =>
  checkAnswer({ ...yesNo('q'), kind, ...more }, raw)
const stored = (kind: Question['kind'], raw: unknown, more: Partial<Question> = {}) => {
  const checked = check(kind, raw, more)
  return checked.ok ? checked.value : checked
}

describe('personal names (DIN 91379, data type A)', () => {
  it('keeps letters of Europe, in NFC', () => {
    expect(stored('personName', 'Łukasz O’Connor-Đặng')).toBe('Łukasz O’Connor-Đặng')
    expect(stored('personName', 'Mu\u0308ller')).toBe('Müller')
    expect(stored('personName', 'K\u0331hadīja M\u0302')).toBe('\u1E34hadīja M\u0302')
  })
  it('names the character that does not belong', () => {
    expect(check('personName', 'Agent 7')).toMatchObject({
      ok: false,
      message: expect.stringContaining('U+0037'),
    })
    expect(check('personName', 'Иван')).toMatchObject({
      ok: false,
      message: expect.stringContaining('U+0418'),
    })
    expect(check('personName', 'A\u0331')).toMatchObject({ ok: false })
  })
  it('limits the length before it looks at the characters', () => {
    expect(check('personName', '7'.repeat(100_000))).toMatchObject({
      message: 'Der Text ist zu lang: höchstens 200 Zeichen.',
    })
  })
})

describe('values outside their kind', () => {
  it.each([
    ['yesNo', 'ja'],
    ['choice', 'c', { options: [{ value: 'a', label: 'A' }] }],
    ['choices', ['a', 'c'], { options: [{ value: 'a', label: 'A' }] }],
    ['integer', 1.5],
    ['integer', -1],
    ['euro', 1.005],
    ['euro', Number.NaN],
    ['date', '2025-02-29'],
    ['date', '0001-01-01'],
    ['text', '   '],
    ['text', 'Zeile\u0007'],
    ['country', 'de'],
    ['plate', 'LWL AB 0123'],
    ['iban', 'DE02120300000000202052'],
    ['address', { street: 'Dorfstraße', city: 'Zarrentin' }],
    ['address', { street: 'Dorfstraße', postcode: '19246', city: 'Zarrentin', __proto__x: 1 }],
    ['persons', [{}]],
    ['persons', [{ familyName: 'Müller', birthDate: '31.12.1990' }]],
    ['persons', [{ familyName: 'Müller', birthDate: '0150-01-01' }]],
    ['persons', [{ familyName: 'Müller', birthDate: '9999-01-01' }]],
    ['yesNo', 'unknown'],
    ['text', null],
  ] as [Question['kind'], unknown, Partial<Question>?][])('refuses %s %j', (...[kind, raw, more]) => {
    expect(check(kind, raw, more)).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
  })
})

describe('the one stored form', () => {
  it('of plate and IBAN', () => {
    expect(stored('plate', ' lwl-ab 123e')).toBe('LWL-AB 123E')
    expect(stored('iban', 'de02 1203 0000 0000 2020 51')).toBe('DE02120300000000202051')
  })
  it('of several choices: in the order of the options, each once', () => {
    const options = ['a', 'b'].map((value) => ({ value, label: value }))
    expect(stored('choices', ['b', 'a', 'b'], { options })).toEqual(['a', 'b'])
  })
  it('of persons: one name or the date of birth is enough', () => {
    expect(stored('persons', [{ birthDate: '2010-05-01' }])).toEqual([{ birthDate: '2010-05-01' }])
    expect(stored('persons', [{ givenNames: 'Suharto' }])).toEqual([{ givenNames: 'Suharto' }])
  })
  it('of "weiß nicht", where it is allowed', () => {
    expect(stored('date', 'unknown', { mayBeUnknown: true })).toBe('unknown')
  })
})
