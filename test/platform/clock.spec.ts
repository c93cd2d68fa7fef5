import { expect, test } from '@jest/globals'
import { lastMomentOf } from '../../src/platform/clock.js'
import { TestClock } from '../support/test-clock.js'

test.each([
  ['2026-11-23T22:59:00Z', '2026-11-23'],
  ['2026-11-23T23:01:00Z', '2026-11-24'],
  ['2026-07-01T21:59:00Z', '2026-07-01'],
  ['2026-07-01T22:01:00Z', '2026-07-02'],
])('at %s it is %s at the counter', (instant, day) => {
  const clock = new TestClock()
  clock.startAt(instant)
  expect(clock.today()).toBe(day)
})

test.each([
  ['2026-11-23T23:01:00Z', '2026-11-24T22:59:59.999Z'],
  ['2026-07-01T21:59:00Z', '2026-07-01T21:59:59.999Z'],
  ['2026-03-29T00:30:00Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25T00:30:00Z', '2026-10-25T22:59:59.999Z'],
])('the German day of %s ends at %s', (instant, last) => {
  expect(lastMomentOf(new Date(instant)).toISOString()).toBe(last)
})
