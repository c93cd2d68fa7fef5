import { describe, expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { Field } from '../../src/web/field/field.js'
import type { FieldKind, FieldProps } from '../../src/web/field/field-props.js'

const options = [
  { value: 'a', label: 'Erstes' },
  { value: 'b', label: 'Zweites' },
]
const kinds: readonly FieldKind[] = [
  'yesNo',
  'choice',
  'choices',
  'integer',
  'euro',
  'date',
  'text',
  'personName',
  'address',
  'country',
  'plate',
  'iban',
  'persons',
]

const html = (props: Partial<FieldProps> & Pick<FieldProps, 'kind'>): string =>
  renderToString(<Field id="feld" label="Wie bitte?" text={{}} options={options} {...props} />)

const idsIn = (page: string): string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)

describe.each(kinds)('a field of kind %s', (kind) => {
  test('has a label or legend, and a first control that messages can lead to', () => {
    const page = html({ kind })
    expect(page).toMatch(/<(label|legend)[^>]*>Wie bitte\?/)
    expect(page).toMatch(/<(input|select|textarea)[^>]* id="feld"/)
  })

  test('names its error and hint to screen readers', () => {
    const page = html({ kind, hint: 'Ein Hinweis.', error: 'Geht nicht.' })
    const described = /aria-describedby="([^"]+)"/.exec(page)?.[1]?.split(' ') ?? []
    expect(described).toEqual(expect.arrayContaining(['feld-hinweis', 'feld-fehler']))
    expect(idsIn(page)).toEqual(expect.arrayContaining(described))
    expect(page).toContain('Geht nicht.')
  })

  test('has no id twice, and a label for each control', () => {
    const page = html({ kind, mayBeUnknown: true, text: { '0.familyName': ['Müller'] } })
    const ids = idsIn(page)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of page.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g))
      expect(page).toContain(`for="${id}"`)
  })

  test('offers "weiß nicht" only where that is an answer', () => {
    expect(html({ kind })).not.toContain('weiß nicht')
    expect(html({ kind, mayBeUnknown: true })).toContain('weiß nicht')
  })
})

test.each([
  ['yesNo', { '': ['nein'] }, /value="nein"[^>]*checked/],
  ['choice', { '': ['b'] }, /value="b"[^>]*checked/],
  ['choices', { '': ['a', 'b'] }, /value="a"[^>]*checked.*value="b"[^>]*checked/s],
  ['choices', { '': ['-'] }, /value="-"[^>]*checked/],
  ['date', { '': ['31.02.2026'] }, /value="31\.02\.2026"/],
  ['country', { '': ['a'] }, /<option selected value="a"|value="a" selected/],
  ['address', { city: ['Grabow'] }, /name="antwort\.city"[^>]*value="Grabow"/],
  ['persons', { '1.birthDate': ['17.05.1990'] }, /name="antwort\.1\.birthDate"[^>]*value="17\.05\.1990"/],
] as const)('%s shows %j', (kind, text, shown) => {
  expect(html({ kind, text })).toMatch(shown)
})

test('text is shown as text', () => {
  expect(html({ kind: 'text', text: { '': ['"><script>'] } })).not.toContain('<script>')
})

test('a list of persons has empty rows for more, up to its limit', () => {
  const rows = (props: Partial<FieldProps>) =>
    (html({ kind: 'persons', ...props }).match(/<li /g) ?? []).length
  expect([rows({}), rows({ text: { '2.familyName': ['M'] } }), rows({ max: 1 })]).toEqual([2, 5, 1])
})

test('the part of an address that is wrong is marked, the others are not', () => {
  const page = html({ kind: 'address', error: 'Postleitzahl fehlt.', errorPart: 'postcode' })
  expect(page).toMatch(/id="feld-postcode"[^>]*aria-invalid="true"/)
  expect(page.match(/aria-invalid="true"/g)).toHaveLength(1)
})
