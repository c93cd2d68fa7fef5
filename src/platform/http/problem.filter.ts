import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ErrorPages } from './error-pages.js'
import { problemDetails, statusOf } from './problem-details.js'

/** Every error leaves the server through here: as problem details for programs, as a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly pages: ErrorPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>()
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy()
    const details = problemDetails(status, error)
    reply.header('cache-control', 'no-store')
    if (wantsPage(request)) this.pages.send(request, reply, status, details.detail)
    else reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(details)
  }
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  if (url === '/api' || url.startsWith('/api/')) return false
  return !(headers.accept ?? '').includes('json')
}
