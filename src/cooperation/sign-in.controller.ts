import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal } from '../platform/refusal.js'
import { paths } from '../web/paths.js'
import { sendOn, sendPage } from '../web/send-page.js'
import { PublicRoute } from './current-actor.js'
import { nextPage } from './next-page.js'
import { beginSession, endSession } from './session.js'
import { SignIn } from './sign-in.js'
import { SignInForm } from './sign-in-input.js'
import { SignInPage } from './sign-in.page.js'

@Controller()
@PublicRoute()
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Get(paths.signIn)
  show(@Query('next') next: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (request.actor) return sendOn(reply, nextPage(next))
    return sendPage(reply, SignInPage({ csrf: reply.generateCsrf(), next: nextPage(next) }))
  }

  @Post(paths.signIn)
  async enter(@Body() form: SignInForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const result = await this.signIn.signIn(form.signInName, form.password, request.ip)
    const next = nextPage(form.next)
    if (isRefusal(result)) {
      const { signInName } = form
      const page = SignInPage({ csrf: reply.generateCsrf(), next, signInName, problem: result.message })
      return sendPage(reply, page, result.code === 'signIn.tooOften' ? 429 : 422)
    }
    await beginSession(request, result)
    return sendOn(reply, next)
  }

  @Post(paths.signOut)
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await endSession(request, reply)
    return sendOn(reply, paths.signIn)
  }
}
