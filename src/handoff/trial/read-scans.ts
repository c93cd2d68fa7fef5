import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Upload } from '../../casework/case-file.js'
import { cleanName, mediaTypeOf } from '../../casework/media-type.js'
import type { KeepPlates } from '../../casework/scan-inspector.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import type { LentFile } from '../../platform/lent-file.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import type { NeededDocument } from '../../precheck/rule-set.js'
import { WrongCall } from '../../terminal/command-line.js'
import { printable } from '../../rulebook/misleading.js'
import type { Workshop } from '../child/workshop.js'
import { scanRefusals } from '../scans/scan-refusals.js'
import { assignScans, type AssignedScan } from './assign-scans.js'

/** A scan that may go into a package. */
export interface TrialScan extends Pick<
  Upload,
  'document' | 'name' | 'mediaType' | 'pages' | 'bytes' | 'sha256' | 'redrawn'
> {
  /** What goes into the package. */
  readonly plates: LentFile
}

interface TrialRoom {
  readonly megabytes: number
  /** Where plates lie until the package is made. */
  readonly folder: string
}

/**
 * The scans of a folder, each looked into as at the counter. Names with a dot before them are what systems leave behind.
 * @throws WrongCall that names every file that is refused, and why
 */
export async function readScans(
  folder: string,
  documents: readonly NeededDocument[],
  workshop: Pick<Workshop, 'makePlates'>,
  room: TrialRoom,
): Promise<TrialScan[]> {
  const names = (await namesIn(folder)).filter((name) => !name.startsWith('.'))
  const { scans, problems } = assignScans(names, documents)
  // One after the other: each is in memory while it is looked into.
  const read: (TrialScan | Refusal)[] = []
  for (const scan of scans) read.push(await readScan(folder, scan, workshop, room))
  const refused = [
    ...problems,
    ...read.flatMap((one, index) =>
      isRefusal(one) ? [{ name: scans[index]!.name, message: one.message }] : [],
    ),
  ]
  if (refused.length > 0)
    throw new WrongCall(
      refused.map(({ name, message }) => printable(`${join(folder, name)}: ${message}`)).join('\n'),
    )
  return read.filter((one): one is TrialScan => !isRefusal(one))
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT'
        ? 'gibt es nicht'
        : code === 'ENOTDIR'
          ? 'ist kein Ordner'
          : `lässt sich nicht lesen (${code})`
    throw new WrongCall(`--scans: ${folder} ${why}.`, { cause: error })
  }
}

async function readScan(
  folder: string,
  { name, document }: AssignedScan,
  workshop: Pick<Workshop, 'makePlates'>,
  room: TrialRoom,
): Promise<TrialScan | Refusal> {
  const path = resolve(folder, name)
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return notAFile
  if (found.size > room.megabytes * 1_000_000) return uploadRefusals.tooLarge(document, room.megabytes)
  if (found.size === 0) return uploadRefusals.empty(document)
  const content = await readFile(path)
  const mediaType = mediaTypeOf(content)
  if (mediaType === null) return uploadRefusals.wrongType(document)
  const plates = join(room.folder, randomUUID())
  const made = await workshop.makePlates({ path }, mediaType, keptAt(plates))
  if (isRefusal(made)) return made
  const { pages, redrawn } = made
  if (pages > mostPages) return uploadRefusals.tooManyPages(document, pages)
  if (made.plates === null) return scanRefusals.tooCostly()
  const sha256 = createHash('sha256').update(content).digest('hex')
  const shown = cleanName(name)
  return {
    document,
    name: shown,
    mediaType,
    pages,
    redrawn,
    bytes: content.length,
    sha256,
    plates: { path: plates },
  }
}

const keptAt =
  (path: string): KeepPlates =>
  async (plates) => {
    await writeFile(path, plates, { mode: 0o600 })
    // No one asks for it again by its hash.
    return { sha256: '', bytes: 0 }
  }

const notAFile: Refusal = {
  code: 'notAFile',
  message: 'Das ist keine Datei. Bitte die Scans selbst in den Ordner legen, ohne Unterordner.',
}
