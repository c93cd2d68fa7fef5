import type { FastifyRequest } from 'fastify'
import { refusal } from '../refusal.js'
import { Problem } from './problem.js'

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

export const changesSomething = ({ method }: FastifyRequest): boolean => !safeMethods.includes(method)

/**
 * Refuses what another site sends in a person's name. Browsers say where a request comes from; older ones only
 * name the origin, programs say nothing and have no person's cookie that a site could ride on.
 */
export async function refuseForeignSites(request: FastifyRequest): Promise<void> {
  if (!changesSomething(request)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isOurs =
    site === undefined ? origin === undefined || hostOf(origin) === request.host : site === 'same-origin'
  if (!isOurs)
    throw new Problem(403, [refusal('request.foreignSite', 'Die Eingabe kam von einer anderen Website.')])
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return ''
  }
}
