import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Intervals } from '../platform/intervals.js'
import { firstLines, type FileProblem } from '../rulebook/file-problem.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { CaseFileStore } from './case-file.store.js'

const milliseconds = 2000

/**
 * Lets the running server follow the rule files. It asks for their stamps instead of being told, because folders of
 * other machines and containers tell nothing. It stands here because a rule set that a case refers to must stay.
 */
@Injectable()
export class WatchRules implements OnApplicationBootstrap {
  private readonly log = new Logger(WatchRules.name)

  constructor(
    private readonly rulebook: Rulebook,
    private readonly caseFiles: CaseFileStore,
    private readonly clock: Clock,
    private readonly intervals: Intervals,
  ) {}

  onApplicationBootstrap(): void {
    this.tell(this.rulebook.problems)
    this.intervals.every(milliseconds, this.log, () => this.look())
  }

  /** Takes what changed since the last look. */
  async look(): Promise<void> {
    if (!this.rulebook.isOutdated()) return
    const inUse = await this.caseFiles.ruleSetsInUse()
    this.tell(this.rulebook.refresh(this.clock.today(), inUse))
  }

  /** The first problem of each file; `lotse rules check` tells them all. */
  private tell(problems: readonly FileProblem[]): void {
    for (const line of firstLines(problems)) this.log.warn(`Regeldatei nicht übernommen: ${line}`)
  }
}
