import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { ReasonForm, versionIn } from '../../casework/http/forms.js'
import { ReviewReply } from '../../casework/http/review-reply.js'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { isRefusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { sendOn } from '../../web/send-page.js'
import { HandOver } from '../hand-over.js'
import { NoteForm } from './note-form.js'
import { SendPdf } from './send-pdf.js'

/** Handing over in the browser, and what is printed of a case. */
@Controller()
export class HandOverController {
  constructor(
    private readonly handingOver: HandOver,
    private readonly review: ReviewReply,
    private readonly pdf: SendPdf,
  ) {}

  @Post(paths.handOver(':id'))
  @RequireRole('clerk')
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() form: ReasonForm,
    @Res() reply: FastifyReply,
  ) {
    const { reason = '' } = form
    const outcome = await this.handingOver.handOver(actor, id, reason, versionIn(form))
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.review.show(actor, id, reply, { refusal: outcome, reason })
      : sendOn(reply, paths.history(id))
  }

  /** Reached by "reload" after a hand-over that was refused. */
  @Get(paths.handOver(':id'))
  @RequireRole('clerk')
  show(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    return sendOn(reply, paths.review(id))
  }

  @Get(paths.package(':id'))
  @RequireRole('clerk', 'caseworker')
  package(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query('paket') wanted: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    return this.pdf.package(actor, id, wanted, reply)
  }

  @Post(paths.note(':id'))
  @HttpCode(200)
  @RequireRole('clerk')
  note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { language = '' }: NoteForm,
    @Res() reply: FastifyReply,
  ) {
    return this.pdf.noteFor(actor, id, language, reply)
  }

  /** Reached by a window with the note that is opened once more. */
  @Get(paths.note(':id'))
  @RequireRole('clerk')
  showNote(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    return sendOn(reply, paths.review(id))
  }
}
