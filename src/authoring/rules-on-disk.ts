import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
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
  private known: { readonly stamp: string; readonly rulebook: Rulebook } | undefined

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.folder = config.rulesDir
  }

  read(): Rulebook {
    const stamp = this.stamp((file) => !isExample(file))
    if (this.known?.stamp !== stamp) this.known = { stamp, rulebook: Rulebook.from(this.folder) }
    return this.known.rulebook
  }

  /** Equal as long as nothing changed on which the results of a service's examples depend. */
  examplesStamp(service: string): string {
    return this.stamp((file) => !isExample(file) || file.startsWith(`${service}/`))
  }

  private stamp(wanted: (file: string) => boolean): string {
    return filesIn(this.folder)
      .filter(wanted)
      .map((file) => {
        // One that is removed just now is not listed the next time.
        const stat = statSync(join(this.folder, file), { throwIfNoEntry: false })
        return `${file}:${stat?.size}:${stat?.mtimeMs}`
      })
      .join('\n')
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json'))
    .toSorted()

const isExample = (file: string): boolean => file.includes('/examples/')
