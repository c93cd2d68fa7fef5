import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareScan } from '../../src/handoff/scans/prepare-scan.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'
import type { PreparedPackage } from '../../src/handoff/prepare-package.js'
import { packageContents } from '../handoff/support/contents.js'
import { aPhoto, aScannedPdf } from '../handoff/support/scans.js'

/** Scans on the disk, and the task of making a package of them from their plates. */
export interface Scans {
  readonly name: string
  readonly paths: readonly string[]
  readonly task: PreparedPackage
}

/** So many scans of 1 MB, half JPEG and half PDF. */
export async function manyScans(folder: string, count: number): Promise<Scans> {
  const photo = await aPhoto('jpeg', { width: 2000, height: 2830 }, 68)
  const pdf = await aScannedPdf([photo])
  const paths = Array.from({ length: count }, (_, index) =>
    kept(folder, `${count}-${index}.${index % 2 === 0 ? 'jpg' : 'pdf'}`, index % 2 === 0 ? photo : pdf),
  )
  return scansOf(`${count} scans of 1 MB`, paths)
}

/** One PDF of 300 scanned pages, about 50 MB. */
export async function longScan(folder: string): Promise<Scans> {
  const page = await aPhoto('jpeg', { width: 1000, height: 1415 }, 54)
  const pages = Array.from({ length: 300 }, () => page)
  return scansOf('a PDF of 300 pages', [kept(folder, 'long.pdf', await aScannedPdf(pages))])
}

/** Scans as many devices write them: the length of an image stands in an object of its own behind it. */
export async function scansWithLengthsBehind(folder: string, count: number): Promise<Scans> {
  const size = { width: 2000, height: 2830 }
  const bytes = withLengthBehind(await aPhoto('jpeg', size, 68), size)
  const paths = Array.from({ length: count }, (_, index) => kept(folder, `behind-${index}.pdf`, bytes))
  return scansOf(`${count} PDFs of 1 MB with /Length behind`, paths)
}

function kept(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function scansOf(name: string, paths: readonly string[]): Promise<Scans> {
  const enclosures: Enclosure[] = []
  const scans: Record<string, { path: string }> = {}
  for (const [index, path] of paths.entries()) {
    const mediaType = path.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg'
    const id = String(index)
    scans[id] = { path: `${path}.plates` }
    enclosures.push({
      id,
      document: 'ausweis',
      documentName: 'Nachweis',
      name: id,
      mediaType,
      pages: await prepared(path, mediaType),
      bytes: statSync(path).size,
      sha256: '0'.repeat(64),
      redrawn: [],
      malwareCheckedAt: null,
    })
  }
  return {
    name,
    paths,
    task: {
      contents: packageContents({ enclosures }),
      form: null,
      scans,
    },
  }
}

async function prepared(path: string, mediaType: Enclosure['mediaType']): Promise<number> {
  const plates = prepareScan(readFileSync(path), mediaType, 600)
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await plates.next()
    if (done !== true) chunks.push(Buffer.from(value))
    else {
      if (!('isWhole' in value) || value.redrawn.length > 0)
        throw new Error(`${path} is not taken over as it is`)
      await writeFile(`${path}.plates`, Buffer.concat(chunks))
      return value.pages
    }
  }
}

function withLengthBehind(photo: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const content = 'q 595 0 0 842 0 0 cm /I Do Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length 6 0 R >>\nstream\n${photo.toString('latin1')}\nendstream`,
    String(photo.length),
  ]
  let text = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1')
}
