import type { FastifyReply } from 'fastify'
import { viewerOf, type Actor } from '../../cooperation/actor.js'
import type { Frame } from '../pages/frame.js'

/** Header and token for the page of a signed-in person. */
export const frameOf = (actor: Actor, reply: FastifyReply): Frame => ({
  viewer: viewerOf(actor),
  csrf: reply.generateCsrf(),
})
