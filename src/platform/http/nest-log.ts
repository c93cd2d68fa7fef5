import type { LoggerService } from '@nestjs/common'
import type { FastifyBaseLogger } from 'fastify'

/** What Nest and the rooms log, in the one log of the server. */
export const nestLog = (log: FastifyBaseLogger): LoggerService => {
  const as =
    (level: 'debug' | 'trace' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...more: unknown[]) =>
      message instanceof Error ? log[level]({ err: message }) : log[level]({ more }, String(message))
  return {
    log: as('debug'),
    debug: as('debug'),
    verbose: as('trace'),
    warn: as('warn'),
    error: as('error'),
    fatal: as('fatal'),
  }
}
