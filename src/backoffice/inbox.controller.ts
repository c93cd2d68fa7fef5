import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Outcome } from '../casework/case-file.store.js'
import { versionIn } from '../casework/http/forms.js'
import type { Actor } from '../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../cooperation/current-actor.js'
import { frameOf } from '../cooperation/frame.js'
import { IdPipe } from '../platform/http/id.pipe.js'
import { notFound } from '../platform/http/problem.js'
import { refusalStatus } from '../platform/http/refusal-status.js'
import { isRefusal, type Refusal } from '../platform/refusal.js'
import { paths } from '../web/paths.js'
import { textIn, type Posted } from '../web/posted.js'
import { sendOn, sendPage } from '../web/send-page.js'
import { Decide } from './decide.js'
import { deficienciesIn } from './deficiencies-given.js'
import { DecisionPage } from './decision.page.js'
import { HandedOver } from './handed-over.js'
import { SendAgain } from './send-again.js'
import { inboxStates } from './inbox.js'
import { InboxPage } from './inbox.page.js'

const versionOf = (form: Posted): number | null => versionIn({ version: textIn(form, 'version') })

/** The inbox in the browser. */
@Controller()
@RequireRole('caseworker')
export class InboxController {
  constructor(
    private readonly handedOver: HandedOver,
    private readonly decide: Decide,
    private readonly sendAgain: SendAgain,
  ) {}

  @Get(paths.inbox)
  async list(@CurrentActor() actor: Actor, @Query() query: Posted, @Res() reply: FastifyReply) {
    const state = inboxStates.find((known) => known === query['stand']) ?? 'handedOver'
    const text = textIn(query, 'suche').trim()
    const rows = await this.handedOver.list(actor, state, text)
    const stuck = await this.handedOver.stuck(actor)
    return sendPage(reply, InboxPage({ ...frameOf(actor, reply), state, text, rows, stuck }))
  }

  @Get(paths.inboxCase(':id'))
  show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    return this.page(actor, id, reply)
  }

  @Post(paths.acceptCase(':id'))
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() form: Posted,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(await this.decide.accept(id, actor, versionOf(form)), actor, id, reply)
  }

  @Post(paths.reopenCase(':id'))
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() form: Posted,
    @Res() reply: FastifyReply,
  ) {
    return this.answer(await this.decide.reopen(id, actor, versionOf(form)), actor, id, reply)
  }

  @Post(paths.returnCase(':id'))
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { _csrf, version, ...fields }: Posted,
    @Res() reply: FastifyReply,
  ) {
    const given = deficienciesIn(fields)
    const outcome = await this.decide.giveBack(id, actor, given, versionOf({ version }))
    return this.answer(outcome, actor, id, reply, fields)
  }

  @Post(paths.retryDelivery(':id'))
  async deliver(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    if ((await this.sendAgain.send(actor, id)) === null) throw notFound()
    return sendOn(reply, paths.inboxCase(id))
  }

  /** On to the case as it is now, or the same page with what was typed and what is wrong. */
  private answer(outcome: Outcome, actor: Actor, id: string, reply: FastifyReply, typed: Posted = {}) {
    if (outcome === null) throw notFound()
    return isRefusal(outcome)
      ? this.page(actor, id, reply, outcome, typed)
      : sendOn(reply, paths.inboxCase(id))
  }

  private async page(actor: Actor, id: string, reply: FastifyReply, refused?: Refusal, typed: Posted = {}) {
    const found = await this.handedOver.find(actor, id)
    if (found === null) throw notFound()
    const errors =
      refused === undefined ? [] : [{ place: refused.place ?? 'inhalt', message: refused.message }]
    const page = DecisionPage({ ...frameOf(actor, reply), ...found, typed, errors })
    return sendPage(reply, page, refused === undefined ? 200 : refusalStatus(refused))
  }
}
