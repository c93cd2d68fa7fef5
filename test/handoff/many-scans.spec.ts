import { jest } from '@jest/globals'
import { runChild } from '../../src/handoff/child/run-child.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'
import { packageContents } from './support/contents.js'
import { pageTexts } from './support/read-pdf.js'
import { aPdf, aPhoto, scratchFolder } from './support/scans.js'

jest.setTimeout(120_000)

const folder = scratchFolder()
afterAll(() => folder.remove())

// What the child needs without any scan is about 150 MB; the scans together are more than the rest of this.
const residentMegabytes = 240
const scanCount = 20

it('20 scans of 1 MB and more make a package without being in memory together', async () => {
  const photo = await aPhoto('jpeg', { width: 2400, height: 3400 }, 62)
  expect(photo.length).toBeGreaterThan(1_000_000)
  const path = folder.keep('scan.jpg', photo)
  const letter = folder.keep('letter.pdf', await aPdf())
  const enclosures = Array.from({ length: scanCount + 1 }, (_, index): Enclosure => ({
    id: `s${index}`,
    document: 'nachweis',
    documentName: 'Nachweis',
    name: `scan ${index}`,
    mediaType: index === scanCount ? 'application/pdf' : 'image/jpeg',
    pages: 1,
    bytes: photo.length,
    sha256: 'ef'.repeat(32),
    malwareCheckedAt: null,
  }))
  const scans = Object.fromEntries(
    enclosures.map(({ id, mediaType }) => [id, { path: mediaType === 'image/jpeg' ? path : letter }]),
  )
  const task = {
    kind: 'package',
    contents: packageContents({ enclosures }),
    form: null,
    scans,
    sealMark: '5e'.repeat(32),
  } as const
  const chunks: Buffer[] = []
  for await (const chunk of runChild(task, { seconds: 90, heapMegabytes: 256, residentMegabytes }))
    chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  expect(bytes.length).toBeGreaterThan(scanCount * 1_000_000)
  const pages = await pageTexts(bytes)
  expect(pages.slice(-scanCount - 1).map((page) => /scan \d+/.exec(page)?.[0])).toEqual(
    enclosures.map(({ name }) => name),
  )
})
