import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { ScannerAddress } from '../../src/config.js'

/** The test file that every scanner takes for malware (www.eicar.org); put together here so that none takes this one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-')

/** How it behaves once a whole file has come. */
export type Behaviour = (socket: Socket, content: Buffer) => void

/** As clamd: says what it thinks, and hangs up. */
export const says =
  (text: string): Behaviour =>
  (socket) =>
    void socket.end(text)

/** As clamd over its limit, which closes with the rest unread: the connection breaks after the answer. */
export const refuses =
  (text: string) =>
  (socket: Socket): false => {
    socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 30))
    return false
  }

const honest: Behaviour = (socket, content) =>
  void socket.end(content.includes(eicar) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0')

/** Speaks clamd's protocol as its manual has it, over TCP or a socket file: a server of its own in this process. */
export class Clamd {
  /** After a whole file; a test changes it. */
  behaviour: Behaviour = honest
  /** Once somebody connects; returns whether it goes on as usual. */
  greeting: (socket: Socket) => boolean = () => true
  /** The files that came whole. */
  readonly heard: Buffer[] = []
  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly address: ScannerAddress,
  ) {}

  static async start(path?: string): Promise<Clamd> {
    const server = createServer()
    server.listen(path === undefined ? { port: 0, host: '127.0.0.1' } : { path })
    await once(server, 'listening')
    const address =
      path === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path }
    const clamd = new Clamd(server, address)
    server.on('connection', (socket) => clamd.serve(socket))
    return clamd
  }

  reset(): void {
    this.behaviour = honest
    this.greeting = () => true
    this.heard.length = 0
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    this.server.close()
    await once(this.server, 'close')
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket))
    if (!this.greeting(socket)) return
    let bytes = Buffer.alloc(0)
    socket.on('data', (more) => {
      bytes = Buffer.concat([bytes, more])
      if (bytes.includes('zPING\0')) socket.end('PONG\0')
      const content = contentOf(bytes)
      if (content === null) return
      this.heard.push(content)
      bytes = Buffer.alloc(0)
      this.behaviour(socket, content)
    })
  }
}

/** The file that was streamed, once the chunk without bytes has come. */
function contentOf(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) return null
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
