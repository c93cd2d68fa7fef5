import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.js'

/** A new id at sign-in: who knew the old one has nothing. */
export async function beginSession(request: FastifyRequest, actor: Actor): Promise<void> {
  await request.session.regenerate()
  request.session.staffId = actor.staffId
  request.actor = actor
}

/** The counter PC is shared: what the browser kept goes too. */
export async function endSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await request.session.destroy()
  request.actor = null
  // Browsers heed the header on https alone.
  for (const name of Object.keys(request.cookies))
    reply.clearCookie(name, { path: '/', secure: name.startsWith('__Host-') })
  reply.header('clear-site-data', '"cookies", "storage"')
}
