import { Controller, Get, Res } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { type DeepHealth, type Health, HealthCheck } from '../platform/health.js'
import { PublicRoute, RequireRole } from './current-actor.js'

@ApiTags('health')
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

  @ApiOperation({ summary: 'The state of the server, for operators' })
  @Get('/api/health')
  @RequireRole('operator')
  inside(): Promise<DeepHealth> {
    return this.health.checkDeeply()
  }
}
