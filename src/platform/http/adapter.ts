import { FastifyAdapter } from '@nestjs/platform-fastify'
import { LogController, type FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'

/** The server that Nest runs on. Its log has ids and paths, no queries, bodies or cookies: they hold personal data. */
export const serverAdapter = (config: Config): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: config.trustedProxies ?? false,
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    logger: {
      level: config.logLevel,
      base: null,
      serializers: { req: requestForLog, res: ({ statusCode }: { statusCode: number }) => ({ statusCode }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
  })

const requestForLog = (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) })

export const pathOf = ({ url }: { readonly url: string }): string => url.split('?', 1)[0]!
