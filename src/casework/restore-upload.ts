import { Injectable } from '@nestjs/common'
import type { Actor } from '../cooperation/actor.js'
import { Database, type Transaction } from '../platform/database.js'
import { CaseFileStore, type Outcome } from './case-file.store.js'
import { reachOf } from './desk.js'
import { isAtTheOffice } from './life-cycle.js'
import { refusals } from './refusals.js'
import { mostUploads, uploadRefusals } from './upload-refusals.js'
import { UploadStore } from './upload.store.js'

@Injectable()
export class RestoreUpload {
  constructor(
    private readonly cases: CaseFileStore,
    private readonly uploads: UploadStore,
    private readonly database: Database,
  ) {}

  /** Undoes a removal. One that a colleague has brought back meanwhile is back. */
  restore(actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    return this.database.change((tx) => this.restoreIn(tx, actor, id, uploadId))
  }

  private async restoreIn(tx: Transaction, actor: Actor, id: string, uploadId: string): Promise<Outcome> {
    const reach = reachOf(actor)
    const caseFile = await this.cases.locked(tx, id, reach)
    if (caseFile === null) return null
    const upload = await this.uploads.locked(tx, id, uploadId)
    if (upload === null) return uploadRefusals.gone()
    if (upload.removedAt === null) return caseFile
    if (!isAtTheOffice(caseFile.state)) return refusals.closed()
    if ((await this.uploads.count(tx, id)) >= mostUploads) return uploadRefusals.tooMany(upload.document)
    await this.uploads.setRemoved(tx, uploadId, null)
    return this.cases.changeIn(tx, id, reach, actor, (now) => ({ ...now }), {
      action: 'caseFile.fileRestored',
      details: { upload: uploadId, document: upload.document },
    })
  }
}
