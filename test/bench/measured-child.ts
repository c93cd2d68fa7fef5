import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

export interface Measured {
  readonly milliseconds: number
  /** Largest resident memory, in MB; 0 where the system does not tell (other than Linux). */
  readonly megabytes: number
  readonly bytes: number
}

/** Runs a program with this input and says what it took and how many bytes it put out. */
export async function measuredChild(program: string, input: string): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  let megabytes = 0
  const meter = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid))
  }, 10)
  child.stdin.end(input)
  let bytes = 0
  for await (const chunk of child.stdout) bytes += (chunk as Buffer).length
  clearInterval(meter)
  const code = child.exitCode ?? (await once(child, 'exit'))[0]
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`)
  return { milliseconds: performance.now() - start, megabytes, bytes }
}

function peakOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
