import { expect, test } from '@jest/globals'
import { Ids } from '../../src/platform/ids.js'

test('ids are UUIDs of version 7, all different, and sort in the order they were made', () => {
  const ids = new Ids()
  const made = Array.from({ length: 20_000 }, () => ids.newId())
  expect(
    made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
})

test('an id begins with the time it was made', () => {
  const before = Date.now()
  const time = Number.parseInt(new Ids().newId().replace('-', '').slice(0, 12), 16)
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThanOrEqual(Date.now())
})
