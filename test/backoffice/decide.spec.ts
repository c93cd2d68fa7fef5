import type { PackageContents } from '../../src/handoff/package-contents.js'
import { paths } from '../../src/web/paths.js'
import { openCase } from '../casework/support/desk-app.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'

let app: TestApp
let clerk: Client
let caseworker: Client
beforeAll(async () => {
  app = await startApp()
  clerk = await signIn(app, 'k.schroeder')
  caseworker = await signIn(app, 'b.moeller')
})
afterAll(() => app.stop())

const point = { about: { kind: 'document', id: 'ausweis' }, text: 'Der Ausweis ist abgelaufen.' }
interface Standing {
  readonly state: string
  readonly version: number
  readonly deficiencies: readonly unknown[]
}

/** A case that was handed to the department, and its version then. */
async function handedOver(): Promise<{ id: string; version: number }> {
  const { id } = (await openCase(clerk, 'wohnsitz-anmeldung')).caseFile
  return { id, version: await handOver(id) }
}

async function handOver(id: string): Promise<number> {
  const reply = await clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Eilt.' })
  expect(reply.status).toBe(200)
  return (await caseworker.api('GET', `/api/inbox/${id}`)).json<Standing>().version
}
const giveBack = (id: string) => caseworker.api('POST', `/api/inbox/${id}/return`, { deficiencies: [point] })

describe('a case that waits for its decision', () => {
  let id: string
  beforeAll(async () => {
    ;({ id } = await handedOver())
  })

  it('says of a document how it stands, as the package does, and in the history that open points went along', async () => {
    const page = (await caseworker.get(paths.inboxCase(id))).text
    const { contents } = (await caseworker.api('GET', `/api/inbox/${id}`)).json<{
      contents: PackageContents
    }>()
    const notAskedYet = contents.documents.filter(({ state }) => state === 'unclear').length
    expect(notAskedYet).toBeGreaterThan(0)
    expect(page.split('<p class="frage__antwort">noch offen, ob nötig</p>')).toHaveLength(notAskedYet + 1)
    const timeline = (await clerk.api('GET', `/api/case-files/${id}/timeline`)).json<{ text: string }[]>()
    expect(timeline.at(-1)?.text).toBe('An den Fachdienst übergeben, trotz offener Punkte')
  })

  it.each([
    ['nothing', undefined, 'deficiencies', 'Erwartet wird eine Liste.'],
    ['a text about nothing', [{ text: 'x' }], 'deficiencies/0/about', 'Erwartet wird ein Objekt.'],
    ['a list in the list', [[]], 'deficiencies', 'Für jeden Eintrag: Erwartet wird ein Objekt.'],
    ['no text', [{ about: point.about }], 'deficiencies/0/text', 'Erwartet wird ein Text.'],
    [
      'two texts about one point',
      [point, point],
      'document.ausweis',
      'Zu diesem Punkt gibt es zwei Texte; bitte in einem zusammenfassen.',
    ],
  ])('a return with %s is refused in its place', async (_, deficiencies, place, detail) => {
    const reply = await caseworker.api('POST', `/api/inbox/${id}/return`, { deficiencies })
    expect(reply.status).toBe(422)
    expect(reply.json()).toMatchObject({ errors: [{ pointer: `#/${place}`, detail }] })
  })
})

it('a returned case lies at the office with its points, and is out of the list of what waits', async () => {
  const { id } = await handedOver()
  expect((await giveBack(id)).json()).toMatchObject({ state: 'returned', deficiencies: [point] })
  const waiting = (await caseworker.api('GET', '/api/inbox')).json<{ id: string }[]>()
  expect(waiting.map((entry) => entry.id)).not.toContain(id)
})

it('accepting twice is the same as once; after that nothing is returned', async () => {
  const { id, version } = await handedOver()
  for (const _ of [1, 2]) {
    const reply = await caseworker.api('POST', `/api/inbox/${id}/accept?version=${version}`)
    expect([reply.status, reply.json<Standing>().state]).toEqual([200, 'accepted'])
  }
  expect((await giveBack(id)).json()).toMatchObject({ status: 409, code: 'stepNotPossible' })
})

it('an acceptance that was a slip is taken back, once or twice, and then the case can be returned', async () => {
  const { id, version } = await handedOver()
  await caseworker.post(paths.acceptCase(id), { version: String(version) })
  const page = await caseworker.get(paths.inboxCase(id))
  expect(page.text).toContain('Annahme zurücknehmen')
  const stale = await caseworker.post(paths.reopenCase(id), { version: String(version) })
  expect(stale.status).toBe(409)
  for (const _ of [1, 2])
    expect((await caseworker.api('POST', `/api/inbox/${id}/reopen`)).json()).toMatchObject({
      state: 'handedOver',
    })
  expect((await giveBack(id)).json()).toMatchObject({ state: 'returned' })
  const timeline = (await clerk.api('GET', `/api/case-files/${id}/timeline`)).json<{ text: string }[]>()
  expect(timeline.slice(-3).map(({ text }) => text)).toEqual([
    'Vom Fachdienst angenommen',
    'Annahme vom Fachdienst zurückgenommen',
    'Vom Fachdienst zurückgegeben: Gültiger Personalausweis, Pass oder Passersatz jeder Person (bei Kindern ohne Ausweis: Geburtsurkunde)',
  ])
})

it('a disputed rule stands in the history by its first sentence, without the values of the case', async () => {
  const { id } = await handedOver()
  const deficiencies = [
    { about: { kind: 'rule', id: 'noch-nicht-eingezogen' }, text: 'Das Datum stimmt nicht.' },
  ]
  await caseworker.api('POST', `/api/inbox/${id}/return`, { deficiencies })
  const timeline = (await clerk.api('GET', `/api/case-files/${id}/timeline`)).json<{ text: string }[]>()
  expect(timeline.at(-1)?.text).toBe(
    'Vom Fachdienst zurückgegeben: Die Anmeldung ist erst nach dem Einzug möglich, also ab dem ….',
  )
})

it('nobody decides on a package they have not seen', async () => {
  const { id, version } = await handedOver()
  await giveBack(id)
  const newer = await handOver(id)
  const stale = await caseworker.api('POST', `/api/inbox/${id}/accept?version=${version}`)
  expect(stale.json()).toMatchObject({ code: 'changedMeanwhile' })
  const page = await caseworker.post(paths.acceptCase(id), { version: String(version) })
  expect(page.text).toContain('Inzwischen liegt ein neues Übergabepaket vor')
  const seen = await caseworker.post(paths.acceptCase(id), { version: String(newer) })
  expect([seen.status, seen.headers.get('location')]).toEqual([303, paths.inboxCase(id)])
})

describe('a department with more cases than its page shows', () => {
  beforeAll(async () => {
    const { id } = await handedOver()
    const [stored] = await app.database.query<{ columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns
       where table_name = 'case_file' and is_generated = 'NEVER'`,
    )
    await app.database.query(
      `insert into case_file (${stored!.columns}) select ${stored!.columns} from (
         select (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'number', '2099-' || lpad(i::text, 6, '0'), 'changed_at', now()))).*
         from case_file c, generate_series(1, 200) i where c.id = $1) copies`,
      [id],
    )
  })

  it('is told so', async () => {
    expect((await caseworker.get(paths.inbox)).text).toContain('Die 200 ältesten Vorgänge; die Suche findet')
  })

  it('finds the others', async () => {
    const page = await caseworker.get(`${paths.inbox}?suche=2099-000200+wohnung`)
    expect(page.text).toContain('1 Vorgang<')
    const found = (await caseworker.api('GET', '/api/inbox?text=2099-000200')).json<{ number: string }[]>()
    expect(found.map(({ number }) => number)).toEqual(['2099-000200'])
    const nothing = await caseworker.get(`${paths.inbox}?suche=2099-000200+wohngeld`)
    expect(nothing.text).toContain('Kein Vorgang mit diesem Stand passt zur Suche.')
  })
})
