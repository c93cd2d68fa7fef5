import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { refusalStatus } from '../../platform/http/refusal-status.js'
import { isRefusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { sendOn } from '../../web/send-page.js'
import { MoveOver } from '../move-over.js'
import { ChecklistReply } from './checklist-reply.js'
import { MoveOverForm, versionIn } from './forms.js'

/** Puts a case under the rule set that is in force now. */
@Controller()
@RequireRole('clerk')
export class MoveOverController {
  constructor(
    private readonly movingOver: MoveOver,
    private readonly reply: ChecklistReply,
  ) {}

  @Post(paths.moveOver(':id'))
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() form: MoveOverForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.movingOver.move(actor, id, form.to, versionIn(form))
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.reply.show({ actor, id, request, reply }, { refusedStep: outcome }, refusalStatus(outcome))
      : sendOn(reply, paths.case(id))
  }

  /** Reached by "reload" after a move that was refused. */
  @Get(paths.moveOver(':id'))
  show(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    return sendOn(reply, paths.case(id))
  }
}
