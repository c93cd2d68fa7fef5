import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Upload } from '../../casework/case-file.js'
import { cleanName, mediaTypeOf } from '../../casework/media-type.js'
import type { ScanInspector } from '../../casework/scan-inspector.js'
import { mostPages, uploadRefusals } from '../../casework/upload-refusals.js'
import type { LentFile } from '../../platform/lent-file.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import type { NeededDocument } from '../../precheck/rule-set.js'
import { WrongCall } from '../../rulebook/command-line.js'
import { assignScans, type AssignedScan } from './assign-scans.js'

/** A scan that may go into a package. */
export interface TrialScan extends Pick<
  Upload,
  'document' | 'name' | 'mediaType' | 'pages' | 'bytes' | 'sha256'
> {
  readonly file: LentFile
}

export interface ScanLimits {
  readonly megabytes: number
}

/**
 * The scans of a folder, each looked into as at the counter. Names with a dot before them are what systems leave behind.
 * @throws WrongCall that names every file that is refused, and why
 */
export async function readScans(
  folder: string,
  documents: readonly NeededDocument[],
  inspector: ScanInspector,
  limits: ScanLimits,
): Promise<TrialScan[]> {
  const names = (await namesIn(folder)).filter((name) => !name.startsWith('.'))
  const { scans, problems } = assignScans(names, documents)
  const read = await Promise.all(scans.map((scan) => readScan(folder, scan, inspector, limits)))
  const refused = [
    ...problems,
    ...read.flatMap((one, index) =>
      isRefusal(one) ? [{ name: scans[index]!.name, message: one.message }] : [],
    ),
  ]
  if (refused.length > 0)
    throw new WrongCall(refused.map(({ name, message }) => `${join(folder, name)}: ${message}`).join('\n'))
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
  inspector: ScanInspector,
  { megabytes }: ScanLimits,
): Promise<TrialScan | Refusal> {
  const path = resolve(folder, name)
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return notAFile
  if (found.size > megabytes * 1_000_000) return uploadRefusals.tooLarge(document, megabytes)
  if (found.size === 0) return uploadRefusals.empty(document)
  const content = await readFile(path)
  const mediaType = mediaTypeOf(content)
  if (mediaType === null) return uploadRefusals.wrongType(document)
  const inspected = await inspector.inspect({ path }, mediaType)
  if (isRefusal(inspected)) return inspected
  if (inspected.pages > mostPages) return uploadRefusals.tooManyPages(document, inspected.pages)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const shown = cleanName(name)
  return {
    document,
    name: shown,
    mediaType,
    pages: inspected.pages,
    bytes: content.length,
    sha256,
    file: { path },
  }
}

const notAFile: Refusal = {
  code: 'notAFile',
  message: 'Das ist keine Datei. Bitte die Scans selbst in den Ordner legen, ohne Unterordner.',
}
