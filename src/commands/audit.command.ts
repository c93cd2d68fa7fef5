import { configNow } from '../terminal/config-now.js'
import { AuditTrail, type BrokenChain } from '../platform/audit-trail.js'
import { print, printJson, readCall, runCommand } from '../terminal/command-line.js'
import { inDatabase } from './in-database.js'

/** `lotse audit check`: exit 0 only if no entry of what happened was changed, taken out or put in. */
export const auditCheckCommand = (args: string[]) =>
  runCommand(async () => {
    const { json } = readCall(args, 0)
    const broken = await inDatabase(configNow(), [], (app) => app.get(AuditTrail).brokenChains())
    if (json) printJson(broken)
    else print(broken.length === 0 ? 'Alle Verläufe sind unverändert.' : broken.map(inWords).join('\n'))
    return broken.length === 0 ? 0 : 1
  })

const inWords = ({ chain, position }: BrokenChain): string =>
  `${chain}: Ab Eintrag ${position} wurde der Verlauf verändert.`
