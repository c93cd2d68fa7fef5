import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Desk } from '../../src/casework/desk.js'
import { IssueCode } from '../../src/casework/issue-code.js'
import { TakeOver } from '../../src/casework/take-over.js'
import type { Actor } from '../../src/cooperation/actor.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { paths } from '../../src/web/paths.js'
import { aNote, codeOn } from '../handoff/support/a-note.js'
import { textOf } from '../handoff/support/read-pdf.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client, demonstrationPassword, signIn } from '../support/client.js'
import { openCase, show, visit } from './support/desk-app.js'

let app: TestApp
let boizenburg: Client
let kaethe: Actor
let zarrentin: Client
let marek: Actor
beforeAll(async () => {
  app = await startApp()
  boizenburg = new Client(app.url)
  kaethe = await boizenburg.signIn('k.schroeder')
  zarrentin = new Client(app.url)
  marek = await zarrentin.signIn('m.nowak')
})
afterAll(() => app.stop())

const applicant = 'Łukasz Müller-Nguyễn'

/** A case at Boizenburg with a name, and a code for it as its note would have. */
async function aCase(service = 'unterhaltsvorschuss') {
  const { caseFile } = await openCase(boizenburg, service)
  await boizenburg.api('PUT', `/api/case-files/${caseFile.id}/applicant`, { name: applicant })
  return { ...caseFile, code: await aCode(caseFile.id) }
}

async function aCode(id: string): Promise<string> {
  const caseFile = await app.app.get(Desk).find(kaethe, id)
  return app.app.get(IssueCode).issue(kaethe, caseFile!, null, ({ code }) => Promise.resolve(code))
}

/** The code as the citizen has it: printed on the note. */
const printedCode = async (id: string, language = '') =>
  codeOn(await textOf(await aNote(app, boizenburg, id, language)))

const statusFor = async (client: Client, id: string) => (await client.get(paths.case(id))).status

async function takeOver(client: Client, code: string) {
  await visit(client, paths.goOnWith(code))
  return client.post(paths.goOnWith(code))
}

describe('a case goes on at another office', () => {
  test('by its code: looked at without a name, taken over, and taken back with the same code', async () => {
    const { id, number } = await aCase()
    const code = await printedCode(id)
    const page = await visit(zarrentin, paths.goOnWith(code))
    expect(page.status).toBe(200)
    for (const words of [`Vorgang ${number} übernehmen?`, 'Unterhaltsvorschuss', 'Bürgerbüro Boizenburg'])
      expect(page.text).toContain(words)
    for (const secret of [applicant, 'Müller', id]) expect(page.text).not.toContain(secret)
    expect(await statusFor(zarrentin, id)).toBe(404)

    const { version } = (await show(boizenburg, id)).caseFile
    const taken = await zarrentin.post(paths.goOnWith(code))
    expect([taken.status, taken.headers.get('location')]).toEqual([303, paths.case(id)])
    expect([await statusFor(zarrentin, id), await statusFor(boizenburg, id)]).toEqual([200, 404])
    expect((await show(zarrentin, id)).caseFile.version).toBe(version + 1)
    expect((await zarrentin.get(paths.history(id))).text).toContain(
      'Übernommen: von Bürgerbüro Boizenburg zu Bürgerbüro Zarrentin',
    )

    await takeOver(boizenburg, code)
    expect([await statusFor(zarrentin, id), await statusFor(boizenburg, id)]).toEqual([404, 200])
  })

  test('scanned by a clerk who is not signed in: first the sign-in, then the case', async () => {
    const { number, code } = await aCase()
    const client = new Client(app.url)
    const led = await client.get(paths.goOnWith(code))
    const { text } = await client.get(led.headers.get('location')!)
    client.csrfToken = /name="_csrf" value="([^"]+)"/.exec(text)![1]!
    const next = /name="next" value="([^"]*)"/.exec(text)![1]!
    const entered = await client.post(paths.signIn, {
      signInName: 'm.nowak',
      password: demonstrationPassword,
      next,
    })
    expect(entered.headers.get('location')).toBe(paths.goOnWith(code))
    expect((await client.get(paths.goOnWith(code))).text).toContain(number)
  })

  test('typed by hand, in small letters and with gaps', async () => {
    const { code } = await aCase()
    await visit(zarrentin, paths.goOn)
    const typed = code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll(/(.{4})/g, '$1 ')
    const reply = await zarrentin.post(paths.goOn, { code: typed })
    expect(reply.headers.get('location')).toBe(paths.goOnWith(code))
  })

  test('at the own office the code simply opens the case', async () => {
    const { id, code } = await aCase()
    expect((await boizenburg.get(paths.goOnWith(code))).headers.get('location')).toBe(paths.case(id))
  })

  test('is told of once in the trail of the case and once in that of each office; all chains hold', async () => {
    const { id, code, officeId } = await aCase()
    await takeOver(zarrentin, code)
    await zarrentin.post(paths.goOnWith(code))
    const trail = app.app.get(AuditTrail)
    const moves = (await trail.of({ kind: 'caseFile', id })).filter(
      ({ action }) => action === 'caseFile.takenOver',
    )
    expect(moves).toHaveLength(1)
    const { to } = moves[0]!.details as { to: string }
    const told = async (office: string) =>
      (await trail.of({ kind: 'office', id: office }))
        .filter(({ details }) => details?.['caseFile'] === id)
        .map(({ action }) => action)
    expect([await told(officeId), await told(to)]).toEqual([['office.caseGiven'], ['office.caseTaken']])
    expect(await trail.brokenChains()).toEqual([])
  })

  test('two offices that want it at once get it one after the other, and nothing is lost', async () => {
    const { id, code } = await aCase()
    const stralendorf = await signIn(app, 'j.buehring')
    await Promise.all([zarrentin, stralendorf].map((client) => visit(client, paths.goOnWith(code))))
    const replies = await Promise.all(
      [zarrentin, stralendorf].map((client) => client.post(paths.goOnWith(code))),
    )
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    const holders = await Promise.all([zarrentin, stralendorf].map((client) => statusFor(client, id)))
    expect(holders.toSorted()).toEqual([200, 404])
  })

  test('more at once than there are connections do not wait for each other’s', async () => {
    const codes: string[] = []
    for (let made = 0; made < 60; made++) codes.push((await aCase()).code)
    const work = app.app.get(TakeOver)
    const taken = await Promise.all(
      codes.map((code) => work.takeOver({ ...marek, staffId: randomUUID() }, code)),
    )
    expect(taken).toEqual(codes.map(() => expect.objectContaining({ officeId: marek.officeId })))
  })
})

describe('is refused, with what to do', () => {
  test.each([
    ['a service that the office does not offer', 'hundesteuer', 'bietet diese Leistung nicht an'],
    ['a case on which another authority decides', 'wohngeld', 'entscheidet Stadt Boizenburg/Elbe'],
  ])('%s', async (_, service, words) => {
    const { id, code } = await aCase(service)
    const page = await visit(zarrentin, paths.goOnWith(code))
    expect(page.status).toBe(422)
    expect(page.text).toContain(words)
    expect(page.text).toContain('Weiter geht es hier: Bürgerbüro Boizenburg.')
    expect(page.text).not.toContain('Hierher übernehmen')
    await zarrentin.post(paths.goOnWith(code))
    expect(await statusFor(boizenburg, id)).toBe(200)
  })

  test('a case that was withdrawn or handed over meanwhile', async () => {
    const { id, code } = await aCase()
    await boizenburg.api('POST', `/api/case-files/${id}/withdraw`, { reason: 'Umzug' })
    const page = await visit(zarrentin, paths.goOnWith(code))
    expect([page.status, page.text.includes('liegt nicht mehr beim Bürgerbüro')]).toEqual([409, true])
    await zarrentin.post(paths.goOnWith(code))
    expect(await statusFor(boizenburg, id)).toBe(200)
  })

  test('an expired code, with the same answer as an unknown one', async () => {
    const { id, code } = await aCase()
    const [before, unknown] = [
      await zarrentin.get(paths.goOnWith(code)),
      await zarrentin.get(paths.goOnWith('7'.repeat(28))),
    ]
    expect([before.status, unknown.status]).toEqual([200, 404])
    app.clock.passMinutes(app.config.noteCodeDays * 24 * 60)
    app.clock.startAt(`${app.clock.today()}T21:30:00Z`)
    const onTime = await signIn(app, 'm.nowak')
    expect((await onTime.get(paths.goOnWith(code))).status).toBe(200)
    app.clock.passMinutes(3 * 60)
    const [late, other] = [await signIn(app, 'm.nowak'), await signIn(app, 'k.schroeder')]
    const expired = await visit(late, paths.goOnWith(code))
    const page = (text: string) => text.replaceAll(/value="[^"]*"/g, '')
    expect([expired.status, page(expired.text)]).toEqual([404, page(unknown.text)])
    expect(expired.text).toContain('gibt einen neuen Laufzettel mit neuem Code aus')
    expect((await late.post(paths.goOnWith(code))).status).toBe(404)
    expect(await statusFor(other, id)).toBe(200)
    await aCode(id)
    const kept = await app.database.query('select 1 from case_code where expires_at < $1', [app.clock.now()])
    expect(kept).toEqual([])
    boizenburg = other
    zarrentin = late
  })

  test('whoever is no clerk', async () => {
    const { code } = await aCase()
    const caseworker = await signIn(app, 'w.fruendt')
    expect((await caseworker.get(paths.goOnWith(code))).status).toBe(403)
  })
})

describe('the code', () => {
  let made: Awaited<ReturnType<typeof aCase>>
  beforeEach(async () => {
    made = await aCase()
  })

  test('is another one on each note, and none of them is in the database', async () => {
    const again = await printedCode(made.id)
    expect(again).not.toBe(made.code)
    const tables = await app.database.query<{ row: string }>(
      `select case_code::text as row from case_code
       union all select audit_entry::text from audit_entry
       union all select case_file::text from case_file`,
    )
    for (const { row } of tables) for (const code of [again, made.code]) expect(row).not.toContain(code)
    expect(await statusFor(boizenburg, made.id)).toBe(200)
    expect((await zarrentin.get(paths.goOnWith(made.code))).status).toBe(200)
  })

  test('brings along the language that the note had last', async () => {
    await printedCode(made.id, 'uk')
    const { text } = await boizenburg.get(paths.review(made.id))
    expect(text).toMatch(/<option value="uk" lang="uk" selected[^>]*>Українська/)
    await aCode(made.id)
    expect((await boizenburg.get(paths.review(made.id))).text).not.toMatch(/<option[^>]*selected[^>]*>Укр/)
  })

  test('does not let itself be guessed: after five wrong ones also a right one has to wait', async () => {
    const guesser = await signIn(app, 's.luebbe')
    for (let guess = 0; guess < 5; guess++)
      expect((await guesser.get(paths.goOnWith(`${guess}`.repeat(28)))).status).toBe(404)
    const held = await guesser.get(paths.goOnWith(made.code))
    expect([held.status, held.text.includes('in einer Minute noch einmal')]).toEqual([429, true])
    expect((await zarrentin.get(paths.goOnWith(made.code))).status).toBe(200)
    app.clock.passMinutes(2)
    expect((await guesser.get(paths.goOnWith(made.code))).status).toBe(200)
  })
})
