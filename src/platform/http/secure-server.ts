import fastifyCookie from '@fastify/cookie'
import fastifyCsrf from '@fastify/csrf-protection'
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifySession, { type FastifySessionOptions } from '@fastify/session'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.js'
import { checkToken, tokenOf } from './csrf.js'
import { refuseUnreadable } from './readable-input.js'
import { logAnswer } from './request-log.js'
import { refuseForeignSites } from './same-origin.js'
import { sessionSecret } from './session-secret.js'
import type { SessionStore } from './session.store.js'

/**
 * Puts on the server what every page needs, in this order: headers on everything; then `assets`, which hold no data
 * and need no session; then session, same site and token for all routes that follow.
 */
export async function secureServer(
  server: FastifyInstance,
  config: Config,
  store: SessionStore,
  assets: (server: FastifyInstance) => Promise<void>,
): Promise<void> {
  const isHttps = config.publicUrl.startsWith('https:')
  await server.register(fastifyHelmet, headers(isHttps))
  await server.register(async (scope) => assets(scope))
  server.addHook('onResponse', logAnswer)
  server.addHook('onRequest', refuseForeignSites)
  server.addHook(
    'onSend',
    async (_, reply) => void (reply.hasHeader('cache-control') || reply.header('cache-control', 'no-store')),
  )
  await server.register(fastifyCookie)
  await server.register(fastifySession, sessionOptions(config, store, isHttps))
  await server.register(fastifyCsrf, {
    sessionPlugin: '@fastify/session',
    getToken: tokenOf,
    logLevel: 'debug',
  })
  await server.register(fastifyMultipart, { limits: limitsOf(config), throwFileSizeLimit: false })
  server.addHook('preValidation', checkToken)
  server.addHook('preValidation', refuseUnreadable)
}

/** Nothing from anywhere else, nothing inline, nobody frames us. KERN's icons are pictures inside its style sheet. */
const headers = (isHttps: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(isHttps && { upgradeInsecureRequests: [] }),
    },
  },
  strictTransportSecurity: isHttps && { maxAge: 31_536_000 },
  // Not "no-referrer": browsers would then hide the origin of our own forms from us.
  referrerPolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' },
})

/** Without an end of its own the cookie goes with the browser; the server ends the session. */
const sessionOptions = (config: Config, store: SessionStore, isHttps: boolean): FastifySessionOptions => ({
  secret: sessionSecret(config),
  store,
  cookieName: isHttps ? '__Host-sitzung' : 'sitzung',
  cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps },
  saveUninitialized: false,
  rolling: false,
})

const limitsOf = ({ uploadMegabytes }: Config) => ({
  fileSize: uploadMegabytes * 1_000_000,
  files: 20,
  fields: 50,
  fieldSize: 10_000,
  parts: 70,
  headerPairs: 50,
})
