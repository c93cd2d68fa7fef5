import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built program as people run it: a process of its own, with its own PostgreSQL on a data folder of its own. */
export class ServerProcess {
  private child: ChildProcess | undefined
  private told = ''

  private constructor(
    private readonly port: number,
    private readonly dataDir: string,
    private readonly more: Readonly<Record<string, string>>,
  ) {}

  /** @param more variables of its environment */
  static async prepare(more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    return new ServerProcess(await freePort(), await mkdtemp(join(tmpdir(), 'lotse-process-')), more)
  }

  /** Without a slash at its end; the same after each start. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Ready when the program says so. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env['PATH'],
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'error',
      PASSWORD_MEMORY_KIB: '7168',
      // One that waits is worth its start only where more than a package or two is made before the kill.
      READY_CHILD: 'off',
      ...this.more,
    }
    const child = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    this.told = ''
    child.stderr.on('data', (text) => (this.told += String(text)))
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text) => String(text).includes('läuft') && resolve())
      child.once('exit', () => reject(new Error(`The server ended: ${this.told}`)))
    })
  }

  /** As if the machine had lost its power, but for PostgreSQL, which is left behind. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Leaves nothing behind. */
  async remove(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
