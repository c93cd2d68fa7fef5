import type { FastifyRequest } from 'fastify'
import { refusal } from '../refusal.js'
import { Problem } from './problem.js'

/** Deeper than any input of ours; what walks through it later may take the call stack for it. */
const deepest = 20

/**
 * Refuses what no handler expects and the database cannot keep: a body that is no object, and texts with U+0000 or half
 * of a surrogate pair. Every input passes here once, so that nobody behind has to think of it.
 */
export async function refuseUnreadable({ body, query }: FastifyRequest): Promise<void> {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  if (body !== undefined && !isObject) throw new Problem(422, [noObject])
  if (!isReadable(body) || !isReadable(query)) throw new Problem(422, [unreadable])
}

function isReadable(input: unknown): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest || level.some((one) => typeof one === 'string' && !isText(one))) return false
    level = level.flatMap(partsOf)
  }
  return true
}

const partsOf = (one: unknown): unknown[] =>
  typeof one === 'object' && one !== null ? Object.entries(one).flat() : []

const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const noObject = refusal('request.noObject', 'Erwartet wird ein Objekt mit benannten Angaben.')

const unreadable = refusal(
  'request.unreadable',
  'Die Eingabe enthält Zeichen, die kein Text sind, oder ist zu tief verschachtelt.',
)
