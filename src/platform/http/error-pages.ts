import type { FastifyReply, FastifyRequest } from 'fastify'

/** Shows a person what went wrong. The rooms above fill it: pages are not made here. */
export abstract class ErrorPages {
  /** @param message a German sentence for this very case, where there is one */
  abstract send(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    message: string | undefined,
  ): void
}
