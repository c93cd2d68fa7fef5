import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { ready } from '../../src/handoff/child/ready.js'
import { startChild } from '../../src/handoff/child/run-child.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { openSeal } from '../../src/handoff/seal/open-seal.js'
import type { Seal } from '../../src/handoff/seal/seal.js'
import { signWith } from '../../src/handoff/seal/sign-with.js'
import { packageLimits } from '../../src/handoff/limits.js'
import { FileStore } from '../../src/platform/file-store.js'
import { testConfig } from '../support/config.js'
import { idle, measured, measuredProgram, type Measured } from './measured-child.js'
import { mergedWithPdfLib } from './merged-with-pdf-lib.js'
import { longScan, manyScans, scansWithLengthsBehind, type Scans } from './package-scans.js'
import { lessIsBetter, median, type Row } from './row.js'

const rounds = 3
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const merging = beside('./merge-with-pdf-lib.js')
const copying = beside('./copy-bytes.js')

/**
 * Packages beside pdf-lib merely merging the same scans and beside copying their bytes; each in a process that has
 * loaded everything and waits.
 */
export async function packageRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  const { config, remove } = testConfig('')
  try {
    const server: Server = { files: new FileStore(config), seal: await openSeal(config) }
    const rows: Row[] = []
    for (const count of [5, 20, 50, 100])
      rows.push(...(await rowsFor(server, await manyScans(folder, count))))
    rows.push(...(await rowsFor(server, await longScan(folder))))
    rows.push(...(await rowsFor(server, await scansWithLengthsBehind(folder, 50))))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
    remove()
  }
}

/** What a hand-over needs of the server. */
interface Server {
  readonly files: FileStore
  readonly seal: Seal
}

async function rowsFor(server: Server, scans: Scans): Promise<Row[]> {
  const ours: Measured[] = []
  const reference: Measured[] = []
  const copied: Measured[] = []
  const blocks: { ours: number[]; reference: number[] } = { ours: [], reference: [] }
  const { paths } = scans
  const out = `${paths[0]}.out`
  for (let round = 0; round < rounds; round++) {
    ours.push(await measuredPackage(server, scans, out))
    reference.push(await measuredProgram(merging, { paths, out }))
    copied.push(await measuredProgram(copying, { paths, out }))
    blocks.ours.push(await longestBlockOfHandOver(server, scans))
    blocks.reference.push(await longestBlock(() => mergedWithPdfLib(scans.paths)))
  }
  const row = (
    what: string,
    unit: string,
    than: readonly Measured[],
    figure: (measured: Measured) => number,
  ) =>
    lessIsBetter(
      `package of ${scans.name}, ${what}`,
      median(ours.map(figure)),
      median(than.map(figure)),
      unit,
    )
  return [
    row('time · pdf-lib', 'ms', reference, ({ milliseconds }) => milliseconds),
    row('processor time · pdf-lib', 'ms', reference, ({ processor }) => processor),
    row('processor time · copying the bytes', 'ms', copied, ({ processor }) => processor),
    row('time · copying the bytes', 'ms', copied, ({ milliseconds }) => milliseconds),
    row('memory more than idle · pdf-lib', 'MB', reference, ({ megabytes }) => megabytes),
    row('size · pdf-lib', 'MB', reference, ({ bytes }) => bytes / 1_000_000),
    lessIsBetter(
      `package of ${scans.name}, longest block of the event loop, made, sealed and stored · pdf-lib in the server`,
      median(blocks.ours),
      median(blocks.reference),
      'ms',
    ),
  ]
}

/** By a child that waits, sealed, into a file that lies open: the others do not encrypt either. */
async function measuredPackage({ seal }: Server, { task }: Scans, out: string): Promise<Measured> {
  writeFileSync(out, '')
  const child = startChild(packageLimits, ready)
  const workshop = new Workshop({ take: () => child })
  return measured(child, out, () => workshop.makePackage({ ...task, place: { path: out } }, signWith(seal)))
}

/** As the server does it: by the child that waits, sealed, into the file store; then the next child is started. */
async function longestBlockOfHandOver({ files, seal }: Server, { task }: Scans): Promise<number> {
  const waiting = startChild(packageLimits, ready)
  await idle(waiting.pid)
  const workshop = new Workshop({ take: () => waiting })
  return longestBlock(async () => {
    await files.putBy((place) => workshop.makePackage({ ...task, place }, signWith(seal)))
    startChild(packageLimits, ready).kill()
  })
}

/** The longest time for which nothing else could be answered while the work is done. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}
