import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from '@jest/globals'
import { runChild } from '../../src/handoff/child/run-child.js'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { packageLimits } from '../../src/handoff/limits.js'
import { FileStore } from '../../src/platform/file-store.js'
import { storeFolderOf } from '../../src/platform/store-key-ring.js'
import { testConfig } from '../support/config.js'
import { packageContents } from './support/contents.js'
import { noSignature } from './support/made-package.js'

const { config, remove } = testConfig('')
afterAll(() => remove())

const files = new FileStore(config)
const task = { contents: packageContents(), form: null, scans: {} }
const incoming = () => readdirSync(join(storeFolderOf(config), 'incoming'))

describe('a package that a child writes into the store', () => {
  it('is read there under the hash of its bytes', async () => {
    const stored = await files.putBy((place) => new Workshop().makePackage({ ...task, place }, noSignature))
    const bytes = await buffer(files.stream(stored.sha256))
    expect(bytes.length).toBe(stored.bytes)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(incoming()).toEqual([])
  })

  it('leaves nothing behind when it cannot be sealed', async () => {
    const noKey = () => Promise.reject(new Error('the key is gone'))
    const made = files.putBy((place) => new Workshop().makePackage({ ...task, place }, noKey))
    await expect(made).rejects.toThrow('the key is gone')
    expect(incoming()).toEqual([])
  })

  it('leaves nothing behind when the child ends over it', async () => {
    const made = files.putBy((place) => {
      const whole = { kind: 'package', ...task, place } as const
      const tooLittle = { ...packageLimits, residentMegabytes: 20 }
      return runChild(whole, tooLittle, { answer: () => Promise.resolve('') })
        .next()
        .then(() => ({ sha256: '0'.repeat(64), bytes: 1 }))
    })
    await expect(made).rejects.toThrow('memory')
    expect(incoming()).toEqual([])
  })
})

describe('a seal', () => {
  it('is asked for once, and about a digest', async () => {
    const asked: string[] = []
    const sign = (digest: Uint8Array) => {
      asked.push(Buffer.from(digest).toString('hex'))
      return Promise.resolve(new Uint8Array(0))
    }
    await files.putBy((place) => new Workshop().makePackage({ ...task, place }, sign))
    expect(asked).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  })
})
