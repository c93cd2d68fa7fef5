import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { connected, type ConnectionOptions } from '../../src/platform/connected.js'
import { dataSourceOptions } from '../../src/platform/data-source-options.js'
import { StartFailure } from '../../src/platform/start-failure.js'

const silent = createServer()
beforeAll(async () => {
  await once(silent.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => void silent.close())

test('a database that never answers is told of, not waited for', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
  const accepted = once(silent, 'connection')
  const { port } = silent.address() as AddressInfo
  const connection = connected(dataSourceOptions(`postgres://127.0.0.1:${port}/x`, []) as ConnectionOptions)
  const failure = connection.then(
    () => null,
    (error: unknown) => error,
  )
  await accepted
  await jest.advanceTimersByTimeAsync(20_000)
  jest.useRealTimers()
  expect(await failure).toBeInstanceOf(StartFailure)
})
