import { configNow } from '../terminal/config-now.js'
import type { Config } from '../config.js'
import { ExportPastCases, type Exported } from '../insight/export-past-cases.js'
import { InsightModule } from '../insight/insight.module.js'
import { print, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { progressOf } from '../terminal/progress.js'
import { RulebookModule } from '../rulebook/rulebook.module.js'
import { inDatabase } from './in-database.js'

/** `lotse cases export [<service>]`: the decided cases as columns, for `lotse rules replay`. */
export const casesExportCommand = (args: string[]) =>
  runCommand(async () => {
    const { service } = readCall(args)
    const exported = await exportAll(configNow(), service)
    if (exported.length === 0)
      throw new WrongCall(
        `${service === undefined ? 'Es gibt' : `Für „${service}“ gibt es`} noch keine Vorgänge, die übergeben oder am Schalter abgeschlossen sind.`,
      )
    print(exported.map(inWords).join('\n'))
    return exported.some(({ leftOut }) => leftOut > 0) ? 1 : 0
  })

function exportAll(config: Config, service: string | undefined): Promise<Exported[]> {
  const modules = [RulebookModule.from(config.rulesDir), InsightModule]
  return inDatabase(config, modules, async (app) => {
    const exporting = app.get(ExportPastCases)
    const counts = [...(await exporting.counts())].filter(([one]) => service === undefined || one === service)
    const progress = progressOf(
      counts.reduce((sum, [, cases]) => sum + cases, 0),
      'Vorgängen',
      false,
    )
    const exported: Exported[] = []
    for (const [one] of counts) exported.push(await exporting.export(one, progress.step))
    progress.end()
    return exported.filter(({ cases, leftOut }) => cases + leftOut > 0)
  })
}

const inWords = ({ service, cases, leftOut, path }: Exported): string =>
  [
    `${service}: ${cases === 1 ? '1 Vorgang' : `${cases} Vorgänge`} → ${path}`,
    ...(leftOut === 0 ? [] : [`  ${leftOut} ausgelassen, weil ihr Regelwerk nicht mehr im Ordner liegt`]),
  ].join('\n')
