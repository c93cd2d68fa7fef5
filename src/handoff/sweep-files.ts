import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { IncomingFiles } from '../casework/incoming-files.js'
import { UploadStore } from '../casework/upload.store.js'
import { Clock } from '../platform/clock.js'
import { FileStore } from '../platform/file-store.js'
import { Intervals } from '../platform/intervals.js'
import { KeptFiles } from './kept-files.store.js'

const oneHour = 3_600_000
const oneDay = 24 * oneHour

/**
 * Forgets scans that were taken off a case a day ago, and removes files that nothing stands for: theirs, packages whose
 * hand-over failed, what came in while the program was killed. A file gets its row within seconds, so one that is an
 * hour old without a row never will.
 */
@Injectable()
export class SweepFiles implements OnApplicationBootstrap {
  private readonly log = new Logger(SweepFiles.name)

  constructor(
    private readonly files: FileStore,
    private readonly incoming: IncomingFiles,
    private readonly uploads: UploadStore,
    private readonly kept: KeptFiles,
    private readonly clock: Clock,
    private readonly intervals: Intervals,
  ) {}

  onApplicationBootstrap(): void {
    this.intervals.every(oneHour, this.log, () => this.sweep())
  }

  async sweep(): Promise<void> {
    const now = this.clock.now().getTime()
    const anHourAgo = new Date(now - oneHour)
    await this.uploads.forgetRemovedBefore(new Date(now - oneDay))
    await this.incoming.removeUnfinished(anHourAgo)
    await this.files.removeUnfinished(anHourAgo)
    for await (const hashes of this.files.putBefore(anHourAgo, await this.keptNames())) {
      // A file under a wrong name would take the right one with it.
      const kept = await this.kept.among(hashes)
      for (const sha256 of hashes) if (!kept.has(sha256)) await this.files.removePutBefore(anHourAgo, sha256)
    }
  }

  private async keptNames(): Promise<ReadonlySet<string>> {
    const names = new Set<string>()
    for await (const hashes of this.kept.all())
      for (const sha256 of hashes) for (const name of this.files.fileNamesOf(sha256)) names.add(name)
    return names
  }
}
