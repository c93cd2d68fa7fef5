import type { INestApplicationContext } from '@nestjs/common'
import type { Config } from '../config.js'
import { StartFailure } from '../platform/postgres/start-failure.js'
import { WrongCall } from '../rulebook/command-line.js'
import { withDatabase } from './with-database.js'

/** As `withDatabase`. @throws WrongCall where the database cannot be had, with what to do */
export async function inDatabase<T>(
  config: Config,
  modules: Parameters<typeof withDatabase>[1],
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  try {
    return await withDatabase(config, modules, work)
  } catch (error) {
    if (error instanceof StartFailure) throw new WrongCall(error.message, { cause: error })
    throw error
  }
}
