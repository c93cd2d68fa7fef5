import { describe, expect, it } from '@jest/globals'
import { setTimeout } from 'node:timers/promises'
import { Places } from '../../src/handoff/child/places.js'
import { Workshop } from '../../src/handoff/child/workshop.js'

/** Work that says when it began, and goes on until it is told to end. */
function work(begun: string[], name: string) {
  const end = new AbortController()
  async function* untilEnd() {
    begun.push(name)
    yield* [name]
    await setTimeout(60_000, undefined, { signal: end.signal }).catch(() => undefined)
  }
  return { untilEnd, end: () => end.abort() }
}

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const chunk of chunks) void chunk
}

describe('the places for children', () => {
  it('leave one to whoever is at a counter, however much else waits', async () => {
    const [all, long] = [new Places(2), new Places(1)]
    const begun: string[] = []
    const [plates, more, note] = ['plates', 'more plates', 'note'].map((name) => work(begun, name))
    const runs = [plates!, more!].map(({ untilEnd }) => drain(long.with(() => all.with(untilEnd))))
    runs.push(drain(all.with(note!.untilEnd)))
    await setTimeout(10)
    expect(begun.toSorted()).toEqual(['note', 'plates'])
    for (const { end } of [plates!, more!, note!]) end()
    await Promise.all(runs)
    expect(begun.at(-1)).toBe('more plates')
  })
})

describe('a scan whose child fails', () => {
  it('by a fault is not told to be too costly, because scanning it again would change nothing', async () => {
    const keep = async (plates: AsyncIterable<Uint8Array>) => {
      await drain(plates)
      return { sha256: '', bytes: 0 }
    }
    const gone = { path: '/nowhere/at/all.pdf' }
    expect(await new Workshop().inspect(gone, 'application/pdf', keep)).toMatchObject({
      code: 'scanNotChecked',
      message: expect.stringContaining('noch einmal versuchen'),
    })
  })
})
