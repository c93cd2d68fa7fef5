import { statfs } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from './config.token.js'
import { Database } from './database.js'
import { MalwareScanner } from './malware/malware-scanner.js'

export interface Health {
  readonly status: 'up' | 'down'
}

export interface DeepHealth extends Health {
  readonly database: { readonly status: 'up' | 'down'; readonly milliseconds: number }
  readonly malwareScanner: { readonly status: 'up' | 'down' | 'notSetUp' }
  readonly dataFolder: { readonly freeBytes: number }
  readonly process: { readonly seconds: number; readonly memoryBytes: number; readonly node: string }
}

@Injectable()
export class HealthCheck {
  constructor(
    private readonly database: Database,
    private readonly scanner: MalwareScanner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether work can be done; says nothing about the inside. */
  async check(): Promise<Health> {
    return { status: await this.databaseStatus() }
  }

  async checkDeeply(): Promise<DeepHealth> {
    const begin = performance.now()
    const status = await this.databaseStatus()
    const milliseconds = Math.round(performance.now() - begin)
    const { bavail, bsize } = await statfs(this.config.dataDir)
    return {
      status,
      database: { status, milliseconds },
      malwareScanner: { status: await this.scannerStatus() },
      dataFolder: { freeBytes: bavail * bsize },
      process: {
        seconds: Math.round(process.uptime()),
        memoryBytes: process.memoryUsage.rss(),
        node: process.version,
      },
    }
  }

  private async scannerStatus(): Promise<DeepHealth['malwareScanner']['status']> {
    const answers = await this.scanner.answers()
    if (answers === null) return 'notSetUp'
    return answers ? 'up' : 'down'
  }

  private async databaseStatus(): Promise<Health['status']> {
    try {
      await this.database.reader.query('select 1')
      return 'up'
    } catch {
      return 'down'
    }
  }
}
