import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { IdPipe } from '../../platform/http/id.pipe.js'
import { notFound } from '../../platform/http/problem.js'
import { isRefusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { sendOn } from '../../web/send-page.js'
import type { Outcome } from '../case-file.store.js'
import { FinishAtCounter } from '../finish-at-counter.js'
import { Resume } from '../resume.js'
import { Withdraw } from '../withdraw.js'
import { ReasonForm, versionIn } from './forms.js'
import { ReviewReply } from './review-reply.js'

/** "Prüfen und übergeben", and the ways out of the office other than the hand-over. */
@Controller()
@RequireRole('clerk')
export class ReviewController {
  constructor(
    private readonly review: ReviewReply,
    private readonly finishAtCounter: FinishAtCounter,
    private readonly withdrawal: Withdraw,
    private readonly resumption: Resume,
  ) {}

  @Get(paths.review(':id'))
  show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    return this.review.show(actor, id, reply)
  }

  @Post(paths.finishAtCounter(':id'))
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() form: ReasonForm,
    @Res() reply: FastifyReply,
  ) {
    const { reason = '' } = form
    const outcome = await this.finishAtCounter.finish(actor, id, reason, versionIn(form))
    return this.left(actor, id, outcome, { reason }, reply)
  }

  @Post(paths.withdraw(':id'))
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason = '' }: ReasonForm,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.withdrawal.withdraw(actor, id, reason)
    return this.left(actor, id, outcome, { reason, withdrawing: true }, reply)
  }

  @Post(paths.resume(':id'))
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    const outcome = await this.resumption.resume(actor, id)
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.review.show(actor, id, reply, { refusal: outcome, reason: '' })
      : sendOn(reply, paths.case(id))
  }

  private left(
    actor: Actor,
    id: string,
    outcome: Outcome,
    typed: { readonly reason: string; readonly withdrawing?: boolean },
    reply: FastifyReply,
  ) {
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.review.show(actor, id, reply, { refusal: outcome, ...typed })
      : sendOn(reply, paths.history(id))
  }
}
