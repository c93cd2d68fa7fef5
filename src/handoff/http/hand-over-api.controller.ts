import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { Desk } from '../../casework/desk.js'
import { FinishInput } from '../../casework/http/api-inputs.js'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { orProblem } from '../../platform/http/or-problem.js'
import { notFound } from '../../platform/http/problem.js'
import { HandOver } from '../hand-over.js'
import type { Package } from '../package.js'
import { PackageStore, readerOf } from '../package.store.js'
import { NoteForm } from './note-form.js'
import { SendPdf } from './send-pdf.js'

/** Handing over, packages and notes for other programs. */
@Controller('/api/case-files/:id')
@ApiTags('packages')
export class HandOverApiController {
  constructor(
    private readonly handingOver: HandOver,
    private readonly packages: PackageStore,
    private readonly desk: Desk,
    private readonly pdf: SendPdf,
  ) {}

  @Post('hand-over')
  @HttpCode(200)
  @RequireRole('clerk')
  @ApiOperation({ summary: 'Hands the case over; doing it again answers with the same package' })
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason = '', version }: FinishInput,
  ) {
    return summary(orProblem<Package>(await this.handingOver.handOver(actor, id, reason, version ?? null)))
  }

  @Get('packages')
  @RequireRole('clerk', 'caseworker')
  @ApiOperation({ summary: 'What was handed over of this case, the newest first' })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    const packages = await this.packages.of(id, readerOf(actor))
    if (packages.length === 0 && (await this.desk.find(actor, id)) === null) throw notFound()
    return packages.map(summary)
  }

  @Get('package.pdf')
  @RequireRole('clerk', 'caseworker')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The package that was handed over last, or the one with the id `package`' })
  package(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query('package') wanted: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.pdf.package(actor, id, wanted, reply)
  }

  @Post('note.pdf')
  @HttpCode(200)
  @RequireRole('clerk')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'Makes the note for the citizen, as the case stands now, with a code of its own' })
  note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { language = '' }: NoteForm,
    @Res() reply: FastifyReply,
  ) {
    return this.pdf.noteFor(actor, id, language, reply)
  }
}

const summary = ({ id, sha256, bytes, madeAt, departmentId, reason, contents }: Package) => ({
  id,
  sha256,
  bytes,
  madeAt,
  departmentId,
  reason,
  verdict: contents.verdict.outcome,
})
