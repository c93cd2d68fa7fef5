import { Injectable } from '@nestjs/common'
import type { CaseFile, Upload } from '../casework/case-file.js'
import { CheckMalware } from '../casework/check-malware.js'
import { RemoveUpload } from '../casework/remove-upload.js'
import { UploadStore } from '../casework/upload.store.js'
import type { Actor } from '../cooperation/actor.js'
import { DamagedFile } from '../platform/damaged-file.js'
import { FileStore } from '../platform/file-store.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { handOverRefusals } from './hand-over-refusals.js'

/**
 * Has scans looked at that came while no malware scanner was set up, before a package is made of them. One that the
 * scanner finds something in is taken off its case: nothing can be handed over with it.
 */
@Injectable()
export class CheckScans {
  constructor(
    private readonly malware: CheckMalware,
    private readonly uploads: UploadStore,
    private readonly removal: RemoveUpload,
    private readonly files: FileStore,
  ) {}

  /** Why nothing can be handed over now; `null` where nothing stands against it. */
  async check(actor: Actor, caseFile: CaseFile): Promise<Refusal | null> {
    if (!this.malware.isSetUp) return null
    for (const upload of await this.uploads.of(caseFile.id)) {
      const refused = upload.malwareCheckedAt === null ? await this.checkOne(actor, upload) : null
      if (refused !== null) return refused
    }
    return null
  }

  private async checkOne(actor: Actor, upload: Upload): Promise<Refusal | null> {
    const { id, caseFileId, document, name, sha256 } = upload
    const content = () => this.files.stream(sha256) as AsyncIterable<Buffer>
    try {
      const checked = await this.malware.check({ actor, caseFileId, document, content })
      if (isRefusal(checked)) return await this.refuse(actor, upload, checked)
      await this.uploads.noteCheck(id, checked)
      return null
    } catch (error) {
      if (error instanceof DamagedFile) return handOverRefusals.scanDamaged(name)
      throw error
    }
  }

  private async refuse(actor: Actor, { id, caseFileId, name }: Upload, { code }: Refusal): Promise<Refusal> {
    if (code === 'malwareNotChecked') return handOverRefusals.malwareNotChecked(name)
    await this.removal.removeForGood(actor, caseFileId, id)
    return code === 'malwareFound'
      ? handOverRefusals.malwareFound(name)
      : handOverRefusals.malwareNotSeen(name)
  }
}
