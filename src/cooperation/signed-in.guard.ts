import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { Problem, signedOut } from '../platform/http/problem.js'
import { refusal } from '../platform/refusal.js'
import { PUBLIC_ROUTE, REQUIRED_ROLES } from './current-actor.js'
import type { Role } from './staff.js'

const notYours = refusal('role.missing', 'Diese Aufgabe gehört nicht zu Ihren Rollen.')

/** Stands before every route. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { actor } = context.switchToHttp().getRequest<FastifyRequest>()
    if (this.asked<boolean>(context, PUBLIC_ROUTE)) return true
    if (actor === null) throw signedOut()
    const required = this.asked<readonly Role[]>(context, REQUIRED_ROLES) ?? []
    if (required.length === 0 || required.some((role) => actor.roles.includes(role))) return true
    throw new Problem(403, [notYours])
  }

  private asked<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()])
  }
}
