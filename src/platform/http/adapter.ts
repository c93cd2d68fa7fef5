import { FastifyAdapter } from '@nestjs/platform-fastify'
import { LogController, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import { errorForLog } from './error-for-log.js'
import { problemDetails } from './problem-details.js'
import { mostMilliseconds } from './receive-files.js'

/** The server that Nest runs on. Its log has ids and paths, no queries, bodies or cookies: they hold personal data. */
export const serverAdapter = (config: Config): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: config.trustedProxies ?? false,
    bodyLimit: 1_048_576,
    requestTimeout: mostMilliseconds,
    frameworkErrors: refuseAddress,
    logger: {
      level: config.logLevel,
      base: null,
      serializers: {
        req: requestForLog,
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: errorForLog,
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
  })

/** An address that cannot be read reaches no page; the server's own answer would repeat it. */
function refuseAddress(_: FastifyError, __: FastifyRequest, reply: FastifyReply): void {
  reply
    .status(400)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
    .send(problemDetails(400, null))
}

const requestForLog = (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) })

/** The path as the log may have it. */
export function pathOf({ url, routeOptions }: FastifyRequest): string {
  const pattern = routeOptions?.config?.secretInAddress === true ? routeOptions.url : undefined
  return pattern ?? url.split('?', 1)[0]!
}
