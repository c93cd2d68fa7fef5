import { createHash } from 'node:crypto'
import { HttpTimestampAuthority } from '@libpdf/core'
import { readTimeStamp } from './read-time-stamp.js'

const patience = 10_000

/** Asks a time-stamping authority (RFC 3161) of the own network. @throws Error if it gives none that fits */
export async function timeStampFrom(url: string, signature: Uint8Array): Promise<Uint8Array> {
  const digest = createHash('sha256').update(signature).digest()
  const authority = new HttpTimestampAuthority(url, { timeout: patience, fetch: answerOf })
  const token = await authority.timestamp(digest, 'SHA-256')
  if (readTimeStamp(token, signature) === null) throw new Error('the time stamp is not about this signature')
  return token
}

/** A request that fails is an answer too: otherwise the library's timer would go on and keep the process alive. */
const answerOf: typeof fetch = (url, request) =>
  fetch(url, request).catch(() => new Response(null, { status: 503, statusText: 'not reached' }))
