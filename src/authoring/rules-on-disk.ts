import { Inject, Injectable } from '@nestjs/common'
import type { RunningConfig } from '../config.js'
import { CONFIG } from '../platform/config.token.js'
import { Rulebook } from '../rulebook/rulebook.js'

/**
 * The rule files as they are at this moment. The counter works with those that it took over; authors look at what they
 * have just written, so the folder is read again whenever one of its files has changed.
 */
@Injectable()
export class RulesOnDisk {
  readonly folder: string
  private known: Rulebook | undefined

  constructor(@Inject(CONFIG) config: Pick<RunningConfig, 'rulesDir'>) {
    this.folder = config.rulesDir
  }

  /** The same rulebook as long as no rule file has changed. */
  read(): Rulebook {
    if (this.known === undefined || this.known.isOutdated()) this.known = Rulebook.from(this.folder)
    return this.known
  }
}
