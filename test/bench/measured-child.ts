import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export interface Measured {
  readonly milliseconds: number
  /** Of the processor, which other programs on a busy machine do not change. */
  readonly processor: number
  /** Largest resident memory above what the idle process held, in MB; 0 where the system does not tell. */
  readonly megabytes: number
  readonly bytes: number
}

/** Says what a task took of a process that had loaded what it needs and waited, and how much it wrote there. */
export async function measured(
  { pid }: Pick<ChildProcess, 'pid'>,
  out: string,
  run: () => Promise<unknown>,
): Promise<Measured> {
  await idle(pid)
  const before = memoryOf(pid, 'VmRSS')
  let peak = before
  const ticksBefore = ticksOf(pid)
  let ticks = ticksBefore
  const meter = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid, 'VmRSS'))
    ticks = Math.max(ticks, ticksOf(pid))
  }, 5)
  const start = performance.now()
  await run()
  const milliseconds = performance.now() - start
  clearInterval(meter)
  return {
    milliseconds,
    processor: (ticks - ticksBefore) * millisecondsPerTick,
    megabytes: peak - before,
    bytes: statSync(out).size,
  }
}

/** The same for a program of the benchmark's own, which takes its task as JSON. */
export function measuredProgram(
  program: string,
  task: { readonly paths: readonly string[]; readonly out: string },
): Promise<Measured> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'inherit', 'inherit'] })
  return measured(child, task.out, async () => {
    child.stdin!.end(JSON.stringify(task))
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`${program} ended with ${code}`)
  })
}

/** What Linux counts in; x86 and ARM are built with 100 a second. */
const millisecondsPerTick = 10

/** Waits until the process uses the processor no more. */
export async function idle(pid: number | undefined): Promise<void> {
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
