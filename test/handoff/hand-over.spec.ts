import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { PackageContents } from '../../src/handoff/package-contents.js'
import type { Seal } from '../../src/handoff/seal/seal.js'
import { SEAL } from '../../src/handoff/seal/seal.token.js'
import { packageFacts } from '../../src/handoff/verify/package-facts.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { FileStore } from '../../src/platform/file-store.js'
import { paths } from '../../src/web/paths.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, show, visit } from '../casework/support/desk-app.js'
import { caseFromExample } from './support/counter-case.js'
import { aNote } from './support/a-note.js'
import { pageTexts } from './support/read-pdf.js'
import { aPdf } from './support/scans.js'

interface Summary {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly reason: string | null
  readonly verdict: string
}

let app: TestApp
let clerk: Client
let department: Client
let otherOffice: Client
let otherDepartment: Client
beforeAll(async () => {
  app = await startApp()
  // The clock moves to the day of an example, and a session must not be older than it may be.
  app.clock.startAt('2026-11-24T09:00:00Z')
  clerk = await signIn(app, 'k.schroeder')
  department = await signIn(app, 'g.woehlke')
  otherOffice = await signIn(app, 'm.nowak')
  otherDepartment = await signIn(app, 'w.fruendt')
})
afterAll(() => app.stop())

const aCase = (verdict = 'complete') => caseFromExample(app, clerk, 'gewerbeanmeldung', verdict)
const handOver = (id: string, body: object = {}, client = clerk) =>
  client.api('POST', `/api/case-files/${id}/hand-over`, body)

async function bytesOf(client: Client, path: string): Promise<Buffer> {
  const reply = await fetch(app.url + path, { headers: { cookie: client.cookieHeader } })
  if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`)
  return Buffer.from(await reply.arrayBuffer())
}

const packagesIn = (id: string) =>
  app.database.query<{ contents: PackageContents }>('select contents from package where case_file_id = $1', [
    id,
  ])

const storedFiles = () =>
  readdirSync(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith('.enc'),
  )

describe('handing over', () => {
  it('makes a package, moves the case on and writes it down, all at once', async () => {
    const id = await aCase()
    // As if it had become complete over night, and nobody had changed anything since.
    await app.database.query('update case_file set complete_on = null where id = $1', [id])
    const reply = await handOver(id)
    expect(reply.status).toBe(200)
    const made = reply.json<Summary>()
    const completeOn = app.clock.today()
    expect((await show(clerk, id)).caseFile).toMatchObject({ state: 'handedOver', completeOn })
    const [row] = await packagesIn(id)
    expect(row!.contents.caseFile.completeOn).toBe(completeOn)
    const stored = await buffer(app.app.get(FileStore).stream(made.sha256))
    expect(createHash('sha256').update(stored).digest('hex')).toBe(made.sha256)
    const entries = await app.database.query<{ details: object }>(
      "select details from audit_entry where action = 'caseFile.handedOver' and subject_id = $1",
      [id],
    )
    expect(entries).toMatchObject([
      { details: { package: made.id, sha256: made.sha256, from: 'inProgress', to: 'handedOver' } },
    ])
  })

  it('twice gives one package, the same both times', async () => {
    const id = await aCase()
    const [first, second] = await Promise.all([handOver(id), handOver(id)])
    const third = await handOver(id)
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200])
    expect(new Set([first, second, third].map((reply) => reply.json<Summary>().sha256)).size).toBe(1)
    expect(await packagesIn(id)).toHaveLength(1)
    const rows = await app.database.query('select 1 from package union all select 1 from upload')
    expect(storedFiles()).toHaveLength(rows.length)
  })

  it('against the advice takes a reason, which travels with the package', async () => {
    const id = await aCase('notEligible')
    const refused = await handOver(id)
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([422, 'reasonMissing'])
    expect((await show(clerk, id)).caseFile.state).toBe('inProgress')
    const reason = 'Die Antragstellerin besteht auf einem Bescheid.'
    expect((await handOver(id, { reason })).json<Summary>()).toMatchObject({ reason, verdict: 'notEligible' })
    const [cover] = await pageTexts(await bytesOf(clerk, paths.package(id)))
    expect(cover).toContain('Gegen das Vorprüfergebnis übergeben')
    expect(cover).toContain(reason)
  })

  it('of a case that changed since it was reviewed is refused', async () => {
    const id = await aCase()
    const { version } = (await show(clerk, id)).caseFile
    const stale = await handOver(id, { version: version - 1 })
    expect([stale.status, stale.json<{ code: string }>().code]).toEqual([409, 'changedMeanwhile'])
    expect((await handOver(id, { version })).status).toBe(200)
  })

  it('stops loudly when the second opinion differs', async () => {
    const id = await aCase()
    const ruleSet = app.app.get(Rulebook).byId((await show(clerk, id)).caseFile.ruleSet)!
    const restore = lieAbout(ruleSet)
    try {
      const reply = await handOver(id, { reason: 'Frist' })
      expect([reply.status, reply.json<{ code: string }>().code]).toEqual([422, 'secondOpinionDiffers'])
    } finally {
      restore()
    }
    expect((await show(clerk, id)).caseFile.state).toBe('inProgress')
    expect(await packagesIn(id)).toHaveLength(0)
    expect((await handOver(id)).status).toBe(200)
  })
})

/** Makes the compiled evaluation of a rule wrong, as a fault in it would. */
function lieAbout({ compiled }: LoadedRuleSet): () => void {
  const rule = compiled.rules[compiled.ruleSet.rules.findIndex(({ finding }) => finding === 'notice')]! as {
    truth: (facts: never) => number
  }
  const { truth } = rule
  rule.truth = (facts) => 2 - truth(facts)
  return () => {
    rule.truth = truth
  }
}

/** Adds a scan to a document that is asked for, or to one that is not. */
async function scan(id: string, name: string, isAsked: boolean): Promise<void> {
  const { caseFile, precheck } = await show(clerk, id)
  const asked = new Set(precheck.documents.map((document) => document.id))
  const { documents } = app.app.get(Rulebook).byId(caseFile.ruleSet)!.compiled.ruleSet
  const document = documents.find((one) => one.noCopy !== true && asked.has(one.id) === isAsked)!
  await visit(clerk, paths.case(id))
  const datei = new File([new Uint8Array(await aPdf({ text: 'Auszug' }))], name)
  expect((await clerk.upload(paths.uploads(id, document.id), { datei })).status).toBe(303)
}

describe('a package', () => {
  let id: string
  beforeAll(async () => {
    id = await aCase()
    await handOver(id)
  })

  it('is the last word: the office changes nothing any more', async () => {
    const { revision } = (await show(clerk, id)).caseFile.answers['vorgang']!
    expect((await answer(clerk, id, 'vorgang', 'abmeldung', revision)).status).toBe(409)
  })

  it('is read by the office and by the department it was handed to, and by nobody else', async () => {
    const [own, theirs] = [
      await bytesOf(clerk, paths.package(id)),
      await bytesOf(department, `/api/case-files/${id}/package.pdf`),
    ]
    expect(own.equals(theirs)).toBe(true)
    for (const client of [otherOffice, otherDepartment])
      for (const path of [
        paths.package(id),
        `/api/case-files/${id}/package.pdf`,
        `/api/case-files/${id}/packages`,
      ])
        expect((await client.get(path)).status).toBe(404)
    expect((await handOver(id, {}, otherOffice)).status).toBe(404)
  })

  it('is read in a role, and not by whoever is entered in a place without it', async () => {
    const enter = (signInName: string, columns: readonly string[], from: string) =>
      app.database.query(
        `update staff set ${columns.map((column) => `${column} = other.${column}`).join(', ')}
         from staff other where staff.sign_in_name = $1 and other.sign_in_name = $2`,
        [signInName, from],
      )
    await enter('s.luebbe', ['authority_id', 'department_id'], 'g.woehlke')
    await enter('r.koepcke', ['office_id'], 'k.schroeder')
    for (const name of ['s.luebbe', 'r.koepcke'])
      expect([name, (await (await signIn(app, name)).get(paths.package(id))).status]).toEqual([name, 404])
  })

  it('does not exist before the hand-over', async () => {
    const id = await aCase()
    expect((await clerk.get(paths.package(id))).status).toBe(404)
    expect((await department.get(paths.package(id))).status).toBe(404)
  })

  it('holds the filled form and the scans, but none of a document that is not asked for', async () => {
    const id = await aCase('missingDocuments')
    await scan(id, 'auszug.pdf', true)
    await scan(id, 'uebrig.pdf', false)
    const weigh = (bytes: number) =>
      app.database.query('update upload set bytes = $1 where case_file_id = $2', [bytes, id])
    await weigh(450_000_001)
    expect((await handOver(id, { reason: 'mit Scan' })).json()).toMatchObject({ code: 'packageTooLarge' })
    await weigh(1000)
    expect((await handOver(id, { reason: 'mit Scan' })).status).toBe(200)
    const bytes = await bytesOf(clerk, paths.package(id))
    const text = (await pageTexts(bytes)).join(' ')
    expect(text).toContain('Łukaszewicz-M\u0302aier')
    expect(text).toContain('auszug.pdf, Seite 1 von 1')
    expect(text).not.toContain('uebrig.pdf')
    expect(text).toContain('Als Bild übernommen, weil mehr enthalten ist als ein eingescanntes Bild')
  })

  it('is sealed by this installation, and its pages say what its data say', async () => {
    const { seal, contents } = await packageFacts(await bytesOf(department, paths.package(id)))
    const { shown } = app.app.get<Seal>(SEAL)
    expect(seal).toMatchObject({ flaw: null, signer: shown.signer, fingerprint: shown.fingerprint })
    expect(contents).toMatchObject({ fingerprint: shown.fingerprint, differingPages: [] })
    expect(contents!.attachments).toMatchObject([{ name: 'uebergabe.json', ok: true }])
  })

  it('never changes: the database refuses it', async () => {
    await expect(
      app.database.query('update package set sha256 = $1 where case_file_id = $2', ['0'.repeat(64), id]),
    ).rejects.toThrow('never changed')
  })

  it('stays in reach of an office whose case came back and was withdrawn', async () => {
    await app.database.query("update case_file set state = 'returned' where id = $1", [id])
    await clerk.api('POST', `/api/case-files/${id}/withdraw`, { reason: 'aufgegeben' })
    expect((await visit(clerk, paths.history(id))).text).toContain(`href="${paths.package(id)}"`)
  })
})

describe('in the browser', () => {
  it('a hand-over leads on to the timeline', async () => {
    const id = await aCase()
    await visit(clerk, paths.review(id))
    const reply = await clerk.post(paths.handOver(id))
    expect([reply.status, reply.headers.get('location')]).toEqual([303, paths.history(id)])
  })

  it('a hand-over without its reason shows the page again, with what is missing', async () => {
    const id = await aCase('notEligible')
    await visit(clerk, paths.review(id))
    const reply = await clerk.post(paths.handOver(id), { reason: '  ' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Bitte den Grund angeben.')
    expect((await clerk.get(paths.handOver(id))).headers.get('location')).toBe(paths.review(id))
  })

  it('a hand-over that fails at a scan says at which', async () => {
    const id = await aCase('missingDocuments')
    await scan(id, 'auszug.pdf', true)
    await app.database.query('update upload set plates = null, pages = 7 where case_file_id = $1', [id])
    const { text } = await clerk.post(paths.handOver(id), { reason: 'Frist' })
    expect(text).toContain('Der Scan „auszug.pdf“ lässt sich nicht in das Paket übernehmen.')
  })

  it('the note says what is missing, on one page', async () => {
    const id = await aCase('missingDocuments')
    const missing = (await show(clerk, id)).precheck.documents.filter(({ state }) => state === 'missing')
    expect(missing.length).toBeGreaterThan(0)
    const pages = await pageTexts(await aNote(app, clerk, id))
    expect(pages).toHaveLength(1)
    for (const { name } of missing) expect(pages[0]).toContain(name)
    expect(pages[0]).toContain('Bitte bringen Sie mit')
    expect(pages[0]).toContain((await show(clerk, id)).caseFile.number)
    expect((await otherOffice.post(paths.note(id))).status).toBe(404)
  })
})
