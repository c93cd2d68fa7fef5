import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import { RouteConfig } from '@nestjs/platform-fastify'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../platform/http/problem.js'
import { isRefusal } from '../platform/refusal.js'
import type { Actor } from './actor.js'
import { PublicRoute } from './current-actor.js'
import { beginSession, endSession } from './session.js'
import { SignIn } from './sign-in.js'
import { SignInInput } from './sign-in-input.js'

interface SessionAnswer {
  readonly actor: Actor | null
  /** Goes into the header `x-csrf-token` of every change; a new one after each sign-in. */
  readonly csrfToken: string
}

@ApiTags('session')
@Controller('/api/session')
@PublicRoute()
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @ApiOperation({ summary: 'Who is signed in, and the token for changes' })
  @Get()
  show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): SessionAnswer {
    return { actor: request.actor, csrfToken: reply.generateCsrf() }
  }

  @ApiOperation({ summary: 'Signs in; the session is a cookie' })
  @Post()
  @HttpCode(200)
  @RouteConfig({ jsonWithoutToken: true })
  async enter(
    @Body() input: SignInInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const result = await this.signIn.signIn(input.signInName, input.password, request.ip)
    if (isRefusal(result)) throw new Problem(result.code === 'signIn.tooOften' ? 429 : 401, [result])
    await beginSession(request, result)
    return { actor: result, csrfToken: reply.generateCsrf() }
  }

  @ApiOperation({ summary: 'Signs out' })
  @Delete()
  @HttpCode(204)
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await endSession(request, reply)
  }
}
