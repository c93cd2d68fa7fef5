import { buffer, text } from 'node:stream/consumers'
import { Inject, Injectable, Optional } from '@nestjs/common'
import type { Upload } from '../../casework/case-file.js'
import type { Inspected, KeepPlates, ScanInspector } from '../../casework/scan-inspector.js'
import type { LentFile } from '../../platform/lent-file.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import {
  inspectLimits,
  noteLimits,
  packageLimits,
  platesLimits,
  platesSeconds,
  surveyLimits,
  type ChildLimits,
} from '../limits.js'
import type { FoundScan } from '../scans/prepare-scan.js'
import { scanRefusals } from '../scans/scan-refusals.js'
import type { StoredFile } from '../../platform/write-chunks.js'
import type { Sign } from '../seal/write-sealed.js'
import { readDigest, readFinding, readStored } from './findings.js'
import { ReadyChild } from './ready-child.js'
import { ChildFailed, runChild, type RunOptions } from './run-child.js'
import type { ChildTask, NoteTask, PackageTask, SurveyTask } from './tasks.js'

// The server keeps a core for those who only want a page.
const childrenAtOnce = 2

/** The child ended well, but what came of it are not the plates of a whole scan. */
class NoPlates extends Error {
  constructor(readonly found: FoundScan | Refusal) {
    super('no plates')
  }
}

/** Where files are looked into and PDFs are made: in children, a few at a time. */
@Injectable()
export class Workshop implements ScanInspector {
  #busy = 0
  readonly #waiting: (() => void)[] = []

  constructor(@Optional() @Inject(ReadyChild) private readonly ready?: Pick<ReadyChild, 'take'>) {}

  inspect(file: LentFile, mediaType: Upload['mediaType'], keep: KeepPlates): Promise<Inspected | Refusal> {
    return this.prepare(file, mediaType, keep, inspectLimits, platesSeconds)
  }

  /** Makes the plates of a scan that was taken in without them, however long that takes. */
  makePlates(file: LentFile, mediaType: Upload['mediaType'], keep: KeepPlates): Promise<Inspected | Refusal> {
    return this.prepare(file, mediaType, keep, platesLimits, platesLimits.seconds)
  }

  /**
   * Makes a package in its place. Its bytes never come here: only their digest does, and the signature goes back.
   * @throws ChildFailed if it is not whole
   */
  async makePackage(task: Omit<PackageTask, 'kind'>, sign: Sign): Promise<StoredFile> {
    const options: RunOptions = {
      child: () => this.ready?.take(),
      answer: async (digest) => Buffer.from(await sign(readDigest(digest))).toString('base64'),
    }
    return readStored(await text(this.run({ kind: 'package', ...task }, packageLimits, options)))
  }

  /** The bytes of the citizen's note. */
  makeNote(contents: NoteTask['contents']): Promise<Buffer> {
    return buffer(this.run({ kind: 'note', contents }, noteLimits))
  }

  private async prepare(
    file: LentFile,
    mediaType: Upload['mediaType'],
    keep: KeepPlates,
    limits: ChildLimits,
    seconds: number,
  ): Promise<Inspected | Refusal> {
    try {
      return await this.keepPlates({ kind: 'prepare', file, mediaType, seconds }, limits, keep)
    } catch (error) {
      if (error instanceof NoPlates)
        return isRefusal(error.found) ? error.found : { ...error.found, plates: null }
      if (!(error instanceof ChildFailed)) throw error
      return scanRefusals.tooCostly()
    }
  }

  /** Only the bytes pass through here; whether they are kept is known when the child has said what it found. */
  private async keepPlates(task: ChildTask, limits: ChildLimits, keep: KeepPlates): Promise<Inspected> {
    let said = ''
    const output = this.run(task, limits, { said: (text) => void (said = text) })
    const whole = async function* () {
      yield* output
      const found = readFinding(said)
      if (isRefusal(found) || !found.isWhole) throw new NoPlates(found)
    }
    const { sha256 } = await keep(whole())
    return { ...(readFinding(said) as FoundScan), plates: sha256 }
  }

  /** What is found in forms, as JSON. */
  survey(task: SurveyTask, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.run(task, surveyLimits, { signal })
  }

  private async *run(
    task: ChildTask,
    limits: ChildLimits,
    options?: RunOptions,
  ): AsyncGenerator<Buffer, void> {
    await this.turn()
    try {
      yield* runChild(task, limits, options)
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
