import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import type { Config } from '../config.js'
import { CONFIG } from './config.token.js'
import { DamagedFile } from './damaged-file.js'
import { FileStore, isStored } from './file-store.js'
import { findStored } from './find-stored.js'
import { streamOf } from './lent-file.js'
import { encryptedSuffix, storeFolderOf, StoreKeyRing } from './store-key-ring.js'

/**
 * Encrypts with the first key what an earlier version stored as it came, and what was encrypted with an older key: beside
 * the work of the server, one file after the other. The old file goes once the new one is on the disk.
 */
@Injectable()
export class RenewFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RenewFiles.name)
  private readonly folder: string
  private running: Promise<void> = Promise.resolve()
  private isEnding = false

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly ring: StoreKeyRing,
    private readonly files: FileStore,
  ) {
    this.folder = storeFolderOf(config)
  }

  onApplicationBootstrap(): void {
    this.running = this.renew().catch((error) => this.log.error(error))
  }

  async onApplicationShutdown(): Promise<void> {
    this.isEnding = true
    await this.running
  }

  async renew(): Promise<void> {
    const needsOthers = this.ring.needsOthers
    const old = (await this.stored()).filter((path) => needsOthers || !path.endsWith(encryptedSuffix))
    let left = 0
    for (const path of old) {
      if (this.isEnding) return
      if (!(await this.isRenewed(path))) left++
    }
    if (left === 0 && needsOthers) this.ring.needFirstOnly()
  }

  private async stored(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true })
    return entries.map(({ parentPath, name }) => join(parentPath, name)).filter(isStored)
  }

  private async isRenewed(path: string): Promise<boolean> {
    try {
      const found = await findStored(path, this.ring)
      if (found === null || found.keyId === this.ring.first.id) return true
      await this.files.put(streamOf(found.file))
      await rm(path, { force: true })
      return true
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      this.log.error(`${path} stays as it is: ${error.message}`)
      return false
    }
  }
}
