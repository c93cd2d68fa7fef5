import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'

type WhenAgain = (isSo: () => Promise<boolean>, goOn: () => void) => void

const { whenAgain } = (await import(String('../../src/web/assets/connection.js'))) as { whenAgain: WhenAgain }

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

const after = (seconds: number, answer: boolean): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), seconds * 1000))

test('a server that answers slowly is asked again after its answer, and what waited goes on once', async () => {
  let open = 0
  let mostOpen = 0
  let times = 0
  const isSo = async () => {
    mostOpen = Math.max(mostOpen, ++open)
    const answer = await after(10, ++times === 3)
    open--
    return answer
  }
  const goOn = jest.fn()
  whenAgain(isSo, goOn)
  await jest.advanceTimersByTimeAsync(120_000)
  expect([mostOpen, times, goOn.mock.calls.length]).toEqual([1, 3, 1])
})

test('a later question takes the place of the one before, also while its answer is under way', async () => {
  const [before, later] = [jest.fn(), jest.fn()]
  whenAgain(() => after(10, true), before)
  await jest.advanceTimersByTimeAsync(5_000)
  whenAgain(() => after(1, true), later)
  await jest.advanceTimersByTimeAsync(60_000)
  expect([before.mock.calls.length, later.mock.calls.length]).toEqual([0, 1])
})
