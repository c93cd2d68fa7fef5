import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { pdfActions } from '../support/hostile/pdf-actions.js'
import { pdfBombs } from '../support/hostile/pdf-bombs.js'
import { lockedPdfs, pdfDisguises } from '../support/hostile/pdf-disguises.js'
import { pdfMasses, pdfStructures } from '../support/hostile/pdf-structures.js'
import { pictures } from '../support/hostile/pictures.js'
import { BesiegedOffice, type Siege } from '../support/hostile/siege.js'

jest.setTimeout(180_000)

const attacks = [
  ...pdfBombs(),
  ...pdfMasses(),
  ...pdfDisguises(),
  // One of each kind; all of them are in hostile-pdfs.spec.ts.
  ...[pdfStructures(), pdfActions(), await lockedPdfs()].map(([first]) => first!),
  ...(await pictures()),
]

let office: BesiegedOffice
let siege: Siege
let before: { readonly case: CaseFileView; readonly temporary: readonly string[] }

const caseNow = async () => (await office.clerk.api('GET', office.path)).json<CaseFileView>()
/** What a library could leave behind; other specs, which run at the same time, have folders of their own there. */
const temporary = () => readdirSync(tmpdir()).filter((name) => /vips|sharp|magick|pdf/i.test(name))

beforeAll(async () => {
  office = await BesiegedOffice.open()
  before = { case: await caseNow(), temporary: temporary() }
  siege = await office.suffer(attacks)
})
afterAll(() => office.close())

describe('a hostile file is taken without harm, or refused with what to do instead', () => {
  test.each(attacks)('$name', ({ name, right }) => {
    const { result, message } = siege.outcomes.get(name)!
    expect(right).toContain(result)
    expect(message).toMatch(result === 'taken' ? /^$/ : /^\p{Lu}.*\. Bitte .*\.$/u)
  })
})

describe('all that while', () => {
  test('no child lives longer than ten seconds or takes more than 512 MB', () => {
    for (const { megabytes, milliseconds } of siege.children) {
      expect(megabytes).toBeLessThan(512)
      // A busy machine takes its time to end a process.
      expect(milliseconds).toBeLessThan(20_000)
    }
    expect(siege.children.length).toBeGreaterThan(process.platform === 'linux' ? 30 : -1)
  })

  // Parsed in the server, every bomb would keep it busy for seconds. One long turn may be the test runner's own, which
  // clears up its memory.
  test('others get their answers', () => {
    const { answers, turns } = siege
    expect(answers).toBeGreaterThan(10)
    expect(turns[Math.floor(turns.length * 0.95)]).toBeLessThan(100)
    expect(turns.at(-2)).toBeLessThan(1_000)
  })

  test('nothing half is left on the disk', () => {
    expect(office.unfinished()).toEqual([])
    expect(temporary()).toEqual(before.temporary)
  })

  test('nothing half is left in the case', async () => {
    const after = await caseNow()
    expect(after.uploads).toEqual([])
    expect(after.caseFile.answers).toEqual(before.case.caseFile.answers)
  })
})

// What is carried beside the picture or behind the last page must not reach the department.
test('a package of what was taken holds nothing of what was hidden in it', async () => {
  const hidden = [
    'a PDF that is an archive as well',
    'a JPEG that is a PDF as well',
    'a JPEG that is a script as well',
  ]
  const taken = [...hidden, 'a PNG followed by a program', 'an outline in a circle', 'a link to an address']
  const all = [...attacks, ...pdfStructures(), ...pdfActions()]
  for (const name of taken)
    await office.send(
      all.find((attack) => attack.name === name)!,
      'scan.pdf',
      true,
    )
  expect((await caseNow()).uploads).toHaveLength(taken.length)
  const { status, bytes } = await office.handOver()
  expect(status).toBe(200)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  for (const secret of ['PK\u0005\u0006', '%PDF-1.7\n%', 'alert(1)', 'example.org'])
    expect(bytes.subarray(20).includes(Buffer.from(secret, 'latin1'))).toBe(false)
})
