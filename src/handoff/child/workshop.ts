import { buffer, json } from 'node:stream/consumers'
import { Injectable } from '@nestjs/common'
import type { Upload } from '../../casework/case-file.js'
import type { ScanInspector } from '../../casework/scan-inspector.js'
import type { LentFile } from '../../platform/lent-file.js'
import type { Refusal } from '../../platform/refusal.js'
import { inspectLimits, noteLimits, packageLimits, surveyLimits, type ChildLimits } from '../limits.js'
import { scanRefusals } from '../scans/scan-refusals.js'
import { ChildFailed, runChild } from './run-child.js'
import type { ChildTask, NoteTask, PackageTask, SurveyTask } from './tasks.js'

// The server keeps a core for those who only want a page.
const childrenAtOnce = 2

/** Where files are looked into and PDFs are made: in children, a few at a time. */
@Injectable()
export class Workshop implements ScanInspector {
  #busy = 0
  readonly #waiting: (() => void)[] = []

  async inspect(file: LentFile, mediaType: Upload['mediaType']): Promise<{ pages: number } | Refusal> {
    try {
      const found = await json(this.run({ kind: 'inspect', file, mediaType }, inspectLimits))
      return found as { pages: number } | Refusal
    } catch (error) {
      if (!(error instanceof ChildFailed)) throw error
      return scanRefusals.tooCostly()
    }
  }

  /** The bytes of the package as they come. @throws ChildFailed at the end if they are not whole */
  makePackage(task: Omit<PackageTask, 'kind'>): AsyncIterable<Uint8Array> {
    return this.run({ kind: 'package', ...task }, packageLimits)
  }

  /** The bytes of the citizen's note. */
  makeNote(contents: NoteTask['contents']): Promise<Buffer> {
    return buffer(this.run({ kind: 'note', contents }, noteLimits))
  }

  /** What is found in forms, as JSON. */
  survey(task: SurveyTask, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.run(task, surveyLimits, signal)
  }

  private async *run(
    task: ChildTask,
    limits: ChildLimits,
    signal?: AbortSignal,
  ): AsyncGenerator<Buffer, void> {
    await this.turn()
    try {
      yield* runChild(task, limits, signal)
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#busy--
      else next()
    }
  }

  /** Waits for a free place; it is handed on to the next in line, so none is ever lost. */
  private async turn(): Promise<void> {
    if (this.#busy < childrenAtOnce) {
      this.#busy++
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
