import { environment, readConfig, WrongConfig } from '../config.js'
import { CooperationModule } from '../cooperation/cooperation.module.js'
import { LoadInstallation } from '../cooperation/load-installation.js'
import { readInstallation, WrongInstallation } from '../cooperation/read-installation.js'
import { accountLines } from '../fill-if-empty.js'
import { StartFailure } from '../platform/postgres/start-failure.js'
import { withDatabase } from './with-database.js'

/** `lotse installation load <file>`: into the database of the environment, also while the server runs. */
export async function installationCommand(args: string[]): Promise<number> {
  const [path] = args
  if (path === undefined || args.length > 1) return complain('Aufruf: lotse installation load <Datei>', 2)
  try {
    const file = readInstallation(path)
    const accounts = await withDatabase(readConfig(environment), [CooperationModule], (app) =>
      app.get(LoadInstallation).load(file),
    )
    process.stdout.write(
      `${accountLines(file.demonstrationPassword === undefined ? accounts : [])}${file.name} ist geladen.\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof WrongInstallation) return complain(error.message, 1)
    if (error instanceof WrongConfig || error instanceof StartFailure) return complain(error.message, 2)
    throw error
  }
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`)
  return code
}
