import { configNow } from '../terminal/config-now.js'
import { CooperationModule } from '../cooperation/cooperation.module.js'
import type { InstallationInput } from '../cooperation/installation.js'
import { LoadInstallation } from '../cooperation/load-installation.js'
import { readInstallation, WrongInstallation } from '../cooperation/read-installation.js'
import { accountLines } from '../fill-if-empty.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { inDatabase } from './in-database.js'
import { notTogether } from './installation-and-rules.js'

/** `lotse installation load <file>`: into the database of the environment, also while the server runs. */
export const installationCommand = (args: string[]) =>
  runCommand(async () => {
    const [path] = readCall(args).words
    if (path === undefined) throw new WrongCall('Es fehlt die Datei: lotse installation load <Datei>')
    const file = read(path)
    const config = configNow()
    const accounts = await inDatabase(config, [CooperationModule], (app) =>
      app.get(LoadInstallation).load(file),
    )
    const told = file.demonstrationPassword === undefined ? accountLines(accounts) : everybodysPassword
    process.stdout.write(`${told}${file.name} ist geladen.\n`)
    for (const hint of notTogether(file, Rulebook.from(config.rulesDir)))
      process.stdout.write(`Hinweis: ${hint}\n`)
    return 0
  })

function read(path: string): InstallationInput {
  try {
    return readInstallation(path)
  } catch (error) {
    if (error instanceof WrongInstallation) throw new WrongCall(error.message, { cause: error })
    throw error
  }
}

const everybodysPassword =
  'Neue Personen haben alle das Kennwort aus „demonstrationPassword“. Für den Betrieb: diese Zeile vorher löschen.\n'
