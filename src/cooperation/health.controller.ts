import { Controller, Get, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type DeepHealth, type Health, HealthCheck } from '../platform/health.js'
import { PublicRoute, RequireRole } from './current-actor.js'

@Controller()
export class HealthController {
  constructor(private readonly health: HealthCheck) {}

  /** For whoever watches the server: 200 or 503. */
  @Get('/health')
  @PublicRoute()
  async up(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.health.check()
    if (health.status === 'down') reply.status(503)
    return health
  }

  @Get('/api/health')
  @RequireRole('operator')
  inside(): Promise<DeepHealth> {
    return this.health.checkDeeply()
  }
}
