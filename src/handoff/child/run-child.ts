import { existsSync } from 'node:fs'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ChildLimits } from '../limits.js'
import type { ChildTask } from './tasks.js'

/** The child ended before its result was whole: over a limit, or by a fault of its own. */
export class ChildFailed extends Error {
  constructor(
    readonly why: 'time' | 'memory' | 'fault',
    detail: string,
  ) {
    super(`the child ended early (${why}): ${detail}`)
  }
}

const beside = new URL('./main.js', import.meta.url)
const built = new URL('../../../dist/handoff/child/main.js', import.meta.url)
/** The program of a child: beside this file, and where this file runs as a source, as in tests, the built one. */
export const childProgram = fileURLToPath(existsSync(beside) ? beside : built)

const mostDetail = 2_000

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * Runs one task in a process of its own and gives its output while it comes. The child gets no environment: nothing
 * of what the server knows.
 * @param signal ends the child when nobody waits for it any more
 * @throws ChildFailed at the end of the output if the result is not whole
 */
export async function* runChild(
  task: ChildTask,
  limits: ChildLimits,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void> {
  signal?.throwIfAborted()
  const child: Child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMegabytes}`, childProgram],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {},
    },
  )
  const abandon = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abandon)
  const watch = watchOver(child, limits)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const complaint = textOf(child.stderr)
  // Whoever stops reading early does not wait for these any more.
  ended.catch(() => undefined)
  complaint.catch(() => undefined)
  // A child that ends early closes its input; what counts is how it ended.
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify(task))
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer
    const code = await ended
    signal?.throwIfAborted()
    if (code !== 0) throw new ChildFailed(watch.exceeded ?? 'fault', await complaint)
  } finally {
    watch.stop()
    signal?.removeEventListener('abort', abandon)
    child.kill('SIGKILL')
  }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) text = (text + String(chunk)).slice(0, mostDetail)
  return text
}

interface Watch {
  exceeded: 'time' | 'memory' | null
  stop(): void
}

/** Ends the child when it takes too long or too much; it cannot do so itself while it is busy. */
function watchOver(child: Child, { seconds, residentMegabytes }: ChildLimits): Watch {
  const watch: Watch = { exceeded: null, stop: () => undefined }
  const kill = (why: 'time' | 'memory') => {
    watch.exceeded ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => kill('time'), seconds * 1_000)
  const meter = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > residentMegabytes * 1_000_000) kill('memory')
    })
  }, 100)
  watch.stop = () => {
    clearTimeout(timer)
    clearInterval(meter)
  }
  return watch
}

/** Memory that the process has in use, as Linux tells it; 0 where no one tells. */
async function residentBytes(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux' || pid === undefined) return 0
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024
}
