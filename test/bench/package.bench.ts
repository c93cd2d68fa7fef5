import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { ready } from '../../src/handoff/child/ready.js'
import { childProgram } from '../../src/handoff/child/run-child.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { FileStore } from '../../src/platform/file-store.js'
import { testConfig } from '../support/config.js'
import { measuredChild, type Measured } from './measured-child.js'
import { mergedWithPdfLib } from './merged-with-pdf-lib.js'
import { longScan, manyScans, scansWithLengthsBehind, type Scans } from './package-scans.js'
import { lessIsBetter, median, type Row } from './row.js'

const rounds = 5
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const merging = beside('./merge-with-pdf-lib.js')
const copying = beside('./copy-bytes.js')

/**
 * Packages beside pdf-lib merely merging the same scans and beside copying their bytes; each in a process that has
 * loaded everything and waits.
 */
export async function packageRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  try {
    const rows: Row[] = []
    for (const count of [5, 20, 50, 100]) rows.push(...(await rowsFor(await manyScans(folder, count))))
    rows.push(...(await rowsFor(await longScan(folder))))
    rows.push(...(await rowsFor(await scansWithLengthsBehind(folder))))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function rowsFor(scans: Scans): Promise<Row[]> {
  const ours: Measured[] = []
  const reference: Measured[] = []
  const copied: Measured[] = []
  const blocks: { ours: number[]; reference: number[] } = { ours: [], reference: [] }
  const paths = JSON.stringify(scans.paths)
  for (let round = 0; round < rounds; round++) {
    ours.push(await measuredChild(childProgram, JSON.stringify(scans.task), ready))
    reference.push(await measuredChild(merging, paths))
    copied.push(await measuredChild(copying, paths))
    blocks.ours.push(await longestBlock(() => madeAndStored(scans)))
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
      `package of ${scans.name}, longest block of the event loop, made and stored · pdf-lib in the server`,
      median(blocks.ours),
      median(blocks.reference),
      'ms',
    ),
  ]
}

/** As the server does it at a hand-over: the child's bytes into the file store. */
async function madeAndStored({ task }: Scans): Promise<void> {
  const { config, remove } = testConfig('')
  try {
    await new FileStore(config).put(new Workshop().makePackage(task))
  } finally {
    remove()
  }
}

/** The longest time for which nothing else could be answered while the work is done. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}
