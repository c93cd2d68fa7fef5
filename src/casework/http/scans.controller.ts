import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { ReceivesFiles } from '../../platform/http/receive-files.js'
import { isRefusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { Desk } from '../desk.js'
import type { FieldKey } from '../pages/attention.js'
import { RemoveUpload } from '../remove-upload.js'
import { RestoreUpload } from '../restore-upload.js'
import { ChecklistReply } from './checklist-reply.js'
import { ReceiveScan } from './receive-scan.js'
import { SendScan } from './send-scan.js'

/** The scans of a case. */
@Controller()
@RequireRole('clerk')
export class ScansController {
  constructor(
    private readonly scans: ReceiveScan,
    private readonly removal: RemoveUpload,
    private readonly restoration: RestoreUpload,
    private readonly desk: Desk,
    private readonly sendScan: SendScan,
    private readonly reply: ChecklistReply,
  ) {}

  @Post(paths.uploads(':id', ':document'))
  @ReceivesFiles()
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('document') document: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const received = await this.scans.receive(actor, id, document, request, reply)
    const outcome = isRefusal(received) || received === null ? received : await this.desk.find(actor, id)
    const field = { kind: 'document', id: document } as const
    return this.reply.after({ actor, id, request, reply }, field, outcome, { datei: '' })
  }

  @Get(paths.upload(':id', ':upload'))
  send(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
    @Res() reply: FastifyReply,
  ) {
    return this.sendScan.send(actor, id, upload, reply)
  }

  @Post(paths.removeUpload(':id', ':upload'))
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.removal.remove(actor, id, upload)
    return this.reply.after({ actor, id, request, reply }, { kind: 'scan', id: upload }, outcome, {})
  }

  @Post(paths.restoreUpload(':id', ':upload'))
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.restoration.restore(actor, id, upload)
    // Where there is no room for one more, it is said at the document.
    const full = isRefusal(outcome) ? outcome.place : undefined
    const field: FieldKey = full === undefined ? { kind: 'scan', id: upload } : { kind: 'document', id: full }
    return this.reply.after({ actor, id, request, reply }, field, outcome, { datei: '' })
  }
}
