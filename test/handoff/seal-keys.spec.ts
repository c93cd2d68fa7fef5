import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { WrongConfig } from '../../src/config.js'
import { readPdf } from '../../src/handoff/verify/read-pdf.js'
import { sealFacts } from '../../src/handoff/verify/seal-facts.js'
import { aHolder, rsa, type Holder } from '../support/certificates.js'
import { keyFolder, sealedPackage } from './support/sealed-package.js'

const keys = keyFolder()
afterAll(() => keys.remove())

const today = new Date('2026-11-24T09:00:00Z')
let authority: Holder
let office: Holder
beforeAll(async () => {
  authority = await aHolder({ name: 'Landkreis CA', isAuthority: true })
  office = await aHolder({ name: 'Bürgerbüro', organisation: 'Stadt Boizenburg/Elbe', issuer: authority })
})

const openWith = (content: string | Uint8Array, sealPassword: string | null = null) =>
  keys.open({ sealKey: keys.keep('key', content), sealPassword }, today)

/** What a refused key tells whoever starts the server. */
const complaint = (content: string | Uint8Array, password: string | null = null): Promise<string> =>
  openWith(content, password).then(
    () => 'no complaint',
    (error: unknown) => (error instanceof WrongConfig ? error.message : String(error)),
  )

describe('the key of an office', () => {
  it('comes as PEM with its certificates, in any order', async () => {
    const seal = await openWith(authority.pem + office.key + office.pem)
    expect(seal.shown).toMatchObject({ signer: 'Bürgerbüro, Stadt Boizenburg/Elbe', selfMade: false })
    expect(seal.certificates.map((der) => new X509Certificate(der).subject.split('CN=')[1])).toEqual([
      'Bürgerbüro',
      'Landkreis CA',
    ])
    const bytes = await sealedPackage(seal)
    expect(sealFacts(bytes, (await readPdf(bytes))!.signatures)).toMatchObject({ flaw: null })
  })

  it('comes as PKCS#12', async () => {
    const sealKey = 'test/handoff/support/buergerbuero.p12'
    const seal = await keys.open({ sealKey, sealPassword: 'geheim' }, new Date('2030-01-01'))
    expect(seal.shown.signer).toBe('Bürgerbüro Boizenburg, Stadt Boizenburg/Elbe')
    expect(seal.certificates).toHaveLength(2)
    const bytes = await sealedPackage(seal)
    expect(sealFacts(bytes, (await readPdf(bytes))!.signatures)).toMatchObject({ flaw: null })
  })

  it('may be RSA', async () => {
    const holder = await aHolder({ name: 'Büro mit RSA', algorithm: rsa })
    const bytes = await sealedPackage(await openWith(holder.key + holder.pem))
    expect(sealFacts(bytes, (await readPdf(bytes))!.signatures)).toMatchObject({
      flaw: null,
      signer: 'Büro mit RSA',
    })
  })

  it('may be locked with a password', async () => {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' },
    })
    expect(await complaint(privateKey)).toContain('fehlt SEAL_PASSWORD')
    expect(await complaint(privateKey, 'falsch')).toContain('Stimmt SEAL_PASSWORD?')
    expect(await complaint(privateKey, 'geheim')).toContain('kein Zertifikat')
  })

  it.each([
    ['of someone else', async () => office.key + authority.pem, 'gehört zu keinem Zertifikat'],
    ['without a certificate', async () => office.key, 'kein Zertifikat darin'],
    ['that is missing', async () => office.pem, 'kein privater Schlüssel'],
    ['that is damaged', async () => office.key.slice(40) + office.pem, 'kein privater Schlüssel'],
    ['that is none', async () => 'Hallo', 'Erwartet wird PEM oder PKCS#12'],
    ['whose day has passed', () => pemOf({ until: '2026-11-23' }), 'ist am 23.11.2026 abgelaufen'],
    ['whose day has not come', () => pemOf({ from: '2026-11-25' }), 'gilt erst ab 25.11.2026'],
    ['of a kind that readers do not accept', async () => pss() + office.pem, 'RSA-PSS geht nicht'],
  ])('%s keeps the server from starting', async (_what, content, words) => {
    const told = await complaint(await content())
    expect(told).toContain(words)
    expect(told).toMatch(/^SEAL_KEY: .*key: /)
  })

  it('in PKCS#12 with a wrong password is told apart from a good one', async () => {
    const bytes = readFileSync('test/handoff/support/buergerbuero.p12')
    expect(await complaint(bytes, 'falsch')).toContain('Stimmt SEAL_PASSWORD?')
    expect(await complaint(bytes)).toContain('fehlt SEAL_PASSWORD')
  })
})

async function pemOf(days: { from?: string; until?: string }): Promise<string> {
  const { key, pem } = await aHolder({ name: 'Bürgerbüro', ...days })
  return key + pem
}

const pss = (): string =>
  generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey

describe('without a key', () => {
  it('one is made once, for this account alone, and stays', async () => {
    const own = keyFolder()
    try {
      const [first, second] = await Promise.all([own.open(), own.open()])
      expect(first.shown).toEqual(second.shown)
      expect(first.shown).toMatchObject({ selfMade: true, signer: expect.stringContaining('selbst erzeugt') })
      expect((await own.open()).shown).toEqual(first.shown)
      const folder = join(own.folder, 'keys')
      expect(readdirSync(folder).toSorted()).toEqual(['siegel-zertifikat.pem', 'siegel.pem'])
      expect(statSync(join(folder, 'siegel.pem')).mode & 0o077).toBe(0)
      expect(readFileSync(join(folder, 'siegel-zertifikat.pem'), 'utf8')).not.toContain('PRIVATE')
    } finally {
      own.remove()
    }
  })
})
