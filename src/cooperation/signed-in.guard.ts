import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { Problem, signedOut } from '../platform/http/problem.js'
import { refusal } from '../platform/refusal.js'
import { ActorStore } from './actor.store.js'
import { PUBLIC_ROUTE, REQUIRED_ROLES } from './current-actor.js'
import type { Role } from './staff.js'

const notYours = refusal('role.missing', 'Diese Aufgabe gehört nicht zu Ihren Rollen.')

/** Stands before every route: who is there is looked up anew each time, so a disabled account is out at once. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly actors: ActorStore,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const { staffId } = request.session
    request.actor = staffId === undefined ? null : await this.actors.find(staffId)
    if (this.asked<boolean>(context, PUBLIC_ROUTE)) return true
    if (request.actor === null) throw signedOut()
    const required = this.asked<readonly Role[]>(context, REQUIRED_ROLES) ?? []
    if (required.length === 0 || required.some((role) => request.actor?.roles.includes(role))) return true
    throw new Problem(403, [notYours])
  }

  private asked<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()])
  }
}
