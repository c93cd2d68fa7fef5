import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, note, openCase, show, startDesk, visit } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

const step = (id: string, name: string, body: object = {}) =>
  kaethe.api('POST', `/api/case-files/${id}/${name}`, body)

async function completeCase(): Promise<string> {
  const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
  await answer(kaethe, caseFile.id, 'eingezogen', true)
  return caseFile.id
}

describe('the day of completeness', () => {
  test('comes with the last missing thing, and goes with it', async () => {
    const id = await completeCase()
    const { caseFile } = await show(kaethe, id)
    expect(caseFile.completeOn).toBe(app.clock.today())
    const reply = await answer(kaethe, id, 'eingezogen', false, 2)
    expect(reply.json<CaseFileView>().caseFile).toMatchObject({
      completeOn: null,
      receivedOn: caseFile.receivedOn,
    })
  })
})

describe('finishing at the counter', () => {
  test('needs no reason when everything is complete', async () => {
    const id = await completeCase()
    const reply = await step(id, 'finish')
    expect(reply.json<CaseFileView>().caseFile).toMatchObject({ state: 'finished', closingReason: null })
  })

  test('takes a reason against the advice', async () => {
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    expect((await step(caseFile.id, 'finish')).json()).toMatchObject({ code: 'reasonMissing' })
    const reply = await step(caseFile.id, 'finish', { reason: '  Auf Wunsch der Person. ' })
    expect(reply.json<CaseFileView>().caseFile).toMatchObject({
      state: 'finished',
      closingReason: 'Auf Wunsch der Person.',
    })
  })

  test('is not possible where the department decides', async () => {
    const { caseFile } = await openCase(kaethe)
    expect((await step(caseFile.id, 'finish', { reason: 'weil' })).json()).toMatchObject({
      code: 'notFinishedAtCounter',
    })
  })

  test('of a case that was changed since it was reviewed is refused', async () => {
    const id = await completeCase()
    const reply = await step(id, 'finish', { version: 1 })
    expect([reply.status, reply.json<{ code: string }>().code]).toEqual([409, 'changedMeanwhile'])
  })

  test('ends the work on it', async () => {
    const id = await completeCase()
    await step(id, 'finish')
    for (const reply of [
      await answer(kaethe, id, 'eingezogen', false, 2),
      await step(id, 'finish'),
      await step(id, 'withdraw', { reason: 'doch nicht' }),
    ])
      expect(reply.status).toBe(409)
    const { text } = await visit(kaethe, paths.case(id))
    expect(text).toContain('abgeschlossen')
    expect(text).not.toMatch(/<input[^>]+name="antwort"/)
  })
})

describe('withdrawing', () => {
  test('takes a reason, keeps everything and can be undone', async () => {
    const id = await completeCase()
    expect((await step(id, 'withdraw', { reason: '' })).json()).toMatchObject({ code: 'reasonMissing' })
    await step(id, 'withdraw', { reason: 'Termin verschoben' })
    expect((await answer(kaethe, id, 'eingezogen', false, 2)).status).toBe(409)
    const { caseFile } = (await step(id, 'resume')).json<CaseFileView>()
    expect(caseFile).toMatchObject({
      state: 'inProgress',
      closingReason: null,
      answers: { eingezogen: { value: true } },
    })
  })

  test('without a reason says so at its own field, and keeps what was too long', async () => {
    const { caseFile } = await openCase(kaethe)
    await visit(kaethe, paths.review(caseFile.id))
    const withdraw = (reason: string) => kaethe.post(paths.withdraw(caseFile.id), { reason })
    const { status, text } = await withdraw('')
    expect(status).toBe(422)
    expect(text).toMatch(/href="#ruecknahme-grund">\s*Bitte den Grund angeben\./)
    const opened = '<details class="beiseite" open'
    const [page, form] = text.split(opened)
    expect(form).toContain('Bitte den Grund angeben.')
    expect(page!.slice(page!.indexOf('id="uebergeben"'))).not.toContain('Bitte den Grund angeben.')
    const tooLong = (await withdraw('b'.repeat(1001))).text.split(opened)
    expect(tooLong.map((part) => part.includes('b'.repeat(1001)))).toEqual([false, true])
  })

  test('is in the timeline with who and when', async () => {
    const id = await completeCase()
    await step(id, 'withdraw', { reason: 'Termin verschoben' })
    const { text } = await visit(kaethe, paths.history(id))
    expect(text).toContain('Antrag zurückgenommen')
    expect(text).toContain('Termin verschoben')
    expect(text).toContain('Antwort erfasst: Sind Sie eingezogen?')
    expect(text).toContain('Wieder aufnehmen')
  })
})

describe('the review', () => {
  test('lists what the department would ask back about, each leading to its field', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'mietet', true)
    await note(kaethe, caseFile.id, 'mietvertrag', { seen: 'originalSeen' })
    const { text } = await visit(kaethe, paths.review(caseFile.id))
    for (const point of [
      'Noch nicht beantwortet: Zur Untermiete?',
      'Für den Antrag fehlt: Familienname',
      'Ausstellungsdatum fehlt: Mietvertrag',
    ])
      expect(text).toContain(point)
    expect(text).toContain(`href="${paths.case(caseFile.id)}?offen=frage-familienname#frage-familienname"`)
    expect(text).toContain('Wohngeldstelle, Stadt Boizenburg/Elbe')
  })

  test('asks for the reason only against the advice', async () => {
    const reason = /<textarea[^>]+name="reason"/
    const complete = await completeCase()
    expect((await visit(kaethe, paths.review(complete))).text).not.toMatch(reason)
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    const { text } = await visit(kaethe, paths.review(caseFile.id))
    expect(text).toMatch(reason)
    expect(text).toContain('§ 24 Abs. 3 VwVfG')
  })

  test('offers both ways where the office may finish it itself', async () => {
    const id = await completeCase()
    const { text } = await visit(kaethe, paths.review(id))
    expect(text).toContain(`action="${paths.handOver(id)}"`)
    expect(text).toContain(`formaction="${paths.finishAtCounter(id)}"`)
    const { caseFile } = await openCase(kaethe)
    expect((await visit(kaethe, paths.review(caseFile.id))).text).not.toContain('formaction')
  })

  test('keeps the reason that was too long, and says so at its field', async () => {
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    await visit(kaethe, paths.review(caseFile.id))
    const reason = 'a'.repeat(1001)
    const reply = await kaethe.post(paths.finishAtCounter(caseFile.id), { reason, version: '1' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Der Grund ist zu lang: höchstens 1.000 Zeichen.')
    expect(reply.text).toContain(reason)
    expect((await show(kaethe, caseFile.id)).caseFile.state).toBe('inProgress')
  })

  test.each([
    ['→', 'U+2192'],
    ['😀', 'U+1F600'],
    ['漢', 'U+6F22'],
  ])('takes no reason with %s, which the package cannot print, and names it', async (sign, code) => {
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    const reply = await step(caseFile.id, 'finish', { reason: `Bescheid ${sign} Widerspruch` })
    expect([reply.status, reply.json()]).toMatchObject([422, { code: 'badReason' }])
    expect(reply.text).toContain(`Das Zeichen ${code} kann nicht verarbeitet werden`)
  })

  test('keeps the line ends of a reason as everywhere', async () => {
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    const { caseFile: after } = (
      await step(caseFile.id, 'finish', { reason: 'a\r\nb\rc' })
    ).json<CaseFileView>()
    expect(after.closingReason).toBe('a\nb\nc')
  })

  test('posted without scripts leads on to what happened', async () => {
    const id = await completeCase()
    await visit(kaethe, paths.review(id))
    const reply = await kaethe.post(paths.finishAtCounter(id), { version: '2' })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, paths.history(id)])
  })
})

describe('a case that the department gave back', () => {
  const dispute = (id: string, points: object) =>
    app.database.query("update case_file set state = 'returned', deficiencies = $2 where id = $1", [
      id,
      JSON.stringify(points),
    ])

  test('has exactly the disputed points open, the rest stays checked', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'personen', 2)
    await answer(kaethe, caseFile.id, 'staat', 'DE')
    await dispute(caseFile.id, [
      { about: { kind: 'question', id: 'personen' }, text: 'Im Ausweis stehen drei.' },
    ])
    const { text } = await visit(kaethe, paths.case(caseFile.id))
    expect(text).toContain('Vom Fachdienst zurückgegeben')
    expect(text).toContain('Mangel laut Fachdienst: Im Ausweis stehen drei.')
    expect(text).toMatch(/id="feld-frage-personen"/)
    expect(text).not.toMatch(/id="feld-frage-staat"/)
  })

  test.each([
    ['with points left', [{ about: { kind: 'question', id: 'eingezogen' }, text: 'Seit wann?' }]],
    ['also when all its points are dealt with', []],
  ])('comes back as such after a withdrawal that was undone, %s', async (_, points) => {
    const { caseFile } = await openCase(kaethe, 'wohnsitz-anmeldung')
    await dispute(caseFile.id, points)
    await step(caseFile.id, 'withdraw', { reason: 'vergeblich' })
    const { steps } = (await step(caseFile.id, 'resume')).json<CaseFileView>()
    expect(steps).toEqual(['handOver', 'withdraw'])
    expect((await visit(kaethe, paths.case(caseFile.id))).text).toContain('Vom Fachdienst zurückgegeben')
  })

  test('a point goes when its field is saved, even with the same value', async () => {
    const { caseFile } = await openCase(kaethe)
    await answer(kaethe, caseFile.id, 'personen', 2)
    await dispute(caseFile.id, [{ about: { kind: 'question', id: 'personen' }, text: 'Stimmt das?' }])
    const reply = await answer(kaethe, caseFile.id, 'personen', 2, 2)
    expect(reply.json<CaseFileView>().caseFile).toMatchObject({
      deficiencies: [],
      answers: { personen: { value: 2 } },
    })
  })

  test('a point about a rule is settled by a press', async () => {
    const { caseFile } = await openCase(kaethe)
    await dispute(caseFile.id, [{ about: { kind: 'rule', id: 'teuer' }, text: 'Bitte prüfen.' }])
    const link = `href="${paths.case(caseFile.id)}#rueckgabe"`
    expect((await visit(kaethe, paths.review(caseFile.id))).text).toContain(link)
    expect((await visit(kaethe, paths.case(caseFile.id))).text).toContain('id="rueckgabe"')
    await kaethe.post(paths.settlePoint(caseFile.id), { kind: 'rule', id: 'teuer' })
    expect((await show(kaethe, caseFile.id)).caseFile.deficiencies).toEqual([])
    expect((await visit(kaethe, paths.case(caseFile.id))).text).toContain('Alle Punkte sind erledigt.')
  })
})
