import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ListedRules } from '../../src/authoring/list-rule-sets.js'
import type { RuleSetCheck } from '../../src/authoring/rule-set-check.js'
import { signIn, type Client } from '../support/client.js'
import { old } from './support/author-rules.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const now = 'wohngeld@2025-01-01'
const later = 'wohngeld@2027-01-01'
let app: AuthoringApp
let author: Client
beforeAll(async () => {
  app = await startAuthoring()
  author = await signIn(app, 'e.rathjen')
})
afterAll(() => app.stop())

const list = async () => (await author.api('GET', '/api/rules')).json<ListedRules>()

test('an author begins at the rules and finds them in the menu; others are refused', async () => {
  expect((await author.get('/')).headers.get('location')).toBe('/regeln')
  expect((await author.get('/regeln')).text).toMatch(/aria-current="page"[^>]*>Regeln/)
  const clerk = await signIn(app, 'k.schroeder')
  for (const path of ['/regeln', `/regeln/${now}`, `/regeln/${now}/probelauf`, `/regeln/${now}/freigabe`])
    expect((await clerk.get(path)).text).toContain('Diese Aufgabe gehört nicht zu Ihren Rollen.')
  for (const path of ['/api/rules', `/api/rules/${now}`, `/api/rules/${now}/releases`])
    expect((await clerk.api('GET', path)).json()).toMatchObject({ status: 403, code: 'role.missing' })
  expect((await clerk.get('/vorgaenge')).text).not.toContain('/regeln')
})

test('every rule set says since when and until when it counts, and how much is in it', async () => {
  const { services, problems } = await list()
  expect(problems).toEqual([])
  expect(services).toMatchObject([{ service: 'wohngeld', title: 'Probegeld' }])
  expect(services[0]!.ruleSets).toMatchObject([
    { id: later, inForce: 'upcoming', inForceUntil: null, examples: 6, isRunning: true },
    {
      id: now,
      inForce: 'now',
      inForceUntil: '2026-12-31',
      questions: 5,
      documents: 1,
      rules: 4,
      fees: 1,
      examples: 6,
      unconfirmed: 1,
      release: { kind: 'none' },
    },
  ])
  const { text } = await author.get('/regeln')
  for (const words of ['01.01.2025 bis 31.12.2026', 'ab 01.01.2027', 'künftig', 'in Kraft'])
    expect(text).toContain(words)
})

describe('what is on the disk now is what authors see', () => {
  test('a new file is there at once', async () => {
    app.rules.write('gewerbeanmeldung/2026-12-01.json', {
      ...old,
      service: 'gewerbeanmeldung',
      title: 'Gewerbe zur Probe',
      inForceFrom: '2026-12-01',
    })
    const { services } = await list()
    expect(services.map(({ service }) => service)).toEqual(['gewerbeanmeldung', 'wohngeld'])
    expect(services[0]!.ruleSets).toMatchObject([{ examples: 0 }])
    app.rules.remove('gewerbeanmeldung/2026-12-01.json')
  })

  test('a file that was changed although it is in force does not count at the counter, and that is said', async () => {
    app.rules.write('wohngeld/2025-01-01.json', { ...old, title: 'Geändert, obwohl in Kraft' })
    expect((await list()).services[0]!.ruleSets.some(({ isRunning }) => !isRunning)).toBe(true)
    expect((await author.get('/regeln')).text).toContain('Am Schalter gilt ein anderer Stand')
    expect((await author.get('/regeln/wohngeld@2025-01-01')).text).toContain(
      'Am Schalter gilt ein anderer Stand als in dieser Datei',
    )
    app.rules.write('wohngeld/2025-01-01.json', old)
  })

  test('a file that cannot be loaded is named with its place and what is wrong', async () => {
    const file = 'wohngeld/2028-01-01.json'
    app.rules.write(file, { ...old, inForceFrom: '2028-01-01', rules: [{ ...old.rules[0], when: {} }] })
    const { text } = await author.get('/regeln')
    expect(text).toContain('Nicht geladen')
    expect(text).toContain(`${file}:/rules/0/when`)
    app.rules.write(file, '{ "service": ')
    expect((await list()).problems).toMatchObject([
      { file, pointer: '', message: expect.stringContaining('kein gültiges JSON') },
    ])
    const page = await author.get('/regeln/wohngeld@2028-01-01')
    expect(page.text).toContain(`Nicht geladen: ${file}:`)
    const check = await author.api('GET', `/api/rules/${now}/check`)
    expect(check.json<RuleSetCheck>().tests).toMatchObject({ failed: 0, problems: 1 })
    app.rules.remove(file)
    expect((await list()).problems).toEqual([])
  })
})

test('a rule set is told in words, with places to lead to', async () => {
  const { text } = await author.get(`/regeln/${now}`)
  for (const id of [
    'frage-mietet',
    'regel-kein-mieter',
    'unterlage-mietvertrag',
    'gebuehr-frei',
    'merkmal-tage',
  ])
    expect(text).toContain(`id="${id}"`)
  const words = text.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
  expect(words).toContain('Gilt, wenn „Mieten Sie?“ mit Nein beantwortet ist.')
  expect(words).toContain('Gilt, wenn „Tage seit dem Einzug“ weniger als 0 beträgt.')
  expect(words).toContain('unbestätigt')
  expect(text).not.toMatch(/href="https?:/)
})

test('searching looks through ids, words and sources', async () => {
  const found = async (query: string) => {
    const { text } = await author.get(`/regeln/${now}?${query}`)
    return [...text.matchAll(/<article class="teil" id="([^"]+)"/g)].map(([, id]) => id)
  }
  expect(await found('suche=%C2%A7+2+probe')).toEqual(['frage-einzug'])
  expect(await found('suche=UNTERMIETE')).toEqual(['frage-untermiete', 'regel-untermieter'])
  expect(await found('nur=unbestaetigt')).toEqual(['frage-mietet'])
  expect((await author.get(`/regeln/${now}?suche=xyz`)).text).toContain(
    'Kein Teil des Regelwerks passt dazu.',
  )
})

describe('the examples', () => {
  const file = 'wohngeld/examples/2026-11-kein-mieter.json'
  const page = async () => (await author.get(`/regeln/${now}`)).text

  test('are run by the server and pass', async () => {
    const check = (await author.api('GET', `/api/rules/${now}/check`)).json<RuleSetCheck>()
    expect(check.tests).toEqual({ passed: 6, failed: 0, problems: 0, unconfirmed: 1 })
    expect(await page()).toContain('6 Beispiele gehen aus wie erwartet, kein Mangel.')
  })

  test('one that goes differently is told with what came out, as soon as its file says so', async () => {
    app.rules.write(file, {
      name: 'kein Mieter',
      on: '2026-11-24',
      answers: { mietet: false },
      documents: {},
      expect: { verdict: 'complete' },
    })
    const check = (await author.api('GET', `/api/rules/${now}/check`)).json<RuleSetCheck>()
    expect(check.tests).toMatchObject({ passed: 5, failed: 1, problems: 0 })
    const text = await page()
    expect(text).toContain('1 Beispiel geht anders aus als erwartet, 5 wie erwartet')
    expect(text).toContain('herausgekommen: &quot;notEligible&quot;')
  })

  test('a rule that none shows is a gap', async () => {
    app.rules.remove(file)
    const { problems } = (await author.api('GET', `/api/rules/${now}/check`)).json<RuleSetCheck>()
    expect(problems.map(({ pointer, message }) => `${pointer} ${message}`)).toContain(
      '/rules/0 Kein Beispiel löst „kein-mieter“ aus.',
    )
  })
})

test('a program gets the rule set in words, and what differs from the one before', async () => {
  const shown = (await author.api('GET', `/api/rules/${later}`)).json<{ parts: { id: string }[] }>()
  expect(shown.parts.map(({ id }) => id)).toContain('kein-mieter')
  expect((await author.api('GET', `/api/rules/${later}/changes`)).json()).toMatchObject({
    previous: now,
    changes: [{ change: 'changed', kind: 'fee', id: 'frei' }],
  })
  expect((await author.api('GET', `/api/rules/${now}/changes`)).json()).toEqual({
    previous: null,
    changes: [],
  })
  expect((await author.api('GET', '/api/rules/wohngeld@1999-01-01')).json()).toMatchObject({ status: 404 })
})

test('a folder without rules says so', async () => {
  for (const file of ['wohngeld/2025-01-01.json', 'wohngeld/2027-01-01.json']) app.rules.remove(file)
  expect((await author.get('/regeln')).text).toContain('Es ist kein Regelwerk geladen.')
})
