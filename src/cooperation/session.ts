import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from './actor.js'
import type { ActorStore } from './actor.store.js'

/**
 * Who is there is looked up anew for each request, so a disabled account is out at once; and before any of it is
 * refused, so that error pages have their header.
 */
export const recognise =
  (actors: ActorStore) =>
  async (request: FastifyRequest): Promise<void> => {
    const { staffId } = request.session
    request.actor = staffId === undefined ? null : await actors.find(staffId)
  }

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
