import type { Upload } from '../../casework/case-file.js'
import type { LentFile } from '../../platform/lent-file.js'
import type { NoteContents } from '../note-contents.js'
import type { PackageContents } from '../package-contents.js'
import type { FormValues } from '../form/form-values.js'

/** What a child is asked to do, as it goes over its standard input. Only plain data. */
export type ChildTask = InspectTask | PackageTask | NoteTask

/** Answered with one JSON object on standard output: what was found, or a refusal. */
export interface InspectTask {
  readonly kind: 'inspect'
  readonly path: string
  readonly mediaType: Upload['mediaType']
}

/** Answered with the bytes of a PDF. */
export interface PackageTask {
  readonly kind: 'package'
  readonly contents: PackageContents
  readonly form: { readonly title: string; readonly path: string; readonly values: FormValues } | null
  /** By upload id. */
  readonly scans: Readonly<Record<string, LentFile>>
}

/** Answered with the bytes of a PDF. */
export interface NoteTask {
  readonly kind: 'note'
  readonly contents: NoteContents
}
