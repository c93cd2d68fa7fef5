import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, htmx, openCase, show, visit } from './support/desk-app.js'
import { startWithNewLaw, type NewLaw } from './support/new-law.js'

let law: NewLaw
let app: TestApp
let kaethe: Client
let jannik: Client
beforeAll(async () => {
  law = await startWithNewLaw()
  app = law.app
  kaethe = law.kaethe
  jannik = await signIn(app, 'j.pruess')
})
afterAll(() => app.stop())

const moveOver = (id: string, body: object, client = kaethe) =>
  client.api('POST', `/api/case-files/${id}/move-over`, body)
const entriesOf = (id: string) => app.app.get(AuditTrail).of({ kind: 'caseFile', id })

describe('while another rule set is in force', () => {
  test('an open case keeps its own, and tells what the other would mean', async () => {
    const { caseFile, moveOver, precheck } = await show(kaethe, law.old.caseFile.id)
    expect(caseFile).toEqual(law.old.caseFile)
    expect(precheck.ruleSet).toBe('wohngeld@2025-01-01')
    expect(moveOver).toMatchObject({
      to: law.to,
      stillHold: ['mietet', 'art', 'familienname'],
      toCheck: [
        { question: 'bezuege', difference: 'value', because: '§ 1 Probe' },
        { question: 'personen', difference: 'wording', because: '§ 2 Neu' },
      ],
      dropped: ['untermiete'],
      newQuestions: ['heizt'],
      documentsNeeded: ['meldung'],
      documentsNoLongerNeeded: ['mietvertrag'],
      fee: { before: 0, after: 5 },
    })
  })

  test('the checklist says so in words, with a plain form and the state it was made from', async () => {
    const { id, version } = law.old.caseFile
    const { text } = await visit(kaethe, paths.case(id))
    const day = app.clock.today().split('-').toReversed().join('.')
    expect(text).toContain(`Seit ${day} gilt ein neues Regelwerk`)
    expect(text).toContain(
      '3 Antworten gelten weiter, 1 neue Frage, 2 Antworten sind zu prüfen, weil sich ihre Fragen geändert haben ' +
        '(§ 1 Probe; § 2 Neu), 1 Antwort zählt nicht mehr.',
    )
    expect(text).toContain('Neu zu fragen: Heizen Sie mit Öl?')
    expect(text).toContain('Unterlage entfällt: Mietvertrag')
    expect(text).toContain('die Gebühr wird statt 0,00\u00a0€ 5,00\u00a0€.')
    expect(text).toContain(`<form method="post" action="${paths.moveOver(id)}"`)
    expect(text).toContain(`<input type="hidden" name="version" value="${version}"/>`)
  })

  test('a new case has the new one, and no word about it', async () => {
    const fresh = await openCase(kaethe)
    expect([fresh.caseFile.ruleSet, fresh.moveOver]).toEqual([law.to, null])
    expect((await visit(kaethe, paths.case(fresh.caseFile.id))).text).not.toContain('neues Regelwerk')
  })

  test('the list marks the cases that it concerns', async () => {
    const { caseFile } = await law.oldCase()
    const list = await kaethe.api('GET', '/api/case-files')
    const marked = list
      .json<{ id: string; moveOverDue: boolean }[]>()
      .filter(({ moveOverDue }) => moveOverDue)
    expect(marked.map(({ id }) => id)).toEqual(expect.arrayContaining([law.old.caseFile.id, caseFile.id]))
    expect(marked).toHaveLength(2)
    expect((await visit(kaethe, paths.cases)).text.split('neues Regelwerk')).toHaveLength(3)
  })

  test('a case that left the office keeps its rule set for good', async () => {
    const { caseFile } = await law.oldCase()
    await kaethe.api('POST', `/api/case-files/${caseFile.id}/withdraw`, { reason: 'doch nicht' })
    expect((await show(kaethe, caseFile.id)).moveOver).toBeNull()
    const reply = await moveOver(caseFile.id, { to: law.to })
    expect([reply.status, reply.json<{ code: string }>().code]).toEqual([409, 'caseFileClosed'])
  })

  test('an answer saved by htmx leaves the notice in place, with the new version', async () => {
    const { caseFile } = await law.oldCase()
    await visit(kaethe, paths.case(caseFile.id))
    const posted = { antwort: 'nein', revision: String(caseFile.answers['mietet']!.revision) }
    const { text } = await kaethe.post(paths.answer(caseFile.id, 'mietet'), posted, htmx)
    expect(text).toContain(`name="version" value="${caseFile.version + 1}"`)
  })
})

describe('moving over', () => {
  test('takes along what fits, marks what is to be checked, and sets the rest aside', async () => {
    const { caseFile: before } = await law.oldCase()
    const {
      caseFile,
      precheck,
      moveOver: further,
      open,
    } = (await moveOver(before.id, { to: law.to, version: before.version })).json<CaseFileView>()
    expect(caseFile).toMatchObject({
      ruleSet: law.to,
      version: before.version + 1,
      answers: { personen: { value: 2 } },
    })
    expect(Object.keys(caseFile.answers).toSorted()).toEqual(['art', 'familienname', 'mietet', 'personen'])
    expect(caseFile.toCheck).toEqual([
      { question: 'bezuege', text: 'die Antwort passt nicht mehr (§ 1 Probe); sie war „Rente“' },
      { question: 'personen', text: 'der Wortlaut ist neu (§ 2 Neu); vorher: „Wie viele Personen?“' },
    ])
    expect(caseFile.formerAnswers).toEqual([
      expect.objectContaining({
        question: 'untermiete',
        text: 'Zur Untermiete?',
        words: 'Nein',
        value: false,
      }),
      expect.objectContaining({ question: 'bezuege', words: 'Rente', byName: 'Käthe Schröder' }),
    ])
    expect([precheck.ruleSet, further]).toEqual([law.to, null])
    expect(open.toCheck).toHaveLength(2)
  })

  test('is in the timeline and in the unbroken chain, without the content of an answer', async () => {
    const { caseFile } = await law.oldCase()
    await moveOver(caseFile.id, { to: law.to })
    const last = (await entriesOf(caseFile.id)).at(-1)!
    expect(last).toMatchObject({
      action: 'caseFile.movedOver',
      actor: { name: 'Käthe Schröder' },
      details: {
        from: 'wohngeld@2025-01-01',
        to: law.to,
        toCheck: ['bezuege', 'personen'],
        setAside: ['untermiete', 'bezuege'],
      },
    })
    expect(JSON.stringify(last)).not.toContain('Rente')
    expect(await app.app.get(AuditTrail).brokenChains()).toEqual([])
    const { text } = await visit(kaethe, paths.history(caseFile.id))
    expect(text).toContain('umgestellt; Antworten zu prüfen: 2; Antworten abgelegt: 2')
    expect(text).toContain('Antworten nach früherem Regelwerk')
    expect(text).toContain('Rente')
  })

  test('twice is once', async () => {
    const { caseFile } = await law.oldCase()
    await moveOver(caseFile.id, { to: law.to, version: caseFile.version })
    const again = (
      await moveOver(caseFile.id, { to: law.to, version: caseFile.version })
    ).json<CaseFileView>()
    expect(again.caseFile.version).toBe(caseFile.version + 1)
    expect(
      (await entriesOf(caseFile.id)).filter(({ action }) => action === 'caseFile.movedOver'),
    ).toHaveLength(1)
  })

  test('by two at once is done once', async () => {
    const { caseFile } = await law.oldCase()
    const body = { to: law.to, version: caseFile.version }
    await Promise.all([moveOver(caseFile.id, body), moveOver(caseFile.id, body, jannik)])
    expect((await show(kaethe, caseFile.id)).caseFile.version).toBe(caseFile.version + 1)
    expect(
      (await entriesOf(caseFile.id)).filter(({ action }) => action === 'caseFile.movedOver'),
    ).toHaveLength(1)
  })

  test('the package names the rule set that was used', async () => {
    const { caseFile } = await law.oldCase()
    await moveOver(caseFile.id, { to: law.to })
    const path = `/api/case-files/${caseFile.id}/hand-over`
    expect((await kaethe.api('POST', path, {})).json()).toMatchObject({ code: 'reasonMissing' })
    expect((await kaethe.api('POST', path, { reason: 'Der Eingang zählt.' })).status).toBe(200)
    const rows = await app.database.query<{ id: string; points: unknown[] }>(
      "select contents->'ruleSet'->>'id' as id, contents->'deficiencies' as points from package where case_file_id = $1",
      [caseFile.id],
    )
    expect(rows).toEqual([{ id: law.to, points: [] }])
  })

  test.each([
    ['to a rule set that is not due', { to: 'wohngeld@2030-01-01' }, 409, 'changedMeanwhile'],
    ['to one of another service', { to: 'wohnsitz-anmeldung@2025-01-01' }, 409, 'changedMeanwhile'],
    ['without saying where', {}, 422, 'input.isString'],
    ['with a target that is no text', { to: ['a'] }, 422, 'input.isString'],
  ])('%s changes nothing', async (_, body, status, code) => {
    const { caseFile } = await law.oldCase()
    const reply = await moveOver(caseFile.id, body)
    expect([reply.status, reply.json<{ code: string }>().code]).toEqual([status, code])
    expect((await show(kaethe, caseFile.id)).caseFile).toEqual(caseFile)
  })

  test('is nothing that another office could do or see', async () => {
    const { caseFile } = await law.oldCase()
    const stranger = await signIn(app, 't.groth')
    expect((await moveOver(caseFile.id, { to: law.to }, stranger)).status).toBe(404)
  })
})

describe('on the page', () => {
  test('the press moves the case over and comes back to the checklist', async () => {
    const { caseFile } = await law.oldCase()
    await visit(kaethe, paths.case(caseFile.id))
    const reply = await kaethe.post(paths.moveOver(caseFile.id), {
      to: law.to,
      version: String(caseFile.version),
    })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, paths.case(caseFile.id)])
    const { text } = await visit(kaethe, paths.case(caseFile.id))
    expect(text).toContain('Nach dem neuen Regelwerk zu prüfen')
    expect(text).toContain('Zu prüfen: der Wortlaut ist neu (§ 2 Neu); vorher: „Wie viele Personen?“')
    expect(text).toMatch(/id="feld-frage-personen"/)
    expect(text).not.toContain(paths.moveOver(caseFile.id))
  })

  test('a page that is out of date is shown anew, and nothing is done', async () => {
    const { caseFile } = await law.oldCase()
    await visit(kaethe, paths.case(caseFile.id))
    await answer(jannik, caseFile.id, 'miete', 400)
    const reply = await kaethe.post(paths.moveOver(caseFile.id), {
      to: law.to,
      version: String(caseFile.version),
    })
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('Das ist der neue Stand; bitte noch einmal ansehen.')
    expect(reply.text).toContain('4 Antworten gelten weiter')
    expect((await show(kaethe, caseFile.id)).caseFile.ruleSet).toBe('wohngeld@2025-01-01')
  })

  test('without its token nothing happens', async () => {
    const { caseFile } = await law.oldCase()
    const reply = await kaethe.post(paths.moveOver(caseFile.id), { to: law.to, _csrf: 'geraten' })
    expect(reply.status).toBe(403)
  })
})

test('an answered day that decides moves the case by itself; taking the day away leaves it there', async () => {
  const { caseFile } = await openCase(kaethe, 'gewerbeanmeldung')
  await answer(kaethe, caseFile.id, 'beginn', '2025-12-31')
  const reply = await kaethe.api('DELETE', `/api/case-files/${caseFile.id}/answers/beginn?revision=2`)
  const { caseFile: after, moveOver: offered } = reply.json<CaseFileView>()
  expect([after.ruleSet, offered?.to]).toEqual(['gewerbeanmeldung@2025-01-01', 'gewerbeanmeldung@2026-06-01'])
  const [, answered] = await entriesOf(caseFile.id)
  expect(answered).toMatchObject({
    action: 'caseFile.answered',
    details: { question: 'beginn', from: 'gewerbeanmeldung@2026-06-01', to: 'gewerbeanmeldung@2025-01-01' },
  })
  const { text } = await visit(kaethe, paths.history(caseFile.id))
  expect(text).toContain('Antwort erfasst: Ab wann?; auf das Regelwerk ab 01.01.2025 umgestellt')
})
