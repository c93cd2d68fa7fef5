import { open, rm } from 'node:fs/promises'
import { asWrongCall } from '../terminal/as-wrong-call.js'
import { configNow } from '../terminal/config-now.js'
import type { Config } from '../config.js'
import { DamagedFile } from '../platform/damaged-file.js'
import { findStored } from '../platform/find-stored.js'
import { contentOf } from '../platform/lent-file.js'
import { type Quarantined, quarantined } from '../platform/malware/quarantine.js'
import { StoreKeyRing } from '../platform/store-key-ring.js'
import { print, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { momentText } from '../web/format.js'

/** `lotse quarantine [<sha256> --out <file>]`: what was found infected, or one such file as it came. */
export const quarantineCommand = (args: string[]) =>
  runCommand(async () => {
    const { words, out } = readCall(args)
    const [sha256] = words
    const config = configNow()
    const files = await quarantined(config).catch(asWrongCall)
    if (sha256 === undefined) print(overview(files))
    else await takeOut(config, files, sha256, out).catch(asWrongCall)
    return 0
  })

const overview = (files: readonly Quarantined[]): string =>
  files.length === 0
    ? 'Die Quarantäne ist leer.'
    : files.map(({ sha256, since }) => `${sha256}  ${momentText(since.toISOString())}`).join('\n')

async function takeOut(
  config: Config,
  files: readonly Quarantined[],
  sha256: string,
  out: string | undefined,
): Promise<void> {
  const file = files.find((one) => one.sha256 === sha256)
  if (file === undefined)
    throw new WrongCall(`In der Quarantäne liegt keine Datei mit der Prüfsumme „${sha256}“.`)
  if (out === undefined)
    throw new WrongCall('Wohin? Bitte --out <Datei> angeben. Die Datei enthält Schadsoftware.')
  try {
    const found = await findStored(file.path, new StoreKeyRing(config))
    await write(out, contentOf(found!.file))
  } catch (error) {
    if (error instanceof DamagedFile)
      throw new WrongCall(`Die Datei lässt sich nicht öffnen (${error.message}).`, { cause: error })
    throw error
  }
  print(`${out} enthält die infizierte Datei, wie sie kam. Nur auf einem abgeschotteten Rechner öffnen.`)
}

/** For nobody else to read, whole or not at all, and never in the place of another file. */
async function write(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new WrongCall(`${path} lässt sich nicht anlegen (${error.code}).`, { cause: error })
  })
  try {
    for await (const chunk of content) await file.writeFile(chunk)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}
