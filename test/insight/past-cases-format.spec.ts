import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pastCasesPath, readPastCases, writePastCases } from '../../src/insight/past-cases-file.js'
import { packPastCases, unpackPastCases } from '../../src/insight/past-cases-format.js'
import { valueAt } from '../../src/precheck/replay/column.js'
import { sampleCases } from '../../src/precheck/replay/sample-cases.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'

const { compiled } = Rulebook.from('rules').inForce('wohnsitz-anmeldung', '2026-11-24')!
const sample = (count: number) => sampleCases([compiled], { count, seed: 5, from: '2026-11-24' })

test.each([1, 7, 300, 5000])('%d cases are the same after they were kept', (count) => {
  const bytes = packPastCases(sample(count))
  const cases = unpackPastCases(bytes)
  expect(cases.count).toBe(count)
  expect(packPastCases(cases).equals(bytes)).toBe(true)
  const { answers } = sample(count)
  for (const [name, column] of cases.answers)
    expect(valueAt(column, count - 1)).toEqual(valueAt(answers.get(name)!, count - 1))
})

describe('what is no sound file', () => {
  const bytes = packPastCases(sample(20))
  const damaged = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes)
    change(copy)
    return copy
  }

  test.each([
    ['is empty', Buffer.alloc(0), 'Das ist keine Falldatei.'],
    ['is something else', Buffer.from('{ "answers": {} }'.repeat(10)), 'Das ist keine Falldatei.'],
    ['was cut off', bytes.subarray(0, -5), 'Die Falldatei ist beschädigt.'],
    ['has another bit in the head', damaged((copy) => (copy[40]! ^= 1)), 'Die Falldatei ist beschädigt.'],
    [
      'has another bit in a code',
      damaged((copy) => (copy[copy.length - 60]! ^= 1)),
      'Die Falldatei ist beschädigt.',
    ],
    [
      'is of the next version',
      damaged((copy) => (copy[7] = 0x32)),
      'Die Falldatei stammt von einer anderen Fassung des Programms.',
    ],
  ])('is told where it %s', (_, file, message) => {
    expect(() => unpackPastCases(file)).toThrow(message)
  })
})

describe('on the disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-cases-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const path = () => pastCasesPath(folder, 'wohnsitz-anmeldung')

  test('a file takes the place of the one before, and nobody else may read it', () => {
    writePastCases(path(), sample(3))
    writePastCases(path(), sample(9))
    expect(readPastCases(path())).toEqual(sample(9))
    expect(statSync(path()).mode & 0o077).toBe(0)
    expect(readdirSync(join(folder, 'past-cases'))).toEqual(['wohnsitz-anmeldung.columns'])
  })

  test('what cannot be written leaves the one before, and nothing else', () => {
    writePastCases(path(), sample(3))
    const unpackable = {
      ...sample(3),
      answers: new Map([['x:yesNo', { codes: null as never, values: [1n as never] }]]),
    }
    expect(() => writePastCases(path(), unpackable)).toThrow('BigInt')
    expect(readPastCases(path())).toEqual(sample(3))
    expect(readdirSync(join(folder, 'past-cases'))).toEqual(['wohnsitz-anmeldung.columns'])
  })

  test('no file is no damage', () => {
    expect(readPastCases(path())).toBeNull()
  })

  test('a folder in its place is told', () => {
    expect(() => readPastCases(folder)).toThrow('Die Falldatei lässt sich nicht lesen (EISDIR).')
  })
})
