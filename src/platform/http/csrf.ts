import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusal } from '../refusal.js'
import { Problem, signedOut } from './problem.js'
import { changesSomething } from './same-origin.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler reads the files itself, with `receiveFiles`, which checks the token. */
    receivesFiles?: boolean
    /** JSON needs no token here: no page of another site can send it without asking first (CORS). */
    jsonWithoutToken?: boolean
    /** The log shows the pattern of this address and not the address: who knows it can do something with it. */
    secretInAddress?: boolean
  }
}

/** Lets a change through only with the token of the session: from the field `_csrf` or the header `x-csrf-token`. */
export async function checkToken(
  this: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!changesSomething(request) || request.is404) return
  const { receivesFiles, jsonWithoutToken } = request.routeOptions.config
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) {
    if (receivesFiles) return
    throw new Problem(415, [refusal('request.noFiles', 'Dateien werden hier nicht angenommen.')])
  }
  if (jsonWithoutToken && type.startsWith('application/json')) return
  await verifyToken(request, reply)
  if (isFields(request.body)) delete request.body['_csrf']
}

/** @throws Problem 403, or 401 where nobody is signed in (any more): the token went with the session */
export function verifyToken(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  return new Promise((resolve, reject) => {
    const isSignedIn = request.session.staffId !== undefined
    const refuse = () => reject(isSignedIn ? new Problem(403, [staleToken]) : signedOut())
    const refusing = new Proxy(reply, {
      get: (target, name) => (name === 'send' ? refuse : Reflect.get(target, name)),
    })
    request.server.csrfProtection(request, refusing, resolve)
  })
}

const staleToken = refusal(
  'request.staleToken',
  'Die Seite war zu lange geöffnet, oder Sie haben sich inzwischen neu angemeldet. Laden Sie sie neu.',
)

/** The header first: programs send it, pages have the field. */
export const tokenOf = (request: FastifyRequest): string | void => {
  const header = request.headers['x-csrf-token']
  if (typeof header === 'string') return header
  const field = isFields(request.body) ? request.body['_csrf'] : undefined
  return typeof field === 'string' ? field : undefined
}

const isFields = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
