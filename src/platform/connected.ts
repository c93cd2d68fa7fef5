import { DataSource } from 'typeorm'
import { StartFailure } from './start-failure.js'

export type ConnectionOptions = ConstructorParameters<typeof DataSource>[0]

/** @throws StartFailure if the database does not answer */
export const connected = (options: ConnectionOptions): Promise<DataSource> =>
  new DataSource(options).initialize().catch(notReached)

function notReached(cause: unknown): never {
  const { code, message } = cause as NodeJS.ErrnoException
  throw new StartFailure(
    `Die Datenbank ist nicht zu erreichen (${code ?? message}). Bitte prüfen, ob sie läuft und ob DATABASE_URL stimmt.`,
    { cause },
  )
}
