import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { childProgram } from '../../src/handoff/child/run-child.js'
import type { PackageTask } from '../../src/handoff/child/tasks.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'
import { packageContents } from '../handoff/support/contents.js'
import { aPhoto } from '../handoff/support/scans.js'
import { measuredChild, type Measured } from './measured-child.js'
import { lessIsBetter, median, type Row } from './row.js'

const rounds = 5
const merging = fileURLToPath(new URL('./merge-with-pdf-lib.js', import.meta.url))

/** A package of 20 scans of 1 MB, half JPEG and half PDF, beside pdf-lib merely merging them; both in a fresh process. */
export async function packageRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-bench-'))
  try {
    const paths = await scansIn(folder)
    const ours: Measured[] = []
    const reference: Measured[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await measuredChild(childProgram, JSON.stringify(taskFor(paths))))
      reference.push(await measuredChild(merging, JSON.stringify(paths)))
    }
    const row = (what: string, unit: string, figure: (measured: Measured) => number) =>
      lessIsBetter(
        `package with 20 scans of 1 MB, ${what} · merging them with pdf-lib`,
        median(ours.map(figure)),
        median(reference.map(figure)),
        unit,
      )
    return [
      row('time', 'ms', ({ milliseconds }) => milliseconds),
      row('peak memory', 'MB', ({ megabytes }) => megabytes),
      row('size', 'MB', ({ bytes }) => bytes / 1_000_000),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function scansIn(folder: string): Promise<string[]> {
  const photo = await aPhoto('jpeg', { width: 2000, height: 2830 }, 68)
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  page.drawImage(await document.embedJpg(photo), { x: 0, y: 0, width: 595, height: 842 })
  const pdf = await document.save()
  return Array.from({ length: 20 }, (_, index) => {
    const path = join(folder, index % 2 === 0 ? `${index}.jpg` : `${index}.pdf`)
    writeFileSync(path, index % 2 === 0 ? photo : pdf)
    return path
  })
}

function taskFor(paths: readonly string[]): PackageTask {
  const enclosures = paths.map((path, index): Enclosure => ({
    id: String(index),
    document: 'ausweis',
    documentName: 'Nachweis',
    name: path,
    mediaType: path.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
    pages: 1,
    bytes: 1,
    sha256: '0'.repeat(64),
    malwareCheckedAt: null,
  }))
  const scans = Object.fromEntries(paths.map((path, index) => [String(index), { path }]))
  return {
    kind: 'package',
    contents: packageContents({ enclosures }),
    form: null,
    scans,
    sealMark: '5e'.repeat(32),
  }
}
