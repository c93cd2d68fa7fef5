import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { RunningConfig } from '../../src/config.js'
import { createApp } from '../../src/create-app.js'
import { testConfig } from './config.js'
import { startDatabase, type TestDatabase } from './database.js'
import { TestClock } from './test-clock.js'

export interface TestApp {
  /** Where it listens, without a slash at its end. */
  readonly url: string
  readonly app: NestFastifyApplication
  readonly config: RunningConfig
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly stop: () => Promise<void>
}

/** The whole program on a free port, with a database and a data folder of its own and the demonstration loaded. */
export async function startApp(overrides: Partial<RunningConfig> = {}): Promise<TestApp> {
  const database = await startDatabase()
  const { config, remove } = testConfig(database.url, overrides)
  const clock = new TestClock()
  const app = await createApp(config, clock)
  await app.listen(0, '127.0.0.1')
  const stop = async () => {
    await app.close()
    await database.drop()
    remove()
  }
  return { url: (await app.getUrl()).replace(/\/$/, ''), app, config, database, clock, stop }
}
