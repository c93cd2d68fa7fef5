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

  /**
   * Takes a scan off the case; for a day it can be brought back. How its document was seen stays as noted; a second
   * time is refused.
   */
  remove(actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    return this.takeOff(actor, id, uploadId, (tx) =>
      this.uploads.setRemoved(tx, uploadId, tx.at.toISOString()),
    )
  }

  /** The same with no way back, for one that the malware scanner finds something in. */
  removeForGood(actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    return this.takeOff(actor, id, uploadId, (tx) => this.uploads.forget(tx, uploadId))
  }

  private takeOff(
    actor: Actor,
    id: string,
    uploadId: string,
    write: (tx: Transaction) => Promise<void>,
  ): Promise<Outcome> {
    return this.database.change(async (tx) => {
      const reach = reachOf(actor)
      if ((await this.cases.locked(tx, id, reach)) === null) return null
      const upload = await this.uploads.locked(tx, id, uploadId)
      if (upload === null || upload.removedAt !== null) return uploadRefusals.unknown()
      const changed = await this.cases.changeIn(
        tx,
        id,
        reach,
        actor,
        (caseFile) => (isAtTheOffice(caseFile.state) ? { ...caseFile } : refusals.closed()),
        { action: 'caseFile.fileRemoved', details: { upload: uploadId, document: upload.document } },
      )
      if (changed !== null && !isRefusal(changed)) await write(tx)
      return changed
    })
  }
}
