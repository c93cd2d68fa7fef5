import { afterAll, expect, jest, test } from '@jest/globals'
import { Logger, type FactoryProvider } from '@nestjs/common'
import { sealProvider } from '../../src/handoff/seal/seal.token.js'
import { Intervals } from '../../src/platform/intervals.js'
import { aHolder } from '../support/certificates.js'
import { TestClock } from '../support/test-clock.js'
import { keyFolder } from './support/sealed-package.js'

const keys = keyFolder()
afterAll(() => keys.remove())

test('a server that runs on is told every day that its seal ends within thirty', async () => {
  const { key, pem } = await aHolder({ name: 'Bürgerbüro', until: '2027-03-31T12:00:00Z' })
  const clock = new TestClock()
  clock.startAt('2027-02-27T12:00:00Z')
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined)
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
  const intervals = new Intervals()
  try {
    const config = { sealKey: keys.keep('key', key + pem), sealPassword: null, sealTimestampUrl: null }
    await (sealProvider as FactoryProvider<Promise<unknown>>).useFactory(config, clock, intervals)
    // The timers carry the clock along.
    for (const told of [0, 0, 1, 2]) {
      expect(warn).toHaveBeenCalledTimes(told)
      await jest.advanceTimersByTimeAsync(86_400_000)
    }
    expect(warn).toHaveBeenLastCalledWith(
      'Das Zertifikat des Siegels gilt nur bis 31.03.2027; danach wird nichts mehr übergeben.',
    )
  } finally {
    intervals.beforeApplicationShutdown()
    jest.useRealTimers()
    warn.mockRestore()
  }
})
