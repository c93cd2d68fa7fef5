import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { assignScans } from '../../src/handoff/trial/assign-scans.js'
import { lotse } from '../support/lotse.js'
import { aDocument } from '../support/rule-set-builder.js'
import type { Example } from './support/counter-case.js'
import { embedded, pageTexts } from './support/read-pdf.js'
import { aPdf, aPdfWithScript, aPhoto } from './support/scans.js'
import { documentOf, trialOf } from './support/trial.js'

const isValid = new Ajv({ strictTypes: false }).compile(
  JSON.parse(readFileSync('docs/uebergabe.schema.json', 'utf8')) as object,
)
const example = JSON.parse(
  readFileSync('rules/wohnsitz-anmeldung/examples/2026-07-fuenfzehnter-tag.json', 'utf8'),
) as Example
const given = { answers: example.answers, documents: example.documents }

let folder: string
let out: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-trial-'))
  out = join(folder, 'probe.pdf')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Calls the command with answers as its input. */
function packaged(more: readonly string[] = [], input: object = given) {
  const place = more.includes('--out') ? [] : ['--out', out]
  const call = ['package', 'wohnsitz-anmeldung', '--on', example.on, '--answers', '-']
  return lotse([...call, ...place, ...more], input, { DATA_DIR: join(folder, 'data') })
}

function scansFolder(files: Readonly<Record<string, Uint8Array>>): string {
  const scans = join(folder, 'scans')
  mkdirSync(scans)
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(scans, name), bytes)
  return scans
}

describe('lotse package', () => {
  it('writes the package with the scans that are asked for, and tells what it wrote', async () => {
    const scans = scansFolder({
      'wohnungsgeberbestaetigung-2.jpg': await aPhoto('jpeg', { width: 300, height: 200 }),
      'wohnungsgeberbestaetigung.pdf': await aPdf({ pages: 2 }),
      'heiratsurkunde.pdf': await aPdf(),
      '.DS_Store': Buffer.from('left behind'),
    })
    const { code, out: told } = packaged(['--scans', scans, '--json'])
    const bytes = readFileSync(out)
    expect(code).toBe(0)
    expect(JSON.parse(told)).toMatchObject({
      file: out,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      service: 'wohnsitz-anmeldung',
      trial: true,
      enclosures: [
        { name: 'wohnungsgeberbestaetigung.pdf', document: 'wohnungsgeberbestaetigung', pages: 2 },
        { name: 'wohnungsgeberbestaetigung-2.jpg', document: 'wohnungsgeberbestaetigung', pages: 1 },
      ],
    })
    const data = await embedded(bytes, 'uebergabe.json')
    expect(data).toMatchObject({ trial: true, madeAt: `${example.on}T11:00:00.000Z` })
    expect(isValid(data)).toBe(true)
    const pages = await pageTexts(bytes)
    expect(pages[0]).toContain('PROBE: gehört zu keinem Vorgang')
    for (const page of pages) expect(page.replaceAll(' ', '')).toContain('PROBE')
    expect(pages.filter((page) => /wohnungsgeberbestaetigung\S*, Seite \d von/.test(page))).toHaveLength(3)
    expect(lotse(['verify', out], undefined, { DATA_DIR: join(folder, 'data') })).toMatchObject({
      code: 0,
      out: expect.stringContaining('PROBE'),
    })
  })

  it('makes a package of what the pre-check rejects or does not know yet', async () => {
    expect(packaged([], { answers: {} })).toMatchObject({ code: 0 })
    const [cover] = await pageTexts(readFileSync(out))
    expect(cover).toContain('Vorprüfung: nicht abgeschlossen')
    expect(cover).toContain('„Probe“')
  })

  it('names every scan that is refused, why, and what would do; and leaves what was there', async () => {
    writeFileSync(out, 'older')
    const scans = scansFolder({
      'mietvertrag.pdf': await aPdf(),
      'heiratsurkunde.pdf': await aPdfWithScript(),
      'vollmacht.docx': Buffer.from('PK and more'),
    })
    const { code, told } = packaged(['--scans', scans])
    expect(code).toBe(2)
    expect(told).toMatch(/mietvertrag\.pdf: .*Möglich sind .*wohnungsgeberbestaetigung/)
    expect(told).toMatch(/heiratsurkunde\.pdf: .*Programmcode/)
    expect(told).toMatch(/vollmacht\.docx: .*PDF, JPEG/)
    expect(readFileSync(out, 'utf8')).toBe('older')
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'probe.pdf', 'scans'])
  })

  it.each([
    ['without a place', ['--out', ''], /--out/],
    ['onto its output', ['--out', '-'], /Name einer Datei/],
    ['into a folder that is not there', ['--out', '/nowhere/at/all.pdf'], /Den Ordner .* gibt es nicht/],
    ['onto a folder', ['--out', '/'], /keine Datei/],
    ['with scans from nowhere', ['--scans', '/nowhere'], /--scans: \/nowhere gibt es nicht/],
  ])('refuses to write %s', (_name, more, says) => {
    const { code, told } = packaged(more)
    expect(code).toBe(2)
    expect(told).toMatch(says)
  })

  it('leaves its output to programs where there is something to notice', () => {
    const call = ['package', 'wohnsitz-anmeldung', '--on', example.on, '--answers', '-', '--out', out]
    const env = { DATA_DIR: join(folder, 'data'), SEAL_TIMESTAMP_URL: 'http://127.0.0.1:9/' }
    const { out: printed, told } = lotse([...call, '--json'], given, env)
    expect(JSON.parse(printed)).toMatchObject({ file: out })
    expect(told).toMatch(/^Ohne Zeitstempel gesiegelt: /)
  })

  it('refuses what precheck refuses, in the same words', () => {
    const wrong = { answers: { einzugsdatum: 'gestern' } }
    const said = packaged([], wrong)
    expect(said).toEqual(
      lotse(['precheck', 'wohnsitz-anmeldung', '--on', example.on, '--answers', '-'], wrong),
    )
    expect(said.code).toBe(2)
  })
})

describe('a trial', () => {
  it('is the same document for the same input, and another for another', async () => {
    const [one, two] = [await trialOf('hundesteuer'), await trialOf('hundesteuer')]
    expect((await documentOf(one)).equals(await documentOf(two))).toBe(true)
    expect((await trialOf('hundesteuer', 'notEligible')).contents.packageId).not.toBe(one.contents.packageId)
  })
})

describe('the name of a scan', () => {
  const documents = [aDocument('ausweis', { noCopy: true }), aDocument('miete'), aDocument('miete-2')]
  const assigned = (...names: string[]) => assignScans(names, documents)

  it('says which document it belongs to, in the order of the rule set', () => {
    expect(assigned('miete-2.pdf', 'miete-10.png', 'miete-3.PDF', 'miete.jpg').scans).toEqual([
      { name: 'miete.jpg', document: 'miete' },
      { name: 'miete-3.PDF', document: 'miete' },
      { name: 'miete-10.png', document: 'miete' },
      { name: 'miete-2.pdf', document: 'miete-2' },
    ])
  })

  it.each([
    ['lohn.pdf', /zu keiner Unterlage.*ausweis, miete, miete-2/],
    ['miete-zwei.pdf', /zu keiner Unterlage/],
    ['ausweis.pdf', /keine Kopie/],
  ])('%s is refused', (name, says) => {
    expect(assigned(name).problems).toEqual([{ name, message: expect.stringMatching(says) }])
  })

  it('is refused beyond as many as a case may have', () => {
    const names = Array.from({ length: 51 }, (_, index) => `miete-${index + 1}.pdf`)
    expect(assigned(...names).problems).toMatchObject([{ message: expect.stringContaining('50') }])
  })
})
