import { buffer, text } from 'node:stream/consumers'
import { Inject, Injectable, Logger, Optional } from '@nestjs/common'
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
import { Places } from './places.js'
import { ReadyChild } from './ready-child.js'
import { ChildFailed, runChild, type RunOptions } from './run-child.js'
import type { ChildTask, NoteTask, PackageTask, PrepareTask, SurveyTask } from './tasks.js'

// The server keeps a core for those who only want a page.
const childrenAtOnce = 2
const longAtOnce = 1

/** The child ended well, but what came of it are not the plates of a whole scan. */
class NoPlates extends Error {
  constructor(readonly found: FoundScan | Refusal) {
    super('no plates')
  }
}

/** Where files are looked into and PDFs are made: in children, a few at a time. */
@Injectable()
export class Workshop implements ScanInspector {
  private readonly log = new Logger(Workshop.name)
  private readonly places = new Places(childrenAtOnce)
  /** Of those: for work of minutes, so that whoever is at a counter finds another one free. */
  private readonly longPlaces = new Places(longAtOnce)

  constructor(@Optional() @Inject(ReadyChild) private readonly ready?: Pick<ReadyChild, 'take'>) {}

  inspect(file: LentFile, mediaType: Upload['mediaType'], keep: KeepPlates): Promise<Inspected | Refusal> {
    return this.prepare({ file, mediaType, seconds: platesSeconds }, keep, (task, options) =>
      this.run(task, inspectLimits, options),
    )
  }

  /** Makes the plates of a scan that was taken in without them, however long that takes. */
  makePlates(file: LentFile, mediaType: Upload['mediaType'], keep: KeepPlates): Promise<Inspected | Refusal> {
    return this.prepare({ file, mediaType, seconds: platesLimits.seconds }, keep, (task, options) =>
      this.runLong(task, platesLimits, options),
    )
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
    scan: Omit<PrepareTask, 'kind'>,
    keep: KeepPlates,
    run: (task: PrepareTask, options: RunOptions) => AsyncIterable<Buffer>,
  ): Promise<Inspected | Refusal> {
    try {
      return await keepPlates((options) => run({ kind: 'prepare', ...scan }, options), keep)
    } catch (error) {
      if (error instanceof NoPlates)
        return isRefusal(error.found) ? error.found : { ...error.found, plates: null }
      if (!(error instanceof ChildFailed)) throw error
      this.log.error(`${scan.mediaType}: ${error.message.replaceAll(scan.file.path, 'the file')}`)
      return error.why === 'fault' ? scanRefusals.notChecked() : scanRefusals.tooCostly()
    }
  }

  /** What is found in forms, as JSON. */
  survey(task: SurveyTask, signal: AbortSignal): AsyncIterable<Uint8Array> {
    return this.runLong(task, surveyLimits, { signal })
  }

  private runLong(task: ChildTask, limits: ChildLimits, options: RunOptions): AsyncIterable<Buffer> {
    return this.longPlaces.with(() => this.run(task, limits, options))
  }

  private run(task: ChildTask, limits: ChildLimits, options?: RunOptions): AsyncIterable<Buffer> {
    return this.places.with(() => runChild(task, limits, options))
  }
}

/** Only the bytes pass through here; whether they are kept is known when the child has said what it found. */
async function keepPlates(
  run: (options: RunOptions) => AsyncIterable<Buffer>,
  keep: KeepPlates,
): Promise<Inspected> {
  const heard: { found?: FoundScan | Refusal } = {}
  const output = run({ said: (text) => void (heard.found = readFinding(text)) })
  const wholeScan = (): FoundScan => {
    const found = heard.found!
    if (isRefusal(found) || !found.isWhole) throw new NoPlates(found)
    return found
  }
  const whole = async function* () {
    yield* output
    wholeScan()
  }
  const { sha256 } = await keep(whole())
  return { ...wholeScan(), plates: sha256 }
}
