import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Upload } from '../../../src/casework/case-file.js'
import type { RunningConfig } from '../../../src/config.js'
import { paths } from '../../../src/web/paths.js'
import { startApp, type TestApp } from '../app.js'
import { aCase } from '../case-builder.js'
import { signIn, type Client } from '../client.js'
import { watchTurns } from '../processor-time.js'
import type { Attack, Result } from './attack.js'
import { WatchedChildren, type ChildSeen } from './watched-children.js'

export interface Outcome {
  readonly attack: Attack
  readonly result: Result
  /** What the clerk reads; empty for a file that was taken. */
  readonly message: string
  readonly upload: Upload | null
}

export interface Siege {
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly children: readonly ChildSeen[]
  /** How many answers someone else got meanwhile. */
  readonly answers: number
  /** How long the server worked before it looked at anything else, in milliseconds of the processor, the least first. */
  readonly turns: readonly number[]
}

const atOnce = 4
export const document = 'wohnungsgeberbestaetigung'

/** The program at work, a clerk, and a case whose landlord's note may be copied. */
export class BesiegedOffice {
  private constructor(
    readonly app: TestApp,
    readonly clerk: Client,
    readonly caseId: string,
  ) {}

  static async open(overrides: Partial<RunningConfig> = {}): Promise<BesiegedOffice> {
    const app = await startApp(overrides)
    const clerk = await signIn(app, 'k.schroeder')
    const answers = { vorgang: 'alleinige', unterkunft: 'wohnung', wohnverhaeltnis: 'bei_wohnungsgeber' }
    const { caseFile } = await aCase()
      .with({ ...answers, bestaetigung: 'in_ordnung' })
      .openedBy(clerk)
    return new BesiegedOffice(app, clerk, caseFile.id)
  }

  get path(): string {
    return `/api/case-files/${this.caseId}`
  }

  /** Sends all of them, a few at a time, and watches meanwhile. */
  async suffer(attacks: readonly Attack[]): Promise<Siege> {
    const children = new WatchedChildren()
    const others = this.othersAsk()
    const turns = watchTurns()
    const outcomes = new Map<string, Outcome>()
    const waiting = [...attacks]
    const sender = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        outcomes.set(next.name, await this.send(next))
    }
    await Promise.all(Array.from({ length: atOnce }, sender))
    return { outcomes, children: await children.stop(), turns: await turns(), answers: await others() }
  }

  async send(attack: Attack, name = 'scan.pdf', keep = false): Promise<Outcome> {
    const datei = new File([new Uint8Array(attack.bytes)], name)
    const reply = await this.clerk.upload(`${this.path}/evidence/${document}/uploads`, { datei })
    if (reply.status !== 201) {
      const { code = `${reply.status}`, detail = '' } = reply.json<{ code?: string; detail?: string }>()
      return { attack, result: code as Result, message: detail, upload: null }
    }
    const [upload] = reply.json<readonly Upload[]>()
    // A case has room for fifty files, and more than that are sent.
    if (!keep) await this.clerk.api('DELETE', `${this.path}/uploads/${upload!.id}`)
    return { attack, result: 'taken', message: '', upload: upload! }
  }

  /** Hands the case over, and gets the package. */
  async handOver(): Promise<{ readonly status: number; readonly bytes: Buffer }> {
    const { status } = await this.clerk.api('POST', `${this.path}/hand-over`, {
      reason: 'Der Eingang zählt.',
    })
    const reply = await fetch(this.app.url + paths.package(this.caseId), {
      headers: { cookie: this.clerk.cookieHeader },
    })
    return { status, bytes: Buffer.from(await reply.arrayBuffer()) }
  }

  /** Someone else asks for a page every 50 ms until the returned function is called, which tells how often. */
  private othersAsk(): () => Promise<number> {
    const over = new AbortController()
    const ask = async () => {
      let answers = 0
      for (; !over.signal.aborted; answers++) {
        const { status } = await fetch(`${this.app.url}/health`)
        if (status !== 200) throw new Error(`The server answered ${status}.`)
        await setTimeout(50)
      }
      return answers
    }
    const asked = ask()
    return () => {
      over.abort()
      return asked
    }
  }

  /** Files on their way in, and half of them, wherever they would lie. */
  unfinished(): string[] {
    const folders = ['incoming', join('files', 'incoming')]
    return folders.flatMap((folder) => {
      try {
        return readdirSync(join(this.app.config.dataDir, folder))
      } catch {
        return []
      }
    })
  }

  close(): Promise<void> {
    return this.app.stop()
  }
}
