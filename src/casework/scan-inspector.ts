import type { LentFile } from '../platform/lent-file.js'
import type { Refusal } from '../platform/refusal.js'
import type { Upload } from './case-file.js'

/**
 * Looks into a file from outside. Foreign bytes are parsed in a child process with limits on time and memory, which
 * the hand-over owns; casework only asks.
 */
export abstract class ScanInspector {
  /** How many pages the file has, or why it cannot be used. The file is not changed. */
  abstract inspect(file: LentFile, mediaType: Upload['mediaType']): Promise<{ pages: number } | Refusal>
}
