import { existsSync } from 'node:fs'
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ChildLimits } from '../limits.js'
import { findings } from './findings.js'
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
const mostSaid = 100_000
const millisecondsBetweenLooks = 25

/** Pieces of scans are given back when young objects are cleared away: with the usual 16 MB, twice as many wait for it. */
const youngMegabytes = 4

export type Child = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * A child with nothing to do yet. It gets no environment: nothing of what the server knows.
 * @throws ChildFailed where the machine has no room for another process
 */
export function startChild(
  { heapMegabytes, residentMegabytes }: ChildLimits,
  ...words: readonly string[]
): Child {
  const options = [`--max-old-space-size=${heapMegabytes}`, `--max-semi-space-size=${youngMegabytes}`]
  const program = [childProgram, String(residentMegabytes), ...words]
  try {
    return withStreams(
      spawn(process.execPath, [...options, ...program], {
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
        env: {},
      }),
    )
  } catch (error) {
    throw new ChildFailed('fault', `no process could be started: ${String(error)}`)
  }
}

/** Without memory for a process there is an exception; without free file numbers there is a child with nothing in it. */
function withStreams(child: ChildProcess): Child {
  if (child.stdin !== undefined) return child as unknown as Child
  // What it says of itself a moment later is known already.
  child.on('error', () => undefined)
  throw new Error('no file numbers are free')
}

export interface RunOptions {
  /** Gives one that was started before and has no other task. */
  readonly child?: () => Child | undefined
  /** Is given what the child says beside its output, once it has ended well. */
  readonly said?: (text: string) => void
  /** Answers the one question that the child may ask beside its output. What it throws ends the child. */
  readonly answer?: (question: string) => Promise<string>
  /** Ends the child when nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/**
 * Runs one task in a process of its own and gives its output while it comes.
 * @throws ChildFailed at the end of the output if the result is not whole
 */
export async function* runChild(
  task: ChildTask,
  limits: ChildLimits,
  { child: started, said, answer, signal }: RunOptions = {},
): AsyncGenerator<Buffer, void> {
  signal?.throwIfAborted()
  const child = started?.() ?? startChild(limits)
  const abandon = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', abandon)
  const watch = watchOver(child, limits)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', ({ message }) => reject(new ChildFailed('fault', message)))
    child.once('close', resolve)
  })
  const complaint = textOf(child.stderr, mostDetail)
  const beside = child.stdio[findings] as Readable
  const heard = answer === undefined ? textOf(beside, mostSaid) : answered(child, beside, answer)
  // Whoever stops reading early does not wait for these any more.
  for (const waiting of [ended, complaint, heard]) waiting.catch(() => undefined)
  // A child that ends early closes its input; what counts is how it ended.
  child.stdin.on('error', () => undefined)
  child.stdin.write(`${JSON.stringify(task)}\n`)
  if (answer === undefined) child.stdin.end()
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer
    const code = await ended
    signal?.throwIfAborted()
    const text = await heard
    if (code !== 0) throw new ChildFailed(watch.exceeded ?? ownEnd(child), await complaint)
    said?.(text)
  } finally {
    watch.stop()
    signal?.removeEventListener('abort', abandon)
    child.kill('SIGKILL')
  }
}

/** Hears one line, answers with one, and hears nothing more. */
async function answered(
  child: Child,
  beside: Readable,
  answer: (question: string) => Promise<string>,
): Promise<string> {
  try {
    const question = await lineOf(beside)
    if (question !== null) child.stdin.end(`${await answer(question)}\n`)
    return ''
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** The first line; `null` if the stream ends before. What comes behind it is not heard. */
async function lineOf(stream: Readable): Promise<string | null> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    text += String(chunk)
    const end = text.indexOf('\n')
    if (end !== -1) return text.slice(0, end)
    if (text.length > mostSaid) throw new Error('the child says too much')
  }
  return null
}

/** A child that was killed and not by us has noticed itself that it took too much, or its engine has (SIGABRT). */
const ownEnd = ({ signalCode }: Child) =>
  signalCode === 'SIGKILL' || signalCode === 'SIGABRT' ? 'memory' : 'fault'

async function textOf(stream: Readable, most: number): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text = (text + String(chunk)).slice(0, most)
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
  }, millisecondsBetweenLooks)
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
