import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from 'pkijs'
import { signatureBytes } from './placeholder.js'
import { readTimeStamp } from './read-time-stamp.js'
import { oids } from './signed-data.js'

/** What is larger has no room in the seal. */
const mostAnswer = 2 * signatureBytes

/**
 * Asks a time-stamping authority (RFC 3161) of the own network.
 * @param patience milliseconds for the whole answer, not only for its beginning
 * @throws Error if it gives none that fits
 */
export async function timeStampFrom(
  url: string,
  signature: Uint8Array,
  patience = 10_000,
): Promise<Uint8Array> {
  // Eight bytes, as most authorities keep it, and above zero.
  const nonce = Buffer.concat([Buffer.of(1), randomBytes(7)])
  const answer = await answerTo(requestFor(signature, nonce), url, AbortSignal.timeout(patience))
  const token = tokenIn(answer)
  const read = readTimeStamp(token, signature)
  if (read === null) throw new Error('the time stamp is not sound, or not about this signature')
  if (!nonce.equals(read.nonce)) throw new Error('the time stamp is for another request')
  return token
}

function requestFor(signature: Uint8Array, nonce: Uint8Array): ArrayBuffer {
  const digest = createHash('sha256').update(signature).digest()
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256 }),
    hashedMessage: new OctetString({ valueHex: digest }),
  })
  const request = new TimeStampReq({
    version: 1,
    messageImprint,
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return request.toSchema().toBER()
}

/** Redirections are not followed: whom the program speaks to is what was set up. */
async function answerTo(body: ArrayBuffer, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body,
    signal,
    redirect: 'manual',
  })
  if (response.ok) return wholeOf(response)
  await response.body?.cancel()
  throw new Error(`the authority answered with ${response.status}`)
}

async function wholeOf({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.length
    if (bytes > mostAnswer) throw new Error('the answer of the authority is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function tokenIn(answer: Uint8Array): Uint8Array {
  const { status, timeStampToken } = TimeStampResp.fromBER(new Uint8Array(answer))
  const isGranted = status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods
  if (isGranted && timeStampToken !== undefined) return new Uint8Array(timeStampToken.toSchema().toBER())
  const words = (status.statusStrings ?? []).map((text) => text.valueBlock.value).join(' ')
  throw new Error(`the authority gave none: status ${status.status} ${JSON.stringify(words.slice(0, 200))}`)
}
