import type { FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from './adapter.js'

/** One line for every answer. */
export async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const level = reply.statusCode >= 500 ? 'error' : 'info'
  request.log[level]({
    method: request.method,
    path: pathOf(request),
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
    staff: request.session?.staffId,
  })
}
