import { createHash } from 'node:crypto'
import { readFileSync, truncateSync } from 'node:fs'
import type { Seal } from '../../src/handoff/seal/seal.js'
import { ownCertificatePath } from '../../src/handoff/seal/own-key.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { lotse, ownRules } from '../support/lotse.js'
import { packageContents } from './support/contents.js'
import { keyFolder, sealedPackage } from './support/sealed-package.js'

const service = 'fischereischein'
const rules = ownRules(service)
const keys = keyFolder()
afterAll(() => {
  rules.remove()
  keys.remove()
})

let seal: Seal
let file: string
let bytes: Buffer
beforeAll(async () => {
  seal = await keys.open()
  const { id, hash, inForceFrom } = Rulebook.from(rules.folder).all()[0]!
  const contents = packageContents({ ruleSet: { id, inForceFrom, sha256: hash } })
  bytes = await sealedPackage(seal, contents)
  file = keys.keep('paket.pdf', bytes)
})

const trust = () => ownCertificatePath(keys.folder)

describe('lotse verify', () => {
  it('ends with 0 and says who sealed a package that is in order', () => {
    const { code, out, told } = rules.lotse('verify', file, '--trust', trust())
    expect([code, told]).toEqual([0, ''])
    expect(out).toContain(seal.shown.signer)
    expect(out).toContain('Alles in Ordnung.')
  })

  it('tells programs the same', () => {
    const { code, out } = rules.lotse('verify', file, '--trust', trust(), '--json')
    expect(code).toBe(0)
    const embedded = JSON.parse(out).attachments[0] as { sha256: string }
    expect(JSON.parse(out)).toEqual({
      sealed: true,
      intact: true,
      signer: seal.shown.signer,
      ruleSet: { id: expect.stringContaining(service), sha256: expect.any(String), known: true },
      dataMatchesRecord: true,
      attachments: [
        {
          name: 'uebergabe.json',
          kind: 'embedded',
          bytes: expect.any(Number),
          sha256: embedded.sha256,
          ok: true,
        },
      ],
      known: true,
      trusted: true,
      fingerprint: createHash('sha256').update(seal.certificates[0]!).digest('hex'),
      coverNamesSeal: true,
      sealedAt: '2026-11-24T09:12:00.000Z',
      timeStamp: null,
      packageId: packageContents().packageId,
      trial: false,
      madeWith: packageContents().madeWith,
    })
  })

  it('ends with 1 if a byte was changed, and names what is wrong', () => {
    const changed = Buffer.from(bytes)
    changed[1_000]! ^= 1
    const { code, out } = rules.lotse('verify', keys.keep('geaendert.pdf', changed), '--trust', trust())
    expect(code).toBe(1)
    expect(out).toContain('NEIN')
    expect(out).toContain('Nicht in Ordnung.')
  })

  it('ends with 1 if nobody knows the signer, and says how to find out', () => {
    const { code, out } = rules.lotse('verify', file)
    expect(code).toBe(1)
    expect(out).toContain('NICHT BEKANNT')
    expect(out).toContain('--trust')
  })

  it.each([
    ['no file', () => [], 'Es fehlt die Datei'],
    ['a file that is not there', () => ['nirgends.pdf'], 'nirgends.pdf: Diese Datei gibt es nicht.'],
    ['a file that cannot be reached', () => ['x'.repeat(300)], 'nicht zugreifen (ENAMETOOLONG)'],
    ['a file that is no PDF', () => [keys.keep('brief.txt', 'Guten Tag')], 'Das ist keine PDF-Datei.'],
    ['a file that is too large', hugeFile, 'geprüft werden Pakete bis'],
    [
      'a certificate that is not there',
      () => [file, '--trust', 'nirgends'],
      'nirgends: Diese Datei oder diesen Ordner',
    ],
    ['a certificate that is none', () => [file, '--trust', keys.keep('x.pem', 'x')], 'beschädigt'],
    ['a folder without rules', () => [file, '--rules', 'nirgends'], 'nirgends: Diesen Ordner mit Regeln'],
  ])('ends with 2 for %s', (_what, args, words) => {
    const called = args()
    const { code, out, told } = called.includes('--rules')
      ? lotse(['verify', ...called])
      : rules.lotse('verify', ...called)
    expect([code, out]).toEqual([2, ''])
    expect(told).toContain(words)
  })
})

function hugeFile(): string[] {
  const path = keys.keep('gross.pdf', readFileSync(file))
  truncateSync(path, 500_000_001)
  return [path]
}
