import type { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import type { RunningConfig } from '../config.js'
import type { Actor } from '../cooperation/actor.js'
import { CONFIG } from '../platform/config.token.js'
import { Database } from '../platform/database.js'
import { FileStore, type StoredFile } from '../platform/file-store.js'
import { Ids } from '../platform/ids.js'
import { streamOf } from '../platform/lent-file.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import type { CaseFile, ListedUpload, Upload } from './case-file.js'
import { CaseFileStore } from './case-file.store.js'
import { CheckMalware } from './check-malware.js'
import { pointAbout } from './deficiencies.js'
import { Desk, reachOf } from './desk.js'
import { withScan } from './with-scan.js'
import { IncomingFiles, type IncomingFile } from './incoming-files.js'
import { isAtTheOffice } from './life-cycle.js'
import { cleanName, mediaTypeOf } from './media-type.js'
import { refusals } from './refusals.js'
import { ScanInspector, type Inspected } from './scan-inspector.js'
import { mostPages, uploadRefusals } from './upload-refusals.js'
import { UploadStore } from './upload.store.js'

/** A file as it comes in: its content, its name, and whether the stream was cut at the limit. */
export interface SentFile {
  readonly content: Readable
  readonly name: string
  readonly isCut: () => boolean
}

type Examined = Inspected & Pick<Upload, 'mediaType' | 'malwareCheckedAt'>

@Injectable()
export class AddUpload {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseFileStore,
    private readonly uploads: UploadStore,
    private readonly incoming: IncomingFiles,
    private readonly malware: CheckMalware,
    private readonly inspector: ScanInspector,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /**
   * Takes a scan for a needed document. The same file under the same name once more is the same scan, as a browser that
   * lost the answer sends it again, unless it is the office's word about a disputed document. `null` for a case that
   * these eyes cannot see.
   */
  async add(actor: Actor, id: string, document: string, sent: SentFile): Promise<Upload | Refusal | null> {
    const caseFile = await this.desk.find(actor, id)
    if (caseFile === null) return null
    const refused = this.refuseBefore(caseFile, document)
    if (refused !== null) return refused
    const file = await this.incoming.receive(sent.content)
    try {
      const examined = await this.examine(actor, id, file, document, sent.isCut())
      if (isRefusal(examined)) return examined
      const stored = await this.files.put(streamOf(file))
      return await this.keep(actor, caseFile, document, cleanName(sent.name), { ...examined, ...stored })
    } finally {
      await this.incoming.discard(file.path)
    }
  }

  /** The refusal for a file that was cut at the limit. */
  tooLarge(document: string): Refusal {
    return uploadRefusals.tooLarge(document, this.config.uploadMegabytes)
  }

  private refuseBefore(caseFile: CaseFile, document: string): Refusal | null {
    if (!isAtTheOffice(caseFile.state)) return refusals.closed()
    const needed = this.desk.ruleSetOf(caseFile).compiled.ruleSet.documents.find(({ id }) => id === document)
    if (needed === undefined) return refusals.unknownDocument(document)
    return needed.noCopy === true ? uploadRefusals.noCopy(document) : null
  }

  private async examine(
    actor: Actor,
    caseFileId: string,
    file: IncomingFile,
    document: string,
    cut: boolean,
  ): Promise<Examined | Refusal> {
    if (cut || file.bytes > this.config.uploadMegabytes * 1_000_000) return this.tooLarge(document)
    if (file.bytes === 0) return uploadRefusals.empty(document)
    const mediaType = mediaTypeOf(file.start)
    if (mediaType === null) return uploadRefusals.wrongType(document)
    const content = () => streamOf(file)
    const checked = await this.malware.check({ actor, caseFileId, document, content })
    if (isRefusal(checked)) return checked
    const inspected = await this.inspector.inspect(file, mediaType, (plates) => this.files.put(plates))
    if (isRefusal(inspected)) return { ...inspected, place: document }
    if (inspected.pages > mostPages) return uploadRefusals.tooManyPages(document, inspected.pages)
    const { pages, plates, redrawn } = inspected
    return { mediaType, pages, plates, redrawn, ...checked }
  }

  /** The case may have moved on while the file came in, so it is looked at again under its lock. */
  private keep(
    actor: Actor,
    { id }: CaseFile,
    document: string,
    name: string,
    file: Examined & StoredFile,
  ): Promise<Upload | Refusal | null> {
    return this.database.change(async (tx) => {
      const upload: ListedUpload = {
        id: this.ids.newId(),
        caseFileId: id,
        document,
        name,
        ...file,
        addedBy: actor.staffId,
        addedAt: tx.at.toISOString(),
        removedAt: null,
      }
      const caseFile = await this.cases.locked(tx, id, reachOf(actor))
      if (caseFile === null) return null
      const same = await this.uploads.same(tx, upload)
      if (same !== null && pointAbout(caseFile, 'document', document) === undefined) return same
      const count = await this.uploads.count(tx, id)
      const told = {
        action: 'caseFile.fileAdded',
        details: { document, upload: upload.id, sha256: file.sha256 },
      }
      const changed = await this.cases.changeIn(
        tx,
        id,
        reachOf(actor),
        actor,
        (caseFile) =>
          this.desk.changed(actor, caseFile, (now, atDesk) => withScan(now, document, count, atDesk)),
        told,
      )
      if (changed === null || isRefusal(changed)) return changed
      await this.uploads.add(tx, upload)
      return upload
    })
  }
}
