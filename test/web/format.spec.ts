import { expect, test } from '@jest/globals'
import { dayInWords, eurosInWords } from '../../src/precheck/answer-in-words.js'
import { countText, dateText, germanOrder, sizeText, timeText } from '../../src/web/format.js'
import { paths, withQuery } from '../../src/web/paths.js'

const plainSpaces = (text: string) => text.replaceAll('\u00A0', ' ')

test('days and amounts look as in Germany', () => {
  expect(dayInWords('2026-11-22')).toBe('22.11.2026')
  expect(plainSpaces(eurosInWords(1234.5))).toBe('1.234,50 €')
  expect(plainSpaces(eurosInWords(46))).toBe('46,00 €')
})

test('an instant is told by the clock on the wall, in winter and in summer', () => {
  expect(timeText('2026-11-22T08:41:00Z')).toBe('09:41')
  expect(timeText('2026-07-22T08:41:00Z')).toBe('10:41')
  expect(dateText('2026-12-31T23:30:00Z')).toBe('01.01.2027')
})

test('names are sorted as in a register', () => {
  const names = ['Zander', 'Öztürk', 'Ahlers', 'Ärmel', 'ahrens', 'Oberg', 'Haus 10', 'Haus 2']
  expect(names.toSorted(germanOrder)).toEqual([
    'Ahlers',
    'ahrens',
    'Ärmel',
    'Haus 2',
    'Haus 10',
    'Oberg',
    'Öztürk',
    'Zander',
  ])
})

test('counts and sizes are words', () => {
  expect([countText(1, 'Frage', 'Fragen'), countText(3, 'Frage', 'Fragen')]).toEqual(['1 Frage', '3 Fragen'])
  expect([sizeText(300), sizeText(312_400), sizeText(1_440_000)]).toEqual(['1 KB', '312 KB', '1,4 MB'])
})

test('an address never breaks out of its place', () => {
  expect(paths.answer('1', '../x?y')).toBe('/vorgaenge/1/fragen/..%2Fx%3Fy')
  expect(paths.answer(':id', ':question')).toBe('/vorgaenge/:id/fragen/:question')
  expect(withQuery('/a', { suche: 'ä&b', stand: undefined, leer: '' })).toBe('/a?suche=%C3%A4%26b')
})
