import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export interface Measured {
  readonly milliseconds: number
  /** Of the processor, which other programs on a busy machine do not change. */
  readonly processor: number
  /** Largest resident memory above what the idle process held, in MB; 0 where the system does not tell. */
  readonly megabytes: number
  readonly bytes: number
}

/** Runs a program that has loaded what it needs and waits for its input, and says what its task took. */
export async function measuredChild(
  program: string,
  input: string,
  ...words: readonly string[]
): Promise<Measured> {
  const child = spawn(process.execPath, ['--max-semi-space-size=4', program, ...words], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  })
  await idle(child.pid)
  const before = memoryOf(child.pid, 'VmRSS')
  let peak = before
  const ticksBefore = ticksOf(child.pid)
  let ticks = ticksBefore
  const meter = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid, 'VmRSS'))
    ticks = Math.max(ticks, ticksOf(child.pid))
  }, 5)
  const start = performance.now()
  child.stdin!.end(input)
  let bytes = 0
  for await (const chunk of child.stdout!) bytes += (chunk as Buffer).length
  const milliseconds = performance.now() - start
  clearInterval(meter)
  const code = child.exitCode ?? (await once(child, 'exit'))[0]
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`)
  return {
    milliseconds,
    processor: (ticks - ticksBefore) * millisecondsPerTick,
    megabytes: peak - before,
    bytes,
  }
}

/** What Linux counts in; x86 and ARM are built with 100 a second. */
const millisecondsPerTick = 10

/** Waits until the process uses the processor no more. */
async function idle(pid: number | undefined): Promise<void> {
  await setTimeout(500)
  for (let last = -1, same = 0; same < 4;) {
    const now = ticksOf(pid)
    same = now === last ? same + 1 : 0
    last = now
    await setTimeout(50)
  }
}

function ticksOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

function memoryOf(pid: number | undefined, name: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
