import { createHash, randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WrongCall } from '../../rulebook/command-line.js'

/** Whether a file can be put in this place: a folder that is there, and nothing in the way but a file. @throws WrongCall */
export async function mayWrite(path: string): Promise<void> {
  const folder = dirname(path)
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new WrongCall(`--out: Den Ordner ${folder} gibt es nicht.`)
  const there = await stat(path).catch(() => null)
  if (there !== null && !there.isFile())
    throw new WrongCall(`--out: ${path} ist keine Datei; bitte einen Dateinamen nennen.`)
}

/**
 * Writes a file whole or not at all: under another name beside its place, and there when all is on the disk.
 * @throws what the content throws; @throws WrongCall where the place cannot be written
 */
export async function writeWhole(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  const file = await open(unfinished, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new WrongCall(`--out: ${path} lässt sich nicht schreiben (${error.code}).`, { cause: error })
  })
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of content) {
      hash.update(chunk)
      bytes += chunk.byteLength
      await file.writeFile(chunk)
    }
    await file.sync()
    await file.close()
    await rename(unfinished, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}
