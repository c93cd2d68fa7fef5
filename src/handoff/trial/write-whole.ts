import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { LentPlace } from '../../platform/lent-place.js'
import type { StoredFile } from '../../platform/write-chunks.js'
import { WrongCall } from '../../terminal/command-line.js'

/** Whether a file can be put in this place: a folder that is there, and nothing in the way but a file. @throws WrongCall */
export async function mayWrite(path: string): Promise<void> {
  if (path === '-')
    throw new WrongCall('--out: Hier steht der Name einer Datei; auf die Ausgabe geht kein Paket.')
  const folder = dirname(path)
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new WrongCall(`--out: Den Ordner ${folder} gibt es nicht.`)
  const there = await stat(path).catch(() => null)
  if (there !== null && !there.isFile())
    throw new WrongCall(`--out: ${path} ist keine Datei; bitte einen Dateinamen nennen.`)
}

/**
 * Has a file written whole or not at all: under another name beside its place, and there when all is on the disk.
 * @throws what the writing throws; @throws WrongCall where the place cannot be written
 */
export async function writeWhole(
  path: string,
  write: (place: LentPlace) => Promise<StoredFile>,
): Promise<StoredFile> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  const file = await open(unfinished, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new WrongCall(`--out: ${path} lässt sich nicht schreiben (${error.code}).`, { cause: error })
  })
  try {
    const stored = await write({ path: unfinished })
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    return stored
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}
