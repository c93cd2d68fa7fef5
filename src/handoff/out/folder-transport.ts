import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../platform/sync-folder.js'
import type { Parcel, ParcelFile } from './parcel.js'
import { NotDelivered, type Transport } from './transport.js'

/**
 * Puts parcels into a folder. Each is written under a name that begins with a dot and gets its own name when it is
 * whole and on the disk, so that a reader never sees half of one.
 */
export class FolderTransport implements Transport {
  constructor(private readonly folder: string) {}

  async deliver(parcel: Parcel, signal: AbortSignal): Promise<void> {
    refuseStrangeNames(parcel)
    try {
      await this.requireFolder()
      if (await this.isThere(parcel)) return
      await this.removeUnfinished(parcel)
      await this.write(parcel, signal)
    } catch (error) {
      throw error instanceof NotDelivered ? error : notWritten(this.folder, error)
    }
  }

  /** A folder that is not there is not made: it may be a drive that is not connected. */
  private async requireFolder(): Promise<void> {
    if (!(await stat(this.folder)).isDirectory())
      throw new NotDelivered('lasting', `${this.folder} ist kein Ordner.`)
  }

  /** @throws NotDelivered if something else has the name */
  private async isThere(parcel: Parcel): Promise<boolean> {
    const path = join(this.folder, parcel.name)
    const names = await readdir(path).catch(unlessMissing)
    if (names === null) return false
    if (names.length === parcel.files.length && (await allSame(path, parcel.files))) return true
    throw new NotDelivered(
      'lasting',
      `Im Ordner ${this.folder} liegt schon ${parcel.name} mit anderem Inhalt. Bitte prüfen, woher er stammt, und ihn umbenennen.`,
    )
  }

  /** What an attempt left that was cut off. One that is still at it fails, and this one goes on. */
  private async removeUnfinished({ name }: Parcel): Promise<void> {
    for (const entry of await readdir(this.folder))
      if (entry.startsWith(`.${name}.`)) await rm(join(this.folder, entry), { recursive: true, force: true })
  }

  private async write(parcel: Parcel, signal: AbortSignal): Promise<void> {
    const unfinished = join(this.folder, `.${parcel.name}.${randomUUID()}`)
    try {
      await mkdir(unfinished, { mode: 0o750 })
      for (const file of parcel.files) await writeFile(join(unfinished, file.name), file, signal)
      await syncFolder(unfinished)
      await rename(unfinished, join(this.folder, parcel.name))
      await syncFolder(this.folder)
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
      // Another attempt may have been quicker: then the parcel is there, or something else is.
      if (isTaken(error) && (await this.isThere(parcel))) return
      throw error
    }
  }
}

/** Forms make plain names; were one not to, nothing may be written elsewhere. */
function refuseStrangeNames({ name, files }: Parcel): void {
  const strange = [name, ...files.map((file) => file.name)].find((one) => !/^[A-Za-z0-9][\w.-]*$/.test(one))
  if (strange !== undefined) throw new Error('a parcel has a name that may lead elsewhere')
}

async function writeFile(
  path: string,
  { sha256, open: read }: ParcelFile,
  signal: AbortSignal,
): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  const hash = createHash('sha256')
  try {
    for await (const chunk of read()) {
      signal.throwIfAborted()
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (hash.digest('hex') !== sha256) throw new Error('the bytes are not those of the stored file')
}

async function allSame(folder: string, files: readonly ParcelFile[]): Promise<boolean> {
  for (const { name, sha256 } of files) if ((await hashOf(join(folder, name))) !== sha256) return false
  return true
}

async function hashOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(unlessMissing)
  if (found === null || !found.isFile()) return null
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function unlessMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'Es gibt ihn nicht, oder das Laufwerk ist nicht verbunden.',
  EACCES: 'Das Programm darf dort nicht schreiben.',
  EPERM: 'Das Programm darf dort nicht schreiben.',
  EROFS: 'Er lässt sich nur lesen.',
  ENOSPC: 'Dort ist kein Platz mehr.',
  EDQUOT: 'Dort ist kein Platz mehr.',
}

/** All of these can pass: drives come back, rights are given, room is made. */
const notWritten = (folder: string, error: unknown): NotDelivered =>
  new NotDelivered(
    'passing',
    `In den Ordner ${folder} konnte nicht geschrieben werden. ${reasons[codeOf(error)] ?? 'Das Schreiben ist fehlgeschlagen.'}`,
    { cause: error },
  )
