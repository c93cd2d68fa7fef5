import { once } from 'node:events'
import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { multipartOf, type Multipart } from './multipart.js'
import type { Parcel } from './parcel.js'
import { NotDelivered, type Transport } from './transport.js'

/** How long nothing may move, and how long it may take altogether. */
const quietMilliseconds = 60_000
const wholeMilliseconds = 30 * 60_000

/**
 * Posts parcels to an address, file after file as they are read, with the package id as `Idempotency-Key`. Who answers
 * is checked by certificate; redirections are not followed, for the personal data is meant for this receiver alone.
 */
export class HttpsTransport implements Transport {
  constructor(
    private readonly address: URL,
    private readonly token: string | null,
  ) {}

  async deliver(parcel: Parcel, signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(wholeMilliseconds)])
    let status: number
    try {
      status = await this.post(parcel, limit)
    } catch (error) {
      throw error instanceof NotDelivered ? error : this.notReached(error)
    }
    this.judge(status)
  }

  /**
   * The status of the answer. A receiver may refuse before it has taken everything: then it wants no more. One that
   * agrees has not got it before all is sent.
   */
  private async post(parcel: Parcel, signal: AbortSignal): Promise<number> {
    const body = multipartOf(parcel)
    const request = this.open(parcel, body, signal)
    const answer = answerOf(request)
    const sending = pipeline(Readable.from(body.open()), request)
    const first = await Promise.race([answer, sending.then(() => answer)])
    const { statusCode = 0 } = first
    if (isAgreed(statusCode)) await sending
    first.resume()
    request.destroy()
    return statusCode
  }

  private open(parcel: Parcel, body: Multipart, signal: AbortSignal): ClientRequest {
    const send = this.address.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(this.address, {
      method: 'POST',
      agent: false,
      signal,
      timeout: quietMilliseconds,
      headers: {
        'content-type': body.contentType,
        'content-length': body.bytes,
        'idempotency-key': parcel.packageId,
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error('quiet'), { code: 'ETIMEDOUT' })))
    return request
  }

  private judge(status: number): void {
    if (isAgreed(status)) return
    const told = `Der Empfänger ${this.address.host} hat mit ${status} geantwortet`
    if (status >= 500 || passingStatus.has(status)) throw new NotDelivered('passing', `${told}.`)
    throw new NotDelivered('lasting', `${told}: ${lastingReasons[status] ?? otherReason(status)}`)
  }

  private notReached(error: unknown): NotDelivered {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const why = networkReasons[code] ?? (isTls(code) ? untrusted : 'Die Verbindung ist abgebrochen.')
    return new NotDelivered('passing', `Der Empfänger ${this.address.host} war nicht zu erreichen. ${why}`, {
      cause: error,
    })
  }
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  return answer
}

const isAgreed = (status: number): boolean => status >= 200 && status < 300

/** Too early, too often, too slow: another time it may work. */
const passingStatus = new Set([408, 421, 423, 425, 429])

const lastingReasons: Readonly<Record<number, string>> = {
  401: 'Er erkennt das Programm nicht. Bitte das Token in DELIVERY_TOKENS prüfen.',
  403: 'Das Programm darf dort nichts abgeben. Bitte mit dem Betreiber klären.',
  404: 'Unter der Adresse nimmt niemand Pakete an. Bitte die Adresse in der Installationsdatei prüfen.',
  409: 'Zu diesem Paket liegt dort schon anderes vor. Bitte mit dem Betreiber klären.',
  413: 'Das Paket ist ihm zu groß. Bitte mit dem Betreiber klären.',
}

const otherReason = (status: number): string =>
  status >= 300 && status < 400
    ? 'Er verweist auf eine andere Adresse. Bitte die richtige in die Installationsdatei schreiben.'
    : 'Er nimmt das Paket so nicht an. Bitte mit dem Betreiber klären.'

const networkReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Dort antwortet niemand.',
  ENOTFOUND: 'Den Rechnernamen gibt es nicht.',
  EAI_AGAIN: 'Der Rechnername lässt sich gerade nicht auflösen.',
  ETIMEDOUT: 'Er hat zu lange nicht geantwortet.',
  EHOSTUNREACH: 'Es führt kein Weg dorthin.',
  ENETUNREACH: 'Es führt kein Weg dorthin.',
}

const untrusted = 'Sein Zertifikat ist nicht gültig oder nicht bekannt.'
const isTls = (code: string): boolean => /CERT|SSL|TLS|UNABLE_TO_|SELF_SIGNED/.test(code)
