import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, note, openCase, show, startDesk } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
let jannik: Client
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
  jannik = await signIn(app, 'j.pruess')
})
afterAll(() => app.stop())

describe('an answer', () => {
  test('is kept with who gave it, and the verdict follows', async () => {
    const { caseFile } = await openCase(kaethe)
    const reply = await answer(kaethe, caseFile.id, 'mietet', false)
    const { caseFile: after, precheck } = reply.json<CaseFileView>()
    expect(after.answers['mietet']).toMatchObject({ value: false, byName: 'Käthe Schröder', revision: 2 })
    expect(precheck.verdict).toBe('notEligible')
    expect((await show(jannik, caseFile.id)).caseFile).toEqual(after)
  })

  test('outside its kind is refused with its place, and nothing changes', async () => {
    const { caseFile } = await openCase(kaethe)
    const reply = await answer(kaethe, caseFile.id, 'personen', 21)
    expect(reply.status).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'badAnswer', errors: [{ pointer: '#/personen' }] })
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    expect((await show(kaethe, caseFile.id)).caseFile).toEqual(caseFile)
  })

  test('to an unknown question is refused', async () => {
    const { caseFile } = await openCase(kaethe)
    const reply = await answer(kaethe, caseFile.id, '__proto__', true)
    expect(reply.status).toBe(404)
    expect(reply.json()).toMatchObject({ code: 'unknownQuestion' })
  })

  test('that comes twice changes nothing the second time', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'personen', 3)
    const again = await answer(kaethe, caseFile.id, 'personen', 3)
    expect(again.status).toBe(200)
    expect(again.json<CaseFileView>().caseFile.version).toBe(2)
    expect(await app.app.get(AuditTrail).of({ kind: 'caseFile', id: caseFile.id })).toHaveLength(2)
  })

  test('can be taken away', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'familienname', 'Łukasz')
    const reply = await kaethe.api('DELETE', `/api/case-files/${caseFile.id}/answers/familienname?revision=2`)
    expect(reply.json<CaseFileView>().caseFile).toMatchObject({ answers: {}, applicant: null })
  })

  test('about the name is how the office finds the case', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'familienname', 'Nguyễn')
    const reply = await answer(kaethe, caseFile.id, 'vornamen', 'Thị Hương')
    expect(reply.json<CaseFileView>().caseFile.applicant).toBe('Nguyễn, Thị Hương')
  })
})

describe('two clerks in one case', () => {
  test('answer different questions at once, and nothing is lost', async () => {
    const { caseFile } = await openCase(kaethe)
    const given: Record<string, unknown> = {
      mietet: true,
      art: 'erst',
      bezuege: ['rente'],
      personen: 2,
      miete: 512.5,
      einzug: '2026-10-01',
      staat: 'DE',
      familienname: 'Müller',
    }
    const replies = await Promise.all(
      Object.entries(given).map(([question, value], at) =>
        answer(at % 2 === 0 ? kaethe : jannik, caseFile.id, question, value),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const after = (await show(kaethe, caseFile.id)).caseFile
    expect(Object.fromEntries(Object.entries(after.answers).map(([id, { value }]) => [id, value]))).toEqual(
      given,
    )
    expect(after.version).toBe(9)
  })

  test('answer the same question at once: one is kept, the other is told', async () => {
    const { caseFile } = await openCase(kaethe)
    const replies = await Promise.all([
      answer(kaethe, caseFile.id, 'personen', 1),
      answer(jannik, caseFile.id, 'personen', 2),
      answer(kaethe, caseFile.id, 'personen', 3),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const winner = replies.find(({ status }) => status === 200)!.json<CaseFileView>()
    expect((await show(kaethe, caseFile.id)).caseFile).toEqual(winner.caseFile)
    expect(replies.find(({ status }) => status === 409)!.json()).toMatchObject({ code: 'changedMeanwhile' })
  })

  test('say the same: there is nothing to decide', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'anschrift', { street: 'Markt', postcode: '19258', city: 'Boizenburg' })
    const same = await answer(jannik, caseFile.id, 'anschrift', {
      city: 'Boizenburg',
      postcode: '19258',
      street: 'Markt',
    })
    expect(same.status).toBe(200)
    expect(same.json<CaseFileView>().caseFile.answers['anschrift']?.byName).toBe('Käthe Schröder')
  })

  test('an answer that was taken away and given anew is a change for whoever saw the first', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'personen', 1)
    await kaethe.api('DELETE', `/api/case-files/${caseFile.id}/answers/personen?revision=2`)
    await answer(kaethe, caseFile.id, 'personen', 5)
    expect((await answer(jannik, caseFile.id, 'personen', 7, 2)).status).toBe(409)
    const path = `/api/case-files/${caseFile.id}/timeline`
    const timeline = (await kaethe.api('GET', path)).json<{ text: string }[]>()
    expect(timeline.slice(1).map(({ text }) => text)).toEqual([
      'Antwort erfasst: Wie viele Personen?',
      'Antwort entfernt: Wie viele Personen?',
      'Antwort erfasst: Wie viele Personen?',
    ])
  })
})

describe('a document', () => {
  test('is noted as it was seen', async () => {
    const { caseFile } = await openCase(kaethe)
    const reply = await note(kaethe, caseFile.id, 'ausweis', { seen: 'originalSeen' })
    const view = reply.json<CaseFileView>()
    expect(view.caseFile.evidence['ausweis']).toMatchObject({
      seen: 'originalSeen',
      byName: 'Käthe Schröder',
    })
    expect(view.precheck.documents).toContainEqual(
      expect.objectContaining({ id: 'ausweis', state: 'present' }),
    )
  })

  test.each([
    ['ausweis', { seen: 'copyTaken' }, 'wayNotPossible'],
    ['ausweis', { seen: 'authorityFetches' }, 'wayNotPossible'],
    ['ausweis', { seen: 'notNeeded' }, 'reasonMissing'],
    ['mietvertrag', { seen: 'originalSeen', issuedOn: '2100-01-01' }, 'badDay'],
    ['mietvertrag', { seen: 'originalSeen', issuedOn: '2026-W01' }, 'input.isDay'],
    ['mietvertrag', { seen: 'originalSeen', issuedOn: '0150-01-01' }, 'input.isDay'],
    ['fremd', { seen: 'originalSeen' }, 'unknownDocument'],
  ])('%s cannot be noted as %j: %s', async (document, noted, code) => {
    const { caseFile } = await openCase(kaethe)
    const reply = await note(kaethe, caseFile.id, document, noted)
    expect(reply.json()).toMatchObject({ code })
    expect((await show(kaethe, caseFile.id)).caseFile).toEqual(caseFile)
  })

  test('that two clerks note differently is a conflict', async () => {
    const { caseFile } = await openCase(kaethe)
    await note(kaethe, caseFile.id, 'ausweis', { seen: 'originalSeen' })
    expect((await note(jannik, caseFile.id, 'ausweis', { seen: 'willBeBrought' })).status).toBe(409)
    expect((await note(jannik, caseFile.id, 'ausweis', { seen: 'willBeBrought' }, 2)).status).toBe(200)
  })
})

test('the day that the rule set names decides which rule set counts', async () => {
  const { caseFile } = await openCase(kaethe, 'gewerbeanmeldung')
  expect(caseFile.ruleSet).toBe('gewerbeanmeldung@2026-06-01')
  const before = await answer(kaethe, caseFile.id, 'beginn', '2025-12-31')
  expect(before.json<CaseFileView>().caseFile.ruleSet).toBe('gewerbeanmeldung@2025-01-01')
  const tooEarly = await answer(kaethe, caseFile.id, 'beginn', '2024-12-31', 2)
  expect(tooEarly.json()).toMatchObject({ code: 'noRuleSetInForce' })
})

test('every change of a case is in its unbroken chain', async () => {
  const { caseFile } = await openCase(kaethe)
  await answer(kaethe, caseFile.id, 'mietet', true)
  await note(jannik, caseFile.id, 'ausweis', { seen: 'originalSeen' })
  const trail = app.app.get(AuditTrail)
  const entries = await trail.of({ kind: 'caseFile', id: caseFile.id })
  expect(entries.map(({ action, actor }) => [action, actor?.name])).toEqual([
    ['caseFile.opened', 'Käthe Schröder'],
    ['caseFile.answered', 'Käthe Schröder'],
    ['caseFile.evidenceNoted', 'Jannik Prüß'],
  ])
  expect(JSON.stringify(entries)).not.toContain('true')
  expect(await trail.brokenChains()).toEqual([])
})
