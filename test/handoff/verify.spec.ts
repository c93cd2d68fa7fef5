import { randomInt } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { Workshop } from '../../src/handoff/child/workshop.js'
import type { Enclosure, PackageContents } from '../../src/handoff/package-contents.js'
import { contentsLength } from '../../src/handoff/seal/placeholder.js'
import type { Seal } from '../../src/handoff/seal/seal.js'
import { findSignature } from '../../src/handoff/verify/find-signature.js'
import { packageFacts } from '../../src/handoff/verify/package-facts.js'
import { readPdf, type SignatureSeen } from '../../src/handoff/verify/read-pdf.js'
import { sealFacts } from '../../src/handoff/verify/seal-facts.js'
import { isWell, verificationOf } from '../../src/handoff/verify/verification.js'
import { verificationInWords } from '../../src/handoff/verify/verification-in-words.js'
import { aHolder } from '../support/certificates.js'
import { formWith, packageOf } from './support/compose.js'
import { packageContents } from './support/contents.js'
import { prepared } from './support/plates.js'
import { aPdf, aPhoto, scratchFolder } from './support/scans.js'
import { keyFolder, sealedPackage } from './support/sealed-package.js'

const keys = keyFolder()
const scans = scratchFolder()
afterAll(() => {
  keys.remove()
  scans.remove()
})

let seal: Seal
let other: Seal
let bytes: Buffer
let seen: readonly SignatureSeen[]
beforeAll(async () => {
  seal = await keys.open()
  const holder = await aHolder({ name: 'Jemand' })
  other = await keys.open({ sealKey: keys.keep('other.pem', holder.key + holder.pem) })
  bytes = await sealedPackage(seal)
  seen = (await readPdf(bytes))!.signatures
})

/** Whether the seal holds, as a reader of this file would find it. */
const flawOf = async (file: Buffer) =>
  sealFacts(file, (await readPdf(file))?.signatures ?? null)?.flaw ?? 'no seal'

const changed = (at: number, by: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at]! ^= by
  return copy
}

describe('every changed byte is noticed', () => {
  const holds = (file: Buffer, by = seen): boolean => sealFacts(file, by)?.flaw === null

  it('at the edges, in each part, and in two hundred places by chance', () => {
    expect(holds(bytes)).toBe(true)
    const parts = [
      '%PDF',
      '/StructTreeRoot',
      'stream',
      'uebergabe.json',
      '/Sig\n',
      '/M (D:',
      '/Name',
      'xref',
      '%%EOF',
    ]
    const edges = [0, bytes.length - 1, ...parts.map((part) => bytes.lastIndexOf(part))]
    expect(edges).not.toContain(-1)
    const places = [...edges, ...Array.from({ length: 200 }, () => randomInt(bytes.length))]
    const unnoticed = places.filter((at, index) => holds(changed(at, index % 2 === 0 ? 0x01 : 0x20)))
    expect(unnoticed).toEqual([])
  })

  it('in the signature itself, which no hash covers', () => {
    const [, from] = seen[0]!.range as [number, number, number, number]
    const used = bytes.toString('latin1', from, from + contentsLength).replace(/0+>$/, '').length
    const places = [
      ...Array.from({ length: Math.ceil(used / 5) }, (_, index) => from + 5 * index),
      ...[used, used + 1, used + 999, contentsLength - 2, contentsLength - 1].map((at) => from + at),
      ...Array.from({ length: 52 }, (_, index) => from + contentsLength + index),
    ]
    // Whoever reads the file sees the changed signature, and does not know the one that was made.
    const seenIn = (file: Buffer): SignatureSeen[] => [findSignature(file)].filter((one) => one !== null)
    const files = places.map((at, index) => changed(at, index % 2 === 0 ? 0x01 : 0x20))
    expect(files.findIndex((file) => holds(file, seenIn(file)))).toBe(-1)
  })

  it('and so is a signature of someone else beside the certificate of the office', async () => {
    const forged = await sealedPackage({ ...seal, sign: (data) => other.sign(data) })
    expect(await flawOf(forged)).toBe('changed')
  })
})

describe('what is not the file that was sealed', () => {
  it.each([
    ['cut off at its end', 'notWhole', () => bytes.subarray(0, -100)],
    ['cut in half', 'no seal', () => bytes.subarray(0, bytes.length / 2)],
    ['with a byte behind it', 'notWhole', () => Buffer.concat([bytes, Buffer.from('\n')])],
    [
      'with an update behind it',
      'notWhole',
      () => Buffer.concat([bytes, Buffer.from('1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')]),
    ],
    ['twice', 'notWhole', () => Buffer.concat([bytes, bytes])],
    [
      'with another range',
      'no seal',
      () => Buffer.from(bytes.toString('latin1').replace('/ByteRange [0 ', '/ByteRange [1 '), 'latin1'),
    ],
    [
      'with a gap larger than the signature',
      'notWhole',
      () => withRange(([from, to, rest]) => [from - 4, to, rest]),
    ],
    [
      'with a gap behind the signature',
      'notWhole',
      () => withRange(([from, to, rest]) => [from, to + 4, rest - 4]),
    ],
    ['that was never signed', 'no seal', () => packageOf(packageContents({ seal: seal.shown }))],
    ['of another program', 'no seal', async () => Buffer.from(await (await PDFDocument.create()).save())],
  ])('is noticed: %s', async (_what, flaw, make) => {
    expect(await flawOf(Buffer.from(await make()))).toBe(flaw)
  })

  it('with two signatures, or one that readers do not see, does not count as sealed by this one', () => {
    expect(sealFacts(bytes, seen)?.flaw).toBeNull()
    expect(sealFacts(bytes, [...seen, ...seen])?.flaw).toBe('notOne')
    expect(sealFacts(bytes, [])?.flaw).toBe('notOne')
    expect(sealFacts(bytes, null)?.flaw).toBe('notOne')
  })
})

/** The file with other numbers in its range, and with everything else as it was. */
function withRange(change: (range: [number, number, number]) => number[]): Buffer {
  const [, from, to, rest] = seen[0]!.range as [number, number, number, number]
  const written = `/ByteRange [0 ${from} ${to} ${rest}`
  const wished = `/ByteRange [0 ${change([from, to, rest]).join(' ')}`
  const text = bytes.toString('latin1')
  expect(text).toContain(written)
  return Buffer.from(text.replace(written, wished.padEnd(written.length)), 'latin1')
}

const known = () => ({
  fingerprints: [seal.shown.fingerprint],
  rulebook: { byId: () => ({ hash: packageContents().ruleSet.sha256 }) as never },
})
const verified = async (file: Buffer) => verificationOf(await packageFacts(file), known())

/** Contents that are printed with these changes, while the embedded data are as given. */
function saying(data: PackageContents, printed: Partial<PackageContents>): PackageContents {
  const contents = { ...data, ...printed, toJSON: () => data }
  return contents
}

const scan = (name: string, mediaType: Enclosure['mediaType'], pages: number): Enclosure => ({
  id: name,
  document: 'wohnungsgeberbestaetigung',
  documentName: 'Wohnungsgeberbestätigung',
  name,
  mediaType,
  pages,
  bytes: 1,
  sha256: 'ef'.repeat(32),
  malwareCheckedAt: null,
  redrawn: [],
})

describe('a package', () => {
  it('with form, continuation and scans is found to be in order', async () => {
    const contents = packageContents({
      enclosures: [scan('Brief.pdf', 'application/pdf', 2), scan('Foto.jpg', 'image/jpeg', 1)],
    })
    const letter = await PDFDocument.load(await aPdf())
    if (letter.getPageCount() < 2) letter.addPage()
    const form = await formWith('wohnsitz-anmeldung', {}, [
      { title: 'Bemerkung', text: 'Passt nicht. '.repeat(40) },
    ])
    const workshop = new Workshop()
    const brief = await prepared(workshop, scans, 'a.pdf', await letter.save())
    const foto = await prepared(workshop, scans, 'b.jpg', await aPhoto('jpeg'), 'image/jpeg')
    const file = await sealedPackage(seal, contents, {
      form,
      scans: { 'Brief.pdf': brief.plates, 'Foto.jpg': foto.plates },
    })
    const found = await verified(file)
    expect(found).toMatchObject({
      sealed: true,
      intact: true,
      signer: seal.shown.signer,
      ruleSet: { id: contents.ruleSet.id, known: true },
      dataMatchesRecord: true,
      attachments: [
        { name: 'uebergabe.json', kind: 'embedded', ok: true },
        { name: 'Brief.pdf', kind: 'scan', ok: true },
        { name: 'Foto.jpg', kind: 'scan', ok: true },
      ],
    })
    expect(isWell(found)).toBe(true)
    const more = await sealedPackage(seal, { ...contents, enclosures: [] }, { form })
    expect(isWell(await verified(more))).toBe(true)
  })

  it('sealed again with another key is sealed and intact, and its signer is not known', async () => {
    const found = await verified(await sealedPackage(other))
    expect(found).toMatchObject({ sealed: true, intact: true, signer: 'Jemand', trusted: false })
    expect(isWell(found)).toBe(false)
  })

  it('sealed by an office that the cover does not name is not in order', async () => {
    const file = await sealedPackage({ ...seal, shown: other.shown })
    expect(await verified(file)).toMatchObject({ intact: true, trusted: true, coverNamesSeal: false })
    expect(isWell(await verified(file))).toBe(false)
  })

  it.each([
    ['an answer', { questions: packageContents().questions.slice(1) }, {}],
    ['an answer', {}, { questions: packageContents().questions.slice(1) }],
    ['the verdict', {}, { verdict: { ...packageContents().verdict, words: 'nicht vollständig' } }],
    ['a fee', { fees: [] }, {}],
  ])('whose data and pages differ is not in order: %s', async (_what, printed, embedded) => {
    const data = packageContents({ seal: seal.shown, ...embedded })
    const shown = { ...packageContents({ seal: seal.shown }), ...printed }
    const found = await verified(await sealedPackage(seal, saying(data, shown)))
    expect(found).toMatchObject({ intact: true, trusted: true, dataMatchesRecord: false })
    expect(isWell(found)).toBe(false)
  })

  it('without the pages of a scan that it names is not in order', async () => {
    const enclosures = [scan('Brief.pdf', 'application/pdf', 1)]
    const data = packageContents({ seal: seal.shown, enclosures })
    const found = await verified(await sealedPackage(seal, saying(data, { enclosures: [] })))
    expect(found.attachments.find(({ name }) => name === 'Brief.pdf')).toMatchObject({ ok: false })
    expect(isWell(found)).toBe(false)
  })

  it('of another rule set than the known one is not in order', async () => {
    const found = verificationOf(await packageFacts(bytes), {
      ...known(),
      rulebook: { byId: () => ({ hash: '0'.repeat(64) }) as never },
    })
    expect(found.ruleSet).toMatchObject({ known: false })
    expect(isWell(found)).toBe(false)
  })

  it('with a time stamp that is not about its seal is not in order', async () => {
    const facts = await packageFacts(bytes)
    const stamped = { ...facts, seal: { ...facts.seal!, timeStamp: 'unsound' as const } }
    expect([facts, stamped].map((one) => isWell(verificationOf(one, known())))).toEqual([true, false])
  })

  it('whose certificate was not valid on its day is not from a known signer', async () => {
    const facts = await packageFacts(bytes)
    const late = { ...facts, seal: { ...facts.seal!, validUntil: '2026-11-24T09:11:59.000Z' } }
    const found = verificationOf(late, known())
    expect(found).toMatchObject({ known: true, trusted: false })
    expect(verificationInWords('a.pdf', found, late)).toContain('GALT NICHT')
    expect(verificationOf(facts, known())).toMatchObject({ known: true, trusted: true })
    const trial = { ...late, contents: { ...late.contents!, trial: true } }
    expect(verificationOf(trial, known())).toMatchObject({ trusted: true, trial: true })
  })
})

describe('in words', () => {
  it('says what is wrong and what to do, and lets no name move the cursor', async () => {
    const facts = await packageFacts(bytes)
    const broken = { ...facts, seal: { ...facts.seal!, flaw: 'changed' as const, signer: '\u001b[2JAmt' } }
    const unknown = verificationOf(broken, { ...known(), fingerprints: [] })
    const words = verificationInWords('\u001b[2J.pdf', unknown, broken)
    expect(words).not.toContain('\u001b')
    expect(words).toContain('Mindestens ein Byte wurde seit dem Siegeln geändert')
    expect(words).toContain('NICHT BEKANNT')
    const copied = verificationOf(broken, known())
    expect(copied).toMatchObject({ known: true, trusted: false })
    expect(verificationInWords('a.pdf', copied, broken)).toContain('gilt aber NICHT für diese Datei')
    expect(words).toMatch(/Nicht in Ordnung\.$/)
    expect(verificationInWords('a.pdf', verificationOf(facts, known()), facts)).toMatch(/Alles in Ordnung\.$/)
  })
})
