import type { FastifyReply } from 'fastify'
import type { Viewer } from '../web/viewer.js'
import { viewerOf, type Actor } from './actor.js'

/** What every page needs besides what it is about. */
export interface Frame {
  readonly viewer: Viewer
  readonly csrf: string
}

/** Header and token for the page of a signed-in person. */
export const frameOf = (actor: Actor, reply: FastifyReply): Frame => ({
  viewer: viewerOf(actor),
  csrf: reply.generateCsrf(),
})
