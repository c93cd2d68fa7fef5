import type { Upload } from '../../casework/case-file.js'
import type { LentFile } from '../../platform/lent-file.js'
import type { LentPlace } from '../../platform/lent-place.js'
import type { NoteContents } from '../note/note-contents.js'
import type { PackageContents } from '../package-contents.js'
import type { FormTask } from '../form/ready-form.js'

/** What a child is asked to do, as it goes over its standard input. Only plain data. */
export type ChildTask =
  PrepareTask | PackageTask | NoteTask | SurveyTask | PreviewTask | ReadDataTask | VerifyTask

/** Answered with plates on standard output, and with what was found or a refusal as JSON beside it. */
export interface PrepareTask {
  readonly kind: 'prepare'
  readonly file: LentFile
  readonly mediaType: Upload['mediaType']
  /** After which no further plate is begun. */
  readonly seconds: number
}

/**
 * Answered with one JSON object, `StoredFile`, when the package stands in its place. Before its end the child says the
 * digest to be signed beside its output, and waits for the signature.
 */
export interface PackageTask {
  readonly kind: 'package'
  readonly contents: PackageContents
  readonly form: FormTask | null
  /** The plates of the enclosures, by upload id. */
  readonly scans: Readonly<Record<string, LentFile>>
  readonly place: LentPlace
}

/** Answered with one JSON object: what the package in the file says, or a refusal. */
interface ReadDataTask {
  readonly kind: 'readData'
  readonly path: string
}

/** Answered with the bytes of a PDF. */
export interface NoteTask {
  readonly kind: 'note'
  readonly contents: NoteContents
}

/** Answered with one JSON list on standard output: what was found in each of the forms (`FormSurvey`). */
export interface SurveyTask {
  readonly kind: 'survey'
  readonly paths: readonly string[]
}

/** A filled form by itself. Answered with the bytes of a PDF. */
interface PreviewTask {
  readonly kind: 'preview'
  readonly form: FormTask
  /** ISO instant, UTC. */
  readonly madeAt: string
}

/** Answered with one JSON object: `PackageFacts`. */
interface VerifyTask {
  readonly kind: 'verify'
  readonly path: string
}
