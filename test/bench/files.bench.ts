import { Logger } from '@nestjs/common'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readConfig } from '../../src/config.js'
import { FileStore } from '../../src/platform/file-store.js'
import { lessIsBetter, median, moreIsBetter, type Row } from './row.js'

const rounds = 7
const megabytes = 50

/** A file of 50 MB put into the encrypted store and read again, beside a plain file with its hash; in processor time. */
export async function fileRows(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  Logger.overrideLogger(false)
  const store = new FileStore({ ...readConfig({}), dataDir })
  const content = randomBytes(megabytes * 1_000_000)
  const ours: Cost[] = []
  const plain: Cost[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      content.writeUInt32LE(round)
      ours.push(
        await costOf(
          async () => (await store.put(inPieces(content))).sha256,
          (name) => store.stream(name),
        ),
      )
      plain.push(
        await costOf(
          () => putPlain(dataDir, content),
          (path) => createReadStream(path),
        ),
      )
    }
  } finally {
    Logger.overrideLogger(['log', 'warn', 'error'])
    rmSync(dataDir, { recursive: true })
  }
  const rate = (costs: readonly Cost[], what: 'put' | 'read') =>
    (megabytes * 1_000) / median(costs.map((cost) => cost[what]))
  const block = (costs: readonly Cost[]) => median(costs.map((cost) => cost.block))
  return [
    moreIsBetter(
      'file of 50 MB, put · written plain with its hash',
      rate(ours, 'put'),
      rate(plain, 'put'),
      'MB/s',
    ),
    moreIsBetter('file of 50 MB, read · read plain', rate(ours, 'read'), rate(plain, 'read'), 'MB/s'),
    lessIsBetter('file of 50 MB, longest time for nobody else · plain', block(ours), block(plain), 'ms'),
  ]
}

/** Milliseconds: of the processor for putting and reading, and the longest in which nobody else had a turn. */
interface Cost {
  readonly put: number
  readonly read: number
  readonly block: number
}

async function costOf(
  put: () => Promise<string>,
  read: (name: string) => AsyncIterable<Uint8Array>,
): Promise<Cost> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let name = ''
  const putting = await processorTime(async () => void (name = await put()))
  const reading = await processorTime(async () => {
    for await (const chunk of read(name)) void chunk
  })
  delay.disable()
  return { put: putting, read: reading, block: delay.max / 1_000_000 }
}

async function processorTime(work: () => Promise<void>): Promise<number> {
  const begin = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1_000
}

async function putPlain(folder: string, content: Uint8Array): Promise<string> {
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  for await (const piece of inPieces(content)) {
    hash.update(piece)
    await file.write(piece)
  }
  await file.sync()
  await file.close()
  hash.digest()
  return path
}

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536)
}
