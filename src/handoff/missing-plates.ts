import { Injectable, Logger } from '@nestjs/common'
import type { Upload } from '../casework/case-file.js'
import { UploadStore } from '../casework/upload.store.js'
import { FileStore } from '../platform/file-store.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { Workshop } from './child/workshop.js'
import { handOverRefusals, refusalFor } from './hand-over-refusals.js'

/** Makes the plates that scans lack: those of long files, and of files from before there were plates. */
@Injectable()
export class MissingPlates {
  private readonly log = new Logger(MissingPlates.name)

  constructor(
    private readonly uploads: UploadStore,
    private readonly workshop: Workshop,
    private readonly files: FileStore,
  ) {}

  /** The scans, all with their plates; a refusal names the first of which none can be made. */
  async make(uploads: readonly Upload[]): Promise<Upload[] | Refusal> {
    const whole: Upload[] = []
    for (const upload of uploads) {
      const made = upload.plates === null ? await this.makeFor(upload) : upload
      if (isRefusal(made)) return made
      whole.push(made)
    }
    return whole
  }

  private async makeFor(upload: Upload): Promise<Upload | Refusal> {
    const { id, sha256, mediaType, document, name } = upload
    const lent = await this.files.lend(sha256).catch((error: unknown) => refusalFor(error, name))
    if (isRefusal(lent)) return lent
    const made = await this.workshop.makePlates(lent, mediaType, (plates) => this.files.put(plates))
    if (isRefusal(made) || made.plates === null || made.pages !== upload.pages) {
      this.log.error(`scan ${id}: no plates, ${isRefusal(made) ? made.code : 'not whole'}`)
      return handOverRefusals.scanNotReady(document, name)
    }
    const { plates, redrawn } = made
    await this.uploads.keepPlates(upload, { plates, redrawn })
    return { ...upload, plates, redrawn }
  }
}
