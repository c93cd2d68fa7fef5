import { Injectable } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { FileStore } from '../../platform/file-store.js'
import { notFound } from '../../platform/http/problem.js'
import { Desk } from '../desk.js'
import { nameToSend } from '../media-type.js'
import { UploadStore } from '../upload.store.js'

/** Sends a scan as a file to keep: shown inside our pages it could do what our pages can. */
@Injectable()
export class SendScan {
  constructor(
    private readonly desk: Desk,
    private readonly uploads: UploadStore,
    private readonly files: FileStore,
  ) {}

  async send(actor: Actor, id: string, uploadId: string, reply: FastifyReply): Promise<FastifyReply> {
    const caseFile = await this.desk.find(actor, id)
    const upload = caseFile === null ? null : await this.uploads.find(id, uploadId)
    if (upload === null) throw notFound()
    return reply
      .header('content-type', upload.mediaType)
      .header('content-length', upload.bytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nameToSend(upload))}`)
      .header('cache-control', 'no-store')
      .send(this.files.stream(upload.sha256))
  }
}
