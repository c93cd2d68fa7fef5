import type { StoredFile } from '../platform/file-store.js'
import type { LentFile } from '../platform/lent-file.js'
import type { Refusal } from '../platform/refusal.js'
import type { Upload } from './case-file.js'

/** What an inspection finds: how many pages a scan has, and the plates that its pages go into a package with. */
export type Inspected = Pick<Upload, 'pages' | 'plates' | 'redrawn'>

/** Takes the plates while they come. */
export type KeepPlates = (plates: AsyncIterable<Uint8Array>) => Promise<StoredFile>

/**
 * Looks into a file from outside. Foreign bytes are parsed in a child process with limits on time and memory, which
 * the hand-over owns; casework only asks.
 */
export abstract class ScanInspector {
  /** What the file is, or why it cannot be used. The file is not changed. */
  abstract inspect(
    file: LentFile,
    mediaType: Upload['mediaType'],
    keep: KeepPlates,
  ): Promise<Inspected | Refusal>
}
