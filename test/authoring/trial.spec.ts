import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleOf } from '../../src/authoring/trial-example.js'
import { trialOf } from '../../src/authoring/trial.js'
import { compile } from '../../src/precheck/compile.js'
import type { Precheck } from '../../src/precheck/precheck.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { visit } from '../casework/support/desk-app.js'
import { signIn, type Client } from '../support/client.js'
import { aDocument, aRuleSet, is, yesNo } from '../support/rule-set-builder.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const id = 'wohngeld@2025-01-01'
const page = `/regeln/${id}/probelauf`
let app: AuthoringApp
let author: Client
beforeAll(async () => {
  app = await startAuthoring()
  author = await signIn(app, 'e.rathjen')
})
afterAll(() => app.stop())

const run = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  author.post(page, { tag: '24.11.2026', ...fields }, headers)
const verdict = (text: string) => /<p class="urteil[^"]*">(?:<[^>]+>)*([^<]+)</.exec(text)?.[1]

test('begins today, or on the nearest day on which the rule set counts', async () => {
  expect((await visit(author, page)).text).toContain('value="24.11.2026"')
  expect((await author.get('/regeln/wohngeld@2027-01-01/probelauf')).text).toContain('value="01.01.2027"')
})

test('answers are evaluated as they stand in the form, documents too', async () => {
  const answered = { 'frage.mietet': 'ja', 'frage.einzug': '1.3.2020', 'frage.untermiete': 'nein' }
  expect(verdict((await run({})).text)).toBe('noch offen')
  expect(verdict((await run({ 'frage.mietet': 'nein' })).text)).toBe('Voraussetzungen nicht erfüllt')
  expect(verdict((await run(answered)).text)).toBe('Unterlagen fehlen')
  const seen = { ...answered, 'nachweis.mietvertrag': 'originalSeen' }
  expect(verdict((await run(seen)).text)).toBe('vollständig')
  const tooOld = await run({ ...seen, 'nachweis.mietvertrag.tag': '01.01.2026' })
  expect(tooOld.text).toContain('zu alt')
})

test('why the next question is asked is told answer by answer, whatever stands in a name', () => {
  const document = aDocument('a', { name: 'Pass; Kopie', neededWhen: is('da') })
  const compiled = compile(aRuleSet({ questions: [yesNo('da')], documents: [document] }))
  const input = { answers: {}, evidence: {}, today: '2026-11-24' }
  expect(trialOf({ compiled } as LoadedRuleSet, input).because).toEqual([
    'Ja → Pass; Kopie nötig',
    'Nein → vollständig',
  ])
})

test('an example is named by its first letters, and never ends in a hyphen', () => {
  const compiled = compile(aRuleSet({ questions: [yesNo('da')] }))
  const input = { answers: {}, evidence: {}, today: '2026-11-24' }
  const name = `${'Über '.repeat(12)}Ende`
  expect(exampleOf(trialOf({ compiled } as LoadedRuleSet, input), name).file).toBe(
    `probe/examples/2026-11-${Array(10).fill('ueber').join('-')}.json`,
  )
})

test('on a day of another rule set it says which one clerks would have', async () => {
  const { text } = await run({ tag: '01.02.2027' })
  expect(text).toContain('Am 01.02.2027 gilt am Schalter wohngeld@2027-01-01.')
  expect((await run({ tag: '01.02.2020' })).text).toContain('ist kein Regelwerk dieser Leistung in Kraft')
})

test('what cannot be an answer stays as it was typed and does not count', async () => {
  const { status, text } = await run({ 'frage.mietet': 'ja', 'frage.einzug': '31.2.2026' })
  expect(status).toBe(422)
  expect(text).toContain('Diesen Tag gibt es im Kalender nicht.')
  expect(text).toContain('value="31.2.2026"')
  expect(verdict(text)).toBe('noch offen')
  const address = await run({ 'frage.anschrift.street': 'Am Markt' })
  expect(address.text).toMatch(/aria-invalid="true"/)
  expect(address.text).toContain('value="Am Markt"')
})

test('"weiß nicht" is an answer, travels on, and whatever is typed afterwards counts instead', async () => {
  const base = { 'frage.mietet': 'ja', 'frage.untermiete': 'nein' }
  const unknown = await run({ ...base, 'frage.einzug.weissNicht': 'ja' })
  expect(unknown.text).toContain('einzug-unklar')
  expect(unknown.text).toContain('type="hidden" name="frage.einzug" value="unknown"')
  expect((await run({ ...base, 'frage.einzug': 'unknown' })).text).toContain('einzug-unklar')
  const both = `_csrf=${encodeURIComponent(author.csrfToken)}&frage.einzug=01.03.2020&frage.einzug=unknown`
  const typed = await fetch(app.url + page, {
    method: 'POST',
    body: new URLSearchParams(both),
    headers: { cookie: author.cookieHeader },
  })
  expect(await typed.text()).not.toContain('einzug-unklar')
})

test('an answer that does not count is kept in the form, and one can be taken away', async () => {
  const { text } = await run({ 'frage.mietet': 'nein', 'frage.untermiete': 'ja' })
  expect(text).toContain('type="hidden" name="frage.untermiete" value="ja"')
  expect(text).toContain('Antwort „Ja“ zählt nicht.')
  const cleared = await run({ 'frage.mietet': 'nein', leeren: 'mietet' })
  expect(verdict(cleared.text)).toBe('noch offen')
})

test('htmx gets the form without its page', async () => {
  const { status, text } = await run({ 'frage.einzug': 'gestern' }, { 'hx-request': 'true' })
  expect([status, text.startsWith('<form id="probelauf"')]).toEqual([200, true])
})

test('nothing of it is kept: no case, no entry', async () => {
  const count = async () =>
    (
      await app.database.query(
        'select (select count(*) from case_file) + (select count(*) from audit_entry) as n',
      )
    )[0]
  const before = await count()
  await run({ 'frage.mietet': 'ja', 'frage.name': 'Łukasz Müller' })
  expect(await count()).toEqual(before)
})

test('what came out becomes an example, shown or as a file, and the examples pass with it', async () => {
  const fields = {
    'frage.mietet': 'nein',
    'frage.untermiete': 'ja',
    name: 'Eigentümerin, früher zur Untermiete',
  }
  const shown = await run({ ...fields, beispiel: 'zeigen' })
  expect(shown.text).toContain('wohngeld/examples/2026-11-eigentuemerin-frueher-zur-untermiete.json')
  const file = await author.post(`${page}/beispiel.json`, { tag: '24.11.2026', ...fields })
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="2026-11-eigentuemerin-frueher-zur-untermiete.json"',
  )
  expect(file.json()).toEqual({
    $schema: '../../example.schema.json',
    name: 'Eigentümerin, früher zur Untermiete',
    on: '2026-11-24',
    answers: { mietet: false },
    documents: {},
    expect: { verdict: 'notEligible', missing: [], findings: ['kein-mieter'], fee: 0 },
  })
  app.rules.write('wohngeld/examples/neu.json', file.text)
  const check = await author.api('GET', `/api/rules/${id}/check`)
  expect(check.json()).toMatchObject({ tests: { passed: 7, failed: 0, problems: 0 } })
})

test('an example needs a name, and answers that can be', async () => {
  expect((await run({ beispiel: 'zeigen' })).text).toContain('Bitte einen Namen für das Beispiel angeben')
  const wrong = await author.post(`${page}/beispiel.json`, { name: 'Probe', 'frage.einzug': 'bald' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Bitte zuerst die Eingaben berichtigen')
})

test('a program runs it with answers as examples have them', async () => {
  const trial = (json: object) => author.api('POST', `/api/rules/${id}/trial`, json)
  const reply = (await trial({ on: '2026-11-24', answers: { mietet: false } })).json<{ precheck: Precheck }>()
  expect(reply).toMatchObject({ precheck: { verdict: 'notEligible' }, atTheCounter: id })
  expect((await trial({ answers: { mietet: 'vielleicht' } })).json()).toMatchObject({
    status: 422,
    errors: [{ pointer: '#/answers/mietet' }],
  })
  for (const on of ['24.11.2026', '2026', '2026-11', '2026-W05', '9999-01-01'])
    expect((await trial({ on, answers: {} })).status).toBe(422)
  expect((await author.api('POST', '/api/rules/x@2025-01-01/trial', { answers: {} })).status).toBe(404)
})
