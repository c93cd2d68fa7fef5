import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { document, type BesiegedOffice } from './siege.js'

/** One part of a form, its header lines written by hand. */
export interface Part {
  readonly header: string
  readonly content: string | Uint8Array
}

export const boundary = 'grenze'

export const filePart = (
  content: string | Uint8Array,
  disposition = 'name="datei"; filename="scan.pdf"',
): Part => ({
  header: `Content-Disposition: form-data; ${disposition}\r\nContent-Type: application/pdf`,
  content,
})

/** The body of a form as it goes over the wire. */
export function formOf(parts: readonly Part[], end = `--${boundary}--\r\n`): Buffer {
  const written = parts.flatMap(({ header, content }) => [
    Buffer.from(`--${boundary}\r\n${header}\r\n\r\n`),
    Buffer.from(content as Uint8Array),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...written, Buffer.from(end)])
}

export interface RawReply {
  readonly status: number
  readonly code: string
  readonly detail: string
}

const formType = `multipart/form-data; boundary=${boundary}`

/** Begins to send a form as no browser would. */
export function begin(
  { app, clerk, path }: BesiegedOffice,
  headers: Record<string, string | number> = {},
): ClientRequest {
  return request(`${app.url}${path}/evidence/${document}/uploads`, {
    method: 'POST',
    headers: {
      'content-type': formType,
      'x-csrf-token': clerk.csrfToken,
      cookie: clerk.cookieHeader,
      ...headers,
    },
  })
}

/** Sends a form to its end. */
export async function sendRaw(
  office: BesiegedOffice,
  body: Buffer,
  headers: Record<string, string | number> = {},
): Promise<RawReply> {
  const sending = begin(office, headers)
  sending.on('error', () => undefined)
  sending.end(body)
  const [reply] = (await once(sending, 'response')) as [IncomingMessage]
  const { code = '', detail = '' } = JSON.parse(await text(reply)) as Partial<RawReply>
  return { status: reply.statusCode!, code, detail }
}
