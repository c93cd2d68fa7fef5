import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { Intervals } from '../../src/platform/intervals.js'

const log = new Logger('Intervals')
const intervals = new Intervals()
beforeAll(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }))
afterAll(() => {
  intervals.beforeApplicationShutdown()
  jest.useRealTimers()
})

test('work that takes longer than the interval is not begun a second time meanwhile', async () => {
  const ends: (() => void)[] = []
  const work = jest.fn(() => new Promise<void>((resolve) => void ends.push(resolve)))
  intervals.every(1_000, log, work)
  await jest.advanceTimersByTimeAsync(5_000)
  expect(work).toHaveBeenCalledTimes(1)
  ends[0]!()
  await jest.advanceTimersByTimeAsync(1_000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('work that fails is told, and tried again', async () => {
  const told = jest.spyOn(log, 'error').mockImplementation(() => undefined)
  intervals.every(1_000, log, () => Promise.reject(new Error('not now')))
  await jest.advanceTimersByTimeAsync(2_000)
  expect(told).toHaveBeenCalledTimes(2)
})
