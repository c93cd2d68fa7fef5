import { runningPostgres } from '../../src/platform/postgres/running-postgres.js'
import { StartFailure } from '../../src/platform/start-failure.js'
import { startPostgres } from '../../src/platform/postgres/start-postgres.js'

// A server process of its own for tests that kill it: starts the database on the folder, says so, waits for its end.
const [dataDir = ''] = process.argv.slice(2)
try {
  const postgres = await startPostgres(dataDir)
  // Whoever reads the line may send the signal at once.
  process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ url: postgres.url, running: runningPostgres(dataDir) })}\n`)
  setInterval(() => undefined, 1_000)
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ refused: error instanceof StartFailure ? error.message : String(error) })}\n`,
  )
}
