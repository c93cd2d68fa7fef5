import { expect, test } from '@jest/globals'
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
