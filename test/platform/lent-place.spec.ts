import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from '@jest/globals'
import { FileStore } from '../../src/platform/file-store.js'
import { piecesOf } from '../../src/platform/lent-file.js'
import { writeTo } from '../../src/platform/lent-place.js'
import type { ChunkWriter } from '../../src/platform/write-chunks.js'
import { testConfig } from '../support/config.js'
import { gatheredFrom, hashOf, longContent } from './support/content.js'

const { config, remove } = testConfig('')
afterAll(() => remove())

const store = new FileStore(config)

describe('a process that does nothing else', () => {
  const lengths = [0, 1, 65_535, 65_536, 65_537, 1_048_576, 1_048_577, 2_200_001]

  test.each(lengths)(
    'writes %i bytes as the server would, from a room that it uses again',
    async (length) => {
      const content = longContent(length)
      const room = Buffer.alloc(100_000)
      const write = (out: ChunkWriter): Promise<void> => {
        for (let at = 0; at < length; at += room.length)
          out.write(room.subarray(0, content.copy(room, 0, at, at + room.length)))
        expect([out.bytes, out.hash().digest('hex')]).toEqual([length, hashOf(content)])
        return Promise.resolve()
      }
      const stored = await store.putBy((place) => writeTo(place, write))
      expect(stored).toEqual({ sha256: hashOf(content), bytes: length })
      expect((await buffer(store.stream(stored.sha256))).equals(content)).toBe(true)
    },
  )

  test.each(lengths)('reads %i bytes as they were, encrypted or not', async (length) => {
    const content = longContent(length)
    const { sha256 } = await store.put(content)
    const path = join(config.dataDir, 'plain')
    writeFileSync(path, content)
    for (const lent of [await store.lend(sha256), { path, sha256 }])
      expect(gatheredFrom(piecesOf(lent)).equals(content)).toBe(true)
    expect(() => gatheredFrom(piecesOf({ path, sha256: hashOf('another') }))).toThrow('other content')
  })
})
