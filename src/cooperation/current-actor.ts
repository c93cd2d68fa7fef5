import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { Actor } from './actor.js'
import type { Role } from './staff.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody is signed in. */
    actor: Actor | null
  }
}

/** `@CurrentActor() actor: Actor`: the signed-in person. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>()
  if (actor === null) throw new Error('A public route asked who is signed in.')
  return actor
})

export const PUBLIC_ROUTE = 'publicRoute'
export const REQUIRED_ROLES = 'requiredRoles'

/** Open to people who are not signed in; everything else needs a signed-in person. */
export const PublicRoute = () => SetMetadata(PUBLIC_ROUTE, true)

/** For people with at least one of these roles, 403 for others. On a class or a method. */
export const RequireRole = (...roles: readonly Role[]) => SetMetadata(REQUIRED_ROLES, roles)
