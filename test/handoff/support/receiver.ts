import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Received {
  readonly headers: IncomingMessage['headers']
  readonly form: FormData
}

/** Another system that takes packages, on this machine. */
export interface Receiver {
  readonly address: string
  readonly received: Received[]
  /** What it answers from now on; `null` never answers. */
  answer: (request: number) => number | null
  readonly close: () => Promise<void>
}

export async function startReceiver(withTls = false): Promise<Receiver> {
  const received: Received[] = []
  let requests = 0
  const listener: RequestListener = (request, response) => {
    void buffer(request).then(
      async (body) => {
        received.push({ headers: request.headers, form: await formIn(request, body) })
        const status = receiver.answer(requests++)
        if (status !== null)
          response.writeHead(status, { location: 'https://example.org/' }).end('x'.repeat(100))
      },
      () => undefined,
    )
  }
  const server = withTls ? createTlsServer(testCertificate, listener) : createServer(listener)
  await once(server.listen(0, 'localhost'), 'listening')
  const receiver: Receiver = {
    address: `${withTls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}/eingang`,
    received,
    answer: () => 201,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

/** Read by the platform's own parser, which knows nothing of how we write it. */
const formIn = ({ headers }: IncomingMessage, body: Buffer): Promise<FormData> =>
  new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData()

/** Of `localhost`, signed by itself, for tests alone. */
export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguKmVQTO9giuypY3/
LfRtixfJKMU6/0tY+eEgOa8FC2ihRANCAAQnHPE9e/O6H7iJcAsmZUdQhMIWrKDj
FPVtKbnV2nedGcpyd77D8Yo/se0cnj2GdPvpq1MUod1juoUvOKSZN2rV
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUGDxYOOGUfQVDVL42SYUIcrYq4yMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDAwNTgxOVoYDzIxMjYxMTA2
MDA1ODE5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQnHPE9e/O6H7iJcAsmZUdQhMIWrKDjFPVtKbnV2nedGcpyd77D8Yo/
se0cnj2GdPvpq1MUod1juoUvOKSZN2rVo2kwZzAdBgNVHQ4EFgQUqvlcU9sdoYcy
ChFHZG7DmbmPQIQwHwYDVR0jBBgwFoAUqvlcU9sdoYcyChFHZG7DmbmPQIQwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhANCHee5ep9YuiijMGgawyBv5wvg+Wwa5QakgddCwYo65AiBBoewThDxM
00+t+HeTEWsKp0kzcYYp0UuGtX4Yqdtq4g==
-----END CERTIFICATE-----`,
}
