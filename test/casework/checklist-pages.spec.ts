import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, htmx, openCase, show, startDesk, visit } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
let jannik: Client
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
  jannik = await signIn(app, 'j.pruess')
})
afterAll(() => app.stop())

async function freshCase(service?: string): Promise<string> {
  const { caseFile } = await openCase(kaethe, service)
  await visit(kaethe, paths.case(caseFile.id))
  return caseFile.id
}

describe('the checklist', () => {
  test('shows every open question with its controls, source and the way it is saved', async () => {
    const id = await freshCase()
    const { text } = await visit(kaethe, paths.case(id))
    for (const control of ['ja', 'nein', 'unknown'])
      expect(text).toMatch(new RegExp(`<input[^>]+type="radio"[^>]+value="${control}"`))
    expect(text).toContain(`hx-post="${paths.answer(id, 'mietet')}"`)
    expect(text).toContain(`action="${paths.answer(id, 'mietet')}"`)
    expect(text).toMatch(/name="antwort\.street"/)
    expect(text).toMatch(/>Person 1<.*name="antwort\.0\.givenNames"/s)
    expect(text).toContain('>Deutschland</option>')
    expect(text).toContain('Noch höchstens 8 Fragen.')
    expect(text).not.toContain('Zur Untermiete?')
  })

  test('has no script, style or handler inside the page, and nothing from elsewhere', async () => {
    const id = await freshCase()
    const { text, headers } = await visit(kaethe, paths.case(id))
    expect(text).not.toMatch(/<script(?![^>]* src=)/)
    expect(text).not.toMatch(/<style| style=| on[a-z]+=|javascript:|https?:/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('says whose case it is, its number, the office and who is signed in', async () => {
    const id = await freshCase()
    await kaethe.api('PUT', `/api/case-files/${id}/applicant`, { name: 'Łukasiewicz, Agnieszka' })
    const { text } = await visit(kaethe, paths.case(id))
    const { caseFile } = await show(kaethe, id)
    for (const said of ['Łukasiewicz, Agnieszka', caseFile.number, 'Bürgerbüro Boizenburg', 'Käthe Schröder'])
      expect(text).toContain(said)
  })

  test('folds away what stopped mattering, with the reason and the answer that is kept', async () => {
    const id = await freshCase()
    await answer(kaethe, id, 'mietet', true)
    await answer(kaethe, id, 'untermiete', true)
    await answer(kaethe, id, 'mietet', false, 2)
    const { text } = await visit(kaethe, paths.case(id))
    expect(text).toContain('Antwort „Ja“ bleibt gespeichert und zählt nicht.')
    expect(text).toContain('Nicht nötig wegen: Mieten Sie die Wohnung? Nein')
  })

  test('explains the question in focus: why, what each answer leads to, the source', async () => {
    const id = await freshCase()
    const { text } = await kaethe.get(paths.questionPanel(id, 'mietet'))
    expect(text).toContain('Nur Mieter.')
    expect(text).toMatch(/<strong>Ja<\/strong> → [^<]*Mietvertrag nötig/)
    expect(text).toMatch(/<strong>Nein<\/strong> → Voraussetzungen nicht erfüllt/)
    expect(text).toContain('§ 1 Probe')
  })

  test('answers with the same end are one line, and days are told as runs', async () => {
    const id = await freshCase()
    await answer(kaethe, id, 'mietet', true)
    const { text } = await kaethe.get(paths.questionPanel(id, 'einzug'))
    expect(text).toContain('<strong>bis 31.12.1899</strong> → Prüfung durch den Fachdienst nötig')
    expect(text).toContain('<strong>ab 01.01.1900 oder weiß nicht</strong> → weiter')
  })

  test('opens an answered question again', async () => {
    const id = await freshCase()
    await answer(kaethe, id, 'personen', 4)
    const control = /id="feld-frage-personen"/
    expect((await visit(kaethe, paths.case(id))).text).not.toMatch(control)
    expect((await visit(kaethe, `${paths.case(id)}?offen=frage-personen`)).text).toMatch(control)
  })
})

describe('without scripts', () => {
  test('an answer is posted, and the page comes back at the next question', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.answer(id, 'mietet'), { antwort: 'ja', revision: '0' })
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(`${paths.case(id)}#frage-untermiete`)
    expect((await show(kaethe, id)).caseFile.answers['mietet']?.value).toBe(true)
  })

  test('the same form posted twice does nothing bad', async () => {
    const id = await freshCase()
    const form = { antwort: '3', revision: '0' }
    await kaethe.post(paths.answer(id, 'personen'), form)
    expect((await kaethe.post(paths.answer(id, 'personen'), form)).status).toBe(303)
    expect((await show(kaethe, id)).caseFile.version).toBe(2)
  })

  test('a bad value comes back with a sentence at its field, and as it was typed', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.answer(id, 'einzug'), { antwort: '31.02.2026', revision: '0' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('value="31.02.2026"')
    expect(reply.text).toContain('href="#feld-frage-einzug"')
    expect(reply.text).toMatch(/id="feld-frage-einzug-fehler"[^>]*>.*Diesen Tag gibt es im Kalender nicht\./)
    expect((await show(kaethe, id)).caseFile.answers).toEqual({})
  })

  test('a part of an address that is missing is named, and the rest stays', async () => {
    const id = await freshCase()
    const form = { 'antwort.street': 'Am Markt', 'antwort.city': 'Boizenburg', revision: '0' }
    const reply = await kaethe.post(paths.answer(id, 'anschrift'), form)
    expect(reply.text).toContain('Postleitzahl fehlt.')
    expect(reply.text).toContain('value="Am Markt"')
    expect(reply.text).toMatch(/id="feld-frage-anschrift-postcode"[^>]*aria-invalid/)
  })

  test('emptied controls take the answer away', async () => {
    const id = await freshCase()
    await kaethe.post(paths.answer(id, 'bemerkung'), { antwort: 'versehentlich', revision: '0' })
    await kaethe.post(paths.answer(id, 'bemerkung'), { antwort: '', revision: '2' })
    expect((await show(kaethe, id)).caseFile.answers).toEqual({})
  })

  test('what a document needs is asked at the document', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.evidence(id, 'ausweis'), { seen: 'notNeeded', revision: '0' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('Bitte den Grund angeben.')
    const again = { seen: 'notNeeded', reason: 'persönlich bekannt', revision: '0' }
    expect((await kaethe.post(paths.evidence(id, 'ausweis'), again)).status).toBe(303)
    expect((await visit(kaethe, paths.case(id))).text).toContain('nicht nötig, weil: persönlich bekannt')
  })
})

describe('a colleague who was faster', () => {
  test('is named with their answer, and the clerk chooses', async () => {
    const id = await freshCase()
    await answer(jannik, id, 'personen', 2)
    const reply = await kaethe.post(paths.answer(id, 'personen'), { antwort: '5', revision: '0' })
    expect(reply.status).toBe(409)
    expect(reply.text).toMatch(/Jannik Prüß hat um \d\d:\d\d „2“ gespeichert\. Ihre Eingabe: „5“\./)
    expect((await show(kaethe, id)).caseFile.answers['personen']?.value).toBe(2)
    const revision = /id="streit-personen-wahl".*?name="revision" value="(\d+)"/s.exec(reply.text)![1]!
    expect((await kaethe.post(paths.answer(id, 'personen'), { antwort: '5', revision })).status).toBe(303)
    expect((await show(kaethe, id)).caseFile.answers['personen']).toMatchObject({
      value: 5,
      byName: 'Käthe Schröder',
    })
  })

  test('with the same answer is no conflict', async () => {
    const id = await freshCase()
    await answer(jannik, id, 'personen', 2)
    expect((await kaethe.post(paths.answer(id, 'personen'), { antwort: '2', revision: '0' })).status).toBe(
      303,
    )
  })
})

describe('with htmx', () => {
  test('an answer brings the parts that changed, and the question stays open', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.answer(id, 'mietet'), { antwort: 'ja', revision: '0' }, htmx)
    expect(reply.status).toBe(200)
    expect(reply.text).toMatch(/^<div class="checkliste" id="checkliste"/)
    expect(reply.text).not.toContain('<html')
    expect(reply.text).toMatch(/id="feld-frage-mietet"[^>]*checked/)
    expect(reply.text).toContain('hx-swap-oob="outerMorph"')
    expect(reply.text).toMatch(/role="status">Gespeichert \d\d:\d\d\. Vorprüfung: noch offen\./)
    expect(reply.text).toContain('Zur Untermiete?')
  })

  test('a refusal is put in place like every other answer', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.answer(id, 'miete'), { antwort: 'viel', revision: '0' }, htmx)
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('Bitte einen Betrag in Euro eingeben')
    expect(reply.text).toContain('value="viel"')
  })

  test('an unknown question is a problem with its place, not a page', async () => {
    const id = await freshCase()
    const reply = await kaethe.post(paths.answer(id, 'fremd'), { antwort: '1' }, htmx)
    expect(reply.status).toBe(404)
    expect(reply.text).toContain('Diese Frage gibt es im Regelwerk des Vorgangs nicht.')
  })
})

describe('what the browser shows already', () => {
  const stampsIn = (page: string): Map<string, string> =>
    new Map(
      [...page.matchAll(/ id="([^"]+)"[^>]*? data-stand="([^"]+)"/g)].map(([, id, stamp]) => [id!, stamp!]),
    )

  function standOf(page: string): string {
    const { checkliste, ...rows } = Object.fromEntries(stampsIn(page))
    return [checkliste, ...Object.entries(rows).map(([id, stamp]) => `${id}=${stamp}`)].join(';')
  }

  const answerKnowing = (id: string, stand: string) =>
    kaethe.post(
      paths.answer(id, 'personen'),
      { antwort: '4', revision: '0' },
      { ...htmx, 'lotse-stand': stand },
    )

  test('is not sent again; what changed is', async () => {
    const id = await freshCase()
    const { text: page } = await visit(kaethe, paths.case(id))
    const { text } = await answerKnowing(id, standOf(page))
    expect(text).toContain('<div id="frage-miete" data-gleich></div>')
    expect(text).toContain('<section id="nachweis-ausweis" data-gleich></section>')
    expect(text).toMatch(/id="feld-frage-personen"[^>]*value="4"/)
    expect(text.length).toBeLessThan(page.length / 4)
  })

  test('is sent again where a colleague changed it', async () => {
    const id = await freshCase()
    const { text: page } = await visit(kaethe, paths.case(id))
    await answer(jannik, id, 'miete', 700)
    const { text } = await answerKnowing(id, standOf(page))
    expect(text).toMatch(/id="frage-miete"[^>]*>.*700,00/s)
  })

  test.each(['', 'nonsense', 'wohngeld@2024-01-01_inProgress_2026-01-01;frage-miete=o0'])(
    'is sent whole to a browser that says %j',
    async (stand) => {
      const id = await freshCase()
      expect((await answerKnowing(id, stand)).text).not.toContain('data-gleich')
    },
  )
})
