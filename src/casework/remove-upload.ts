import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Database, type Transaction } from '../platform/database.js'
import { isRefusal } from '../platform/refusal.js'
import { CaseFileStore, type Outcome } from './case-file.store.js'
import { reachOf } from './desk.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'
import { uploadRefusals } from './upload-refusals.js'
import { UploadStore } from './upload.store.js'

@Injectable()
export class RemoveUpload {
  constructor(
    private readonly cases: CaseFileStore,
    private readonly uploads: UploadStore,
    private readonly database: Database,
  ) {}

  /** Takes a scan off the case. How its document was seen stays as noted; a second time is refused. */
  remove(actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    return this.database.change((tx) => this.removeIn(tx, actor, id, uploadId))
  }

  private async removeIn(tx: Transaction, actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    const reach = reachOf(actor)
    if ((await this.cases.locked(tx, id, reach)) === null) return null
    const document = await this.uploads.documentOf(tx, id, uploadId)
    if (document === null) return uploadRefusals.unknown()
    const told = { action: 'caseFile.fileRemoved', details: { upload: uploadId, document } }
    const changed = await this.cases.changeIn(
      tx,
      id,
      reach,
      actor,
      (caseFile) => (isAtTheOffice(caseFile.state) ? { ...caseFile } : refusals.closed()),
      told,
    )
    if (changed !== null && !isRefusal(changed)) await this.uploads.remove(tx, id, uploadId)
    return changed
  }
}
