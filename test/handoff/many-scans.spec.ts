import { text } from 'node:stream/consumers'
import { runChild } from '../../src/handoff/child/run-child.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import type { Enclosure } from '../../src/handoff/package-contents.js'
import { FileStore } from '../../src/platform/file-store.js'
import { testConfig } from '../support/config.js'
import { watchTurns } from '../support/processor-time.js'
import { packageContents } from './support/contents.js'
import { madePackage, noAnswer, noSignature } from './support/made-package.js'
import { prepared, type PreparedScan } from './support/plates.js'
import { pageTexts } from './support/read-pdf.js'
import { aPhoto, aScannedPdf, scratchFolder } from './support/scans.js'

const workshop = new Workshop()
const folder = scratchFolder()
afterAll(() => folder.remove())

// What the child needs without any scan is about 150 MB; the scans together are far more than the rest of this.
const residentMegabytes = 240
const scanCount = 20
const longPages = 300

let photo: PreparedScan
let long: PreparedScan
beforeAll(async () => {
  const bytes = await aPhoto('jpeg', { width: 2400, height: 3400 }, 62)
  photo = await prepared(workshop, folder, 'scan.jpg', bytes, 'image/jpeg')
  const page = await aPhoto('jpeg', { width: 1000, height: 1415 }, 60)
  const pages = Array.from({ length: longPages }, () => page)
  long = await prepared(workshop, folder, 'long.pdf', await aScannedPdf(pages))
})

function taskOf(all: readonly PreparedScan[]) {
  const enclosures = all.map(({ pages }, index): Enclosure => ({
    id: `s${index}`,
    document: 'nachweis',
    documentName: 'Nachweis',
    name: `scan ${index}`,
    mediaType: 'application/pdf',
    pages,
    bytes: 1,
    sha256: 'ef'.repeat(32),
    redrawn: [],
    malwareCheckedAt: null,
  }))
  const scans = Object.fromEntries(all.map(({ plates }, index) => [`s${index}`, plates]))
  const contents = packageContents({ enclosures })
  return { contents, form: null, scans }
}

const packageOf = (all: readonly PreparedScan[]): Promise<Buffer> =>
  madePackage(folder, (place) =>
    text(
      runChild(
        { kind: 'package', ...taskOf(all), place },
        { seconds: 90, heapMegabytes: 256, residentMegabytes },
        { answer: noAnswer },
      ),
    ),
  )

it('20 scans of 1 MB and more make a package without being in memory together', async () => {
  const bytes = await packageOf(Array.from({ length: scanCount }, () => photo))
  expect(bytes.length).toBeGreaterThan(scanCount * 1_000_000)
  const pages = await pageTexts(bytes)
  expect(pages.slice(-scanCount).map((page) => /scan \d+/.exec(page)?.[0])).toEqual(
    Array.from({ length: scanCount }, (_, index) => `scan ${index}`),
  )
})

it('a scan of 300 pages is taken over page by page, in the same memory', async () => {
  expect([long.pages, long.redrawn]).toEqual([longPages, []])
  const bytes = await packageOf([long])
  expect(bytes.length).toBeGreaterThan(30_000_000)
  expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(longPages)
})

// Parsing the scans here would stop everyone for a second and more.
it('the server does other things while two packages are made and stored', async () => {
  const { config, remove } = testConfig('')
  const files = new FileStore(config)
  const watched = watchTurns()
  const task = taskOf(Array.from({ length: scanCount }, () => photo))
  const stored = await Promise.all([
    files.putBy((place) => workshop.makePackage({ ...task, place }, noSignature)),
    files.putBy((place) => workshop.makePackage({ ...task, place }, noSignature)),
  ])
  const turns = await watched()
  remove()
  expect(stored[0]).toEqual(stored[1])
  // The longest of all would be a collection of the test runner's own memory.
  expect(turns[Math.floor(turns.length * 0.95)]).toBeLessThan(50)
})
