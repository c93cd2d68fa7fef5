import { readdir, readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { childProgram } from '../../../src/handoff/child/run-child.js'

export interface ChildSeen {
  readonly pid: string
  /** The most memory that it ever had in use, in MB. */
  megabytes: number
  milliseconds: number
}

/** Looks at the children of this process while they live. Sees nothing where there is no /proc (other than Linux). */
export class WatchedChildren {
  readonly seen = new Map<string, ChildSeen & { readonly since: number }>()
  readonly #foreign = new Set<string>()
  #watching = true
  readonly #done = this.#watch()

  async stop(): Promise<readonly ChildSeen[]> {
    this.#watching = false
    await this.#done
    return [...this.seen.values()]
  }

  async #watch(): Promise<void> {
    if (process.platform !== 'linux') return
    while (this.#watching) {
      const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && !this.#foreign.has(name))
      await Promise.all(pids.map((pid) => this.#look(pid)))
      await setTimeout(15)
    }
  }

  async #look(pid: string): Promise<void> {
    const known = this.seen.get(pid)
    const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
    if (known === undefined && !(await isOurs(pid, status))) return void this.#foreign.add(pid)
    const child = known ?? { pid, megabytes: 0, milliseconds: 0, since: performance.now() }
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_000
    child.megabytes = Math.max(child.megabytes, peak)
    if (peak > 0) child.milliseconds = performance.now() - child.since
    this.seen.set(pid, child)
  }
}

/** A process that was just forked has the name of its parent until it has its own. */
async function isOurs(pid: string, status: string): Promise<boolean> {
  if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) return false
  for (let tries = 0; tries < 20; tries++) {
    if ((await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')).includes(childProgram)) return true
    await setTimeout(5)
  }
  return false
}
