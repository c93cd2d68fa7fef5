import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Enclosure } from '../../src/handoff/package-contents.js'
import { packageContents } from '../handoff/support/contents.js'
import { aPhoto } from '../handoff/support/scans.js'
import { lessIsBetter, median, type Row } from './row.js'

const scanCount = 20
const rounds = 3

/** The package's child with 20 scans, beside a process that only puts the same files together with pdf-lib. */
export async function packingRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  try {
    const photo = await aPhoto('jpeg', { width: 2400, height: 3400 }, 62)
    const paths = Array.from({ length: scanCount }, (_, n) => join(folder, `${n}.jpg`))
    for (const path of paths) writeFileSync(path, photo)
    return await compared(paths, photo.length)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function compared(paths: readonly string[], bytes: number): Promise<Row[]> {
  const ours: Run[] = []
  const plain: Run[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await measured(['dist/handoff/child/main.js'], packageTask(paths, bytes)))
    plain.push(await measured(['--input-type=module', '--eval', merge, ...paths], ''))
  }
  const name = `a package with ${scanCount} scans of ${(bytes / 1e6).toFixed(1)} MB · pdf-lib putting them together`
  const middle = (runs: readonly Run[], what: keyof Run) => median(runs.map((run) => run[what]))
  return [
    lessIsBetter(`${name}, time`, middle(ours, 'seconds'), middle(plain, 'seconds'), 's'),
    lessIsBetter(`${name}, peak memory`, middle(ours, 'peakMegabytes'), middle(plain, 'peakMegabytes'), 'MB'),
    lessIsBetter(`${name}, size`, middle(ours, 'megabytes'), middle(plain, 'megabytes'), 'MB'),
  ]
}

const merge = `
  import { readFileSync } from 'node:fs'
  import { PDFDocument } from 'pdf-lib'
  const document = await PDFDocument.create()
  for (const path of process.argv.slice(1)) {
    const image = await document.embedJpg(readFileSync(path))
    document.addPage([595, 842]).drawImage(image, { x: 40, y: 40, width: 515, height: 730 })
  }
  process.stdout.write(await document.save())`

function packageTask(paths: readonly string[], bytes: number): string {
  const enclosures = paths.map((_, n): Enclosure => ({
    id: `s${n}`,
    document: 'nachweis',
    documentName: 'Nachweis',
    name: `scan ${n}`,
    mediaType: 'image/jpeg',
    pages: 1,
    bytes,
    sha256: 'ef'.repeat(32),
  }))
  const scans = Object.fromEntries(paths.map((path, n) => [`s${n}`, path]))
  return JSON.stringify({ kind: 'package', contents: packageContents({ enclosures }), form: null, scans })
}

interface Run {
  readonly seconds: number
  readonly peakMegabytes: number
  readonly megabytes: number
}

/** Runs a process to its end; the peak of its memory is read from Linux as long as it lives. */
async function measured(args: readonly string[], input: string): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let bytes = 0
  let peak = 0
  const meter = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 5)
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    peak = Math.max(peak, peakOf(child.pid!))
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(meter)
  if (code !== 0) throw new Error(`A measured process ended with ${code}.`)
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: peak, megabytes: bytes / 1e6 }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
