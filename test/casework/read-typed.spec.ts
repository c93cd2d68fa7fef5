import { expect, test } from '@jest/globals'
import { readDay, readEuro, readInteger } from '../../src/casework/read-typed.js'

const today = '2026-11-24'

test.each([
  ['22.11.2026', '2026-11-22'],
  ['22112026', '2026-11-22'],
  ['1.2.2026', '2026-02-01'],
  ['22.11.26', '2026-11-22'],
  ['17.05.90', '1990-05-17'],
  ['24,12,2025', '2025-12-24'],
  ['2026-11-22', '2026-11-22'],
])('the day %s is read as %s', (typed, day) => {
  expect(readDay(typed, today)).toEqual({ raw: day })
})

test.each(['31.02.2026', '29.02.2025', '00.01.2026', '2026-13-01'])(
  '%s is no day of the calendar',
  (typed) => {
    expect(readDay(typed, today)).toEqual({ message: 'Diesen Tag gibt es im Kalender nicht.' })
  },
)

test.each(['24.11.1026', '01.01.2200'])('%s is too far away', (typed) => {
  expect(readDay(typed, today)).toEqual({ message: 'Das Jahr muss zwischen 1850 und 2199 liegen.' })
})

test.each(['gestern', '1.2', '221126', '22.11.202'])('%s does not look like a day', (typed) => {
  expect(readDay(typed, today)).toEqual({ message: expect.stringContaining('Tag, Monat und Jahr') })
})

test.each([
  ['1.234,50', 1234.5],
  ['1234,5', 1234.5],
  ['46', 46],
  ['1.234', 1234],
  ['46.50', 46.5],
  ['46,00 €', 46],
  ['1.234.567,89 EUR', 1234567.89],
])('the amount %s is read as %d', (typed, amount) => {
  expect(readEuro(typed)).toEqual({ raw: amount })
})

test.each(['1,234', '1.23.4', 'viel', '12,345', '-5', ''])('%s is no amount', (typed) => {
  expect(readEuro(typed)).toHaveProperty('message')
})

test.each([
  ['7', 7],
  ['1.000', 1000],
  ['-3', -3],
])('the number %s is read as %d', (typed, number) => {
  expect(readInteger(typed)).toEqual({ raw: number })
})

test.each(['1,5', 'drei', '1.5', '1234567890123'])('%s is no whole number', (typed) => {
  expect(readInteger(typed)).toHaveProperty('message')
})
