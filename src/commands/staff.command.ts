import { configNow } from '../terminal/config-now.js'
import { CooperationModule } from '../cooperation/cooperation.module.js'
import { RenewPassword } from '../cooperation/renew-password.js'
import { accountLines } from '../fill-if-empty.js'
import { readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { inDatabase } from './in-database.js'

/** `lotse staff password <sign-in name>`: for whoever forgot theirs, or told it to somebody. */
export const staffPasswordCommand = (args: string[]) =>
  runCommand(async () => {
    const [typed] = readCall(args).words
    if (typed === undefined)
      throw new WrongCall('Es fehlt der Anmeldename: lotse staff password <Anmeldename>')
    const signInName = typed.toLowerCase()
    const password = await inDatabase(configNow(), [CooperationModule], (app) =>
      app.get(RenewPassword).renew(signInName),
    )
    if (password === null) throw new WrongCall(`Ein Konto „${signInName}“ gibt es nicht.`)
    process.stdout.write(accountLines([{ signInName, password }]))
    return 0
  })
