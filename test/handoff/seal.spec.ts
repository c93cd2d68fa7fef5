import { createHash, randomBytes } from 'node:crypto'
import { readPdf } from '../../src/handoff/verify/read-pdf.js'
import { sealFacts } from '../../src/handoff/verify/seal-facts.js'
import { beginOf, contentsLength, signatureBytes } from '../../src/handoff/seal/placeholder.js'
import type { Seal } from '../../src/handoff/seal/seal.js'
import type { Write } from '../../src/handoff/paper/open-document.js'
import { sealedInMemory } from '../../src/handoff/seal/sealed-in-memory.js'
import { writeSealed } from '../../src/handoff/seal/write-sealed.js'
import { signWith } from '../../src/handoff/seal/sign-with.js'
import { timeStampFrom } from '../../src/handoff/seal/time-stamp.js'
import { startTimeStamping, type TimeStampingAuthority } from '../support/time-stamping-authority.js'
import { packageContents } from './support/contents.js'
import { pageTexts } from './support/read-pdf.js'
import { keyFolder, sealedPackage } from './support/sealed-package.js'

const keys = keyFolder()
let seal: Seal
beforeAll(async () => {
  seal = await keys.open()
})
afterAll(() => keys.remove())

/** What a writer leaves where the signature will be, and what follows it. */
const roomFor = (mark: string): Buffer =>
  Buffer.concat([
    beginOf(mark),
    Buffer.from('0'.repeat(2 * signatureBytes - mark.length)),
    Buffer.from('>\n/ByteRange [0 9999999999 9999999999 9999999999]\n>>\nendobj\nxref\n%%EOF\n'),
  ])

/** Each piece lies where the one before it lay. */
function inPieces(write: Write, bytes: Uint8Array, size: number): void {
  const room = Buffer.alloc(Math.min(size, bytes.length))
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    room.set(piece)
    write(room.subarray(0, piece.length))
  }
}

const signaturesIn = async (bytes: Uint8Array) => (await readPdf(bytes))!.signatures

describe('sealing', () => {
  it('signs every byte but the signature, and moves none', async () => {
    const bytes = await sealedPackage(seal)
    const signatures = await signaturesIn(bytes)
    const { flaw, signer, fingerprint } = sealFacts(bytes, signatures)!
    expect({ flaw, signer, fingerprint }).toEqual({ flaw: null, ...seal.shown, selfMade: undefined })
    const { range } = signatures[0]!
    expect(range[1]! + contentsLength).toBe(range[2])
    expect(range[2]! + range[3]!).toBe(bytes.length)
  })

  it('gives the same file each time, but for the signature itself', async () => {
    const [one, two] = await Promise.all([sealedPackage(seal), sealedPackage(seal)])
    const { range } = (await signaturesIn(one))[0]!
    const without = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, range[1]), bytes.subarray(range[2])])
    expect(without(one).equals(without(two))).toBe(true)
    expect(one.equals(two)).toBe(false)
  })

  it('finds the room for the signature wherever the pieces of the stream end', async () => {
    const foreign = Buffer.from(`<${'0'.repeat(80)}>\n/ByteRange [0 9999999999 9999999999 9999999999]\n`)
    for (const size of [1, 7, 64, 4_096, 1_000_000]) {
      const bytes = await sealedInMemory(signWith(seal), (mark, write) => {
        const half = Buffer.from(`<${mark.slice(0, 32)}`)
        inPieces(write, Buffer.concat([foreign, half, foreign, roomFor(mark)]), size)
      })
      const start = 2 * foreign.length + 33
      expect(bytes.subarray(0, foreign.length).equals(foreign)).toBe(true)
      const after = start + contentsLength
      expect(bytes.toString('latin1', after, after + 60)).toContain(
        `/ByteRange [0 ${start} ${after} ${bytes.length - after}`,
      )
    }
  })

  it('keeps only the end of a large file in memory', async () => {
    const [piece, pieces] = [randomBytes(1_000_000), 300]
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const out = {
      bytes: 0,
      write: (bytes: Uint8Array) => {
        out.bytes += bytes.length
        most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      },
      hash: () => createHash('sha256'),
    }
    await writeSealed(out, signWith(seal), (mark, write) => {
      for (let index = 0; index < pieces; index++) write(piece)
      write(roomFor(mark))
    })
    expect(out.bytes).toBeGreaterThan(pieces * piece.length)
    expect(most).toBeLessThan(10_000_000)
  })

  it('gives nothing whole of a file without room, or one that breaks off', async () => {
    const noRoom = sealedInMemory(signWith(seal), (_mark, write) => inPieces(write, randomBytes(1_000), 100))
    await expect(noRoom).rejects.toThrow('no room')
    const cut = sealedInMemory(signWith(seal), (mark, write) =>
      inPieces(write, roomFor(mark).subarray(0, 5_000), 100),
    )
    await expect(cut).rejects.toThrow('not as it was left')
  })
})

describe('the cover', () => {
  it('says who sealed the file, and how to check it', async () => {
    const [cover] = await pageTexts(await sealedPackage(seal))
    expect(cover).toContain(`Gesiegelt von ${seal.shown.signer}`)
    expect(cover!.replaceAll(' ', '')).toContain(`Fingerabdruck${seal.shown.fingerprint.toUpperCase()}`)
    expect(cover).toContain('lotse verify <Datei>')
    expect(cover).toContain('niemand bürgt dafür')
    const known = { ...seal, shown: { ...packageContents().seal, selfMade: false } }
    expect((await pageTexts(await sealedPackage(known)))[0]).not.toContain('niemand bürgt dafür')
  })
})

describe('a time stamp', () => {
  let authority: TimeStampingAuthority
  beforeAll(async () => {
    authority = await startTimeStamping()
  })
  afterAll(() => authority.stop())

  const stamped = async () => {
    const bytes = await sealedPackage(await keys.open({ sealTimestampUrl: authority.url }))
    return { bytes, facts: sealFacts(bytes, await signaturesIn(bytes))! }
  }

  it('of an authority stands in the seal', async () => {
    authority.manner = 'honest'
    const { facts } = await stamped()
    expect(facts).toMatchObject({
      flaw: null,
      timeStamp: { at: '2026-11-24T09:12:07.000Z', by: 'Zeitstempeldienst' },
    })
  })

  it.each([
    'stamps something else',
    'refuses',
    'does not answer',
    'sends without end',
    'sends on to another address',
    'answers another request',
    'sends more certificates than there is room',
  ] as const)('is left out when the authority %s, and the package is sealed all the same', async (manner) => {
    authority.manner = manner
    expect((await stamped()).facts).toMatchObject({ flaw: null, timeStamp: null })
  })

  it('is waited for as a whole, not only for the beginning of the answer', async () => {
    authority.manner = 'stops in the midst of its answer'
    const asked = timeStampFrom(authority.url, randomBytes(70), 300)
    await expect(asked).rejects.toThrow('due to timeout')
  })

  it('of another signature is not sound', async () => {
    authority.manner = 'honest'
    const token = await (await keys.open({ sealTimestampUrl: authority.url })).timeStamp(randomBytes(70))
    const bytes = await sealedPackage({ ...seal, timeStamp: () => Promise.resolve(token) })
    expect(sealFacts(bytes, await signaturesIn(bytes))).toMatchObject({ timeStamp: 'unsound' })
  })
})
