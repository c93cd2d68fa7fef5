import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { CurrentActor, RequireRole } from '../../cooperation/current-actor.js'
import { frameOf } from '../../cooperation/frame.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { paths } from '../../web/paths.js'
import { textIn, type Posted } from '../../web/posted.js'
import { sendOn, sendPage } from '../../web/send-page.js'
import { readCode } from '../case-code.js'
import { GoOnPage } from '../pages/go-on.page.js'
import { TakeOverPage } from '../pages/take-over.page.js'
import { refusals } from '../refusals.js'
import { TakeOver } from '../take-over.js'
import { refusalStatus } from '../../platform/http/refusal-status.js'

/** What the code on a note leads to, scanned or typed. */
@Controller()
@RequireRole('clerk')
export class TakeOverController {
  constructor(private readonly takingOver: TakeOver) {}

  @Get(paths.goOn)
  ask(@CurrentActor() actor: Actor, @Res() reply: FastifyReply) {
    return sendPage(reply, GoOnPage(frameOf(actor, reply)))
  }

  @Post(paths.goOn)
  typed(@CurrentActor() actor: Actor, @Body() posted: Posted, @Res() reply: FastifyReply) {
    const code = readCode(textIn(posted, 'code'))
    return code === null
      ? this.refused(actor, refusals.unknownCode(), reply)
      : sendOn(reply, paths.goOnWith(code))
  }

  @Get(paths.goOnWith(':code'))
  @RouteConfig({ secretInAddress: true })
  async show(@CurrentActor() actor: Actor, @Param('code') code: string, @Res() reply: FastifyReply) {
    const found = await this.takingOver.look(actor, code)
    if (isRefusal(found)) return this.refused(actor, found, reply)
    const { caseFile, isHere, office, title, refusal } = found
    if (isHere) return sendOn(reply, paths.case(caseFile.id))
    const page = TakeOverPage({
      ...frameOf(actor, reply),
      ...(refusal !== null && { problem: refusal.message }),
      code,
      number: caseFile.number,
      title,
      office,
      ownOffice: actor.placeName,
    })
    return sendPage(reply, page, refusal === null ? 200 : refusalStatus(refusal))
  }

  @Post(paths.goOnWith(':code'))
  @RouteConfig({ secretInAddress: true })
  async takeOver(@CurrentActor() actor: Actor, @Param('code') code: string, @Res() reply: FastifyReply) {
    const outcome = await this.takingOver.takeOver(actor, code)
    if (!isRefusal(outcome)) return sendOn(reply, paths.case(outcome.id))
    // Whatever came between: the page says how the case stands now.
    return ['unknownCode', 'tooManyCodes'].includes(outcome.code)
      ? this.refused(actor, outcome, reply)
      : sendOn(reply, paths.goOnWith(code))
  }

  private refused(actor: Actor, refusal: Refusal, reply: FastifyReply) {
    return sendPage(reply, GoOnPage({ ...frameOf(actor, reply), refusal }), refusalStatus(refusal))
  }
}
