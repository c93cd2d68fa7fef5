import { Controller, Get, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { paths } from '../web/paths.js'
import { sendOn, sendPage } from '../web/send-page.js'
import { type Actor, viewerOf } from './actor.js'
import { CurrentActor } from './current-actor.js'
import { HomePage } from './home.page.js'

@Controller()
export class HomeController {
  /** Everyone begins where their work lies. */
  @Get(paths.home)
  begin(@CurrentActor() actor: Actor, @Res() reply: FastifyReply) {
    if (actor.roles.includes('clerk')) return sendOn(reply, paths.cases)
    if (actor.roles.includes('caseworker')) return sendOn(reply, paths.inbox)
    if (actor.roles.includes('ruleAuthor')) return sendOn(reply, paths.rules)
    return sendPage(
      reply,
      HomePage({ viewer: viewerOf(actor), roles: actor.roles, csrf: reply.generateCsrf() }),
    )
  }
}
