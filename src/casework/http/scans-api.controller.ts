import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { orProblem } from '../../platform/http/or-problem.js'
import { ReceivesFiles } from '../../platform/http/receive-files.js'
import type { Upload } from '../case-file.js'
import { RemoveUpload } from '../remove-upload.js'
import { RestoreUpload } from '../restore-upload.js'
import { CaseFileReply } from './case-file-reply.js'
import { ReceiveScan } from './receive-scan.js'
import { SendScan } from './send-scan.js'

const fileForm = { type: 'object', properties: { datei: { type: 'string', format: 'binary' } } }

/** The scans of a case, for other programs. */
@Controller('/api/case-files/:id')
@ApiTags('case-files')
@RequireRole('clerk')
export class ScansApiController {
  constructor(
    private readonly scans: ReceiveScan,
    private readonly removal: RemoveUpload,
    private readonly restoration: RestoreUpload,
    private readonly sendScan: SendScan,
    private readonly reply: CaseFileReply,
  ) {}

  @Post('evidence/:document/uploads')
  @ReceivesFiles()
  @ApiOperation({ summary: 'Adds a scan to a document: PDF, JPEG, PNG or TIFF' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: fileForm })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('document') document: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return orProblem<readonly Upload[]>(await this.scans.receive(actor, id, document, request, reply))
  }

  @Get('uploads/:upload')
  @ApiOperation({ summary: 'The bytes of a scan' })
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')
  send(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
    @Res() reply: FastifyReply,
  ) {
    return this.sendScan.send(actor, id, upload, reply)
  }

  @Delete('uploads/:upload')
  @ApiOperation({ summary: 'Takes a scan off the case' })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
  ) {
    return this.reply.after(await this.removal.remove(actor, id, upload))
  }

  @Post('uploads/:upload/restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undoes a removal, for a day' })
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('upload', IdPipe) upload: string,
  ) {
    return this.reply.after(await this.restoration.restore(actor, id, upload))
  }
}
