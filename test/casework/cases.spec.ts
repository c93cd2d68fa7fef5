import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { openCase, show, startDesk, visit } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

describe('a new case', () => {
  test('is two steps away: the list, then the service', async () => {
    const { text } = await visit(kaethe, paths.newCase)
    expect(text).toMatch(/<button[^>]+name="leistung" value="wohngeld"/)
    const reply = await kaethe.post(paths.newCase, { leistung: 'wohngeld' })
    expect(reply.status).toBe(303)
    const id = reply.headers.get('location')!.split('/').at(-1)!
    expect((await visit(kaethe, paths.case(id))).text).toContain('Mieten Sie die Wohnung?')
  })

  test('belongs to office, authority and department, from today on', async () => {
    const { caseFile } = await openCase(kaethe)
    const [row] = await app.database.query<{ office: string; authority: string; department: string }>(
      `select office.key as office, authority.key as authority, department.key as department from case_file c
       join office on office.id = c.office_id join authority on authority.id = c.authority_id
       join department on department.id = c.department_id where c.id = $1`,
      [caseFile.id],
    )
    expect(row).toEqual({ office: 'boizenburg', authority: 'stadt-boizenburg', department: 'wohngeldstelle' })
    expect(caseFile).toMatchObject({
      ruleSet: 'wohngeld@2025-01-01',
      state: 'inProgress',
      receivedOn: app.clock.today(),
      completeOn: null,
    })
    expect(caseFile.number).toMatch(/^\d{4}-\d{6}$/)
  })

  test('of a service that nobody knows is refused', async () => {
    const reply = await kaethe.api('POST', '/api/case-files', { service: '../wohngeld' })
    expect(reply.status).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'unknownService', errors: [{ pointer: '#/service' }] })
    await visit(kaethe, paths.newCase)
    const page = await kaethe.post(paths.newCase, { leistung: 'fremd' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Diese Leistung gibt es hier nicht.')
  })

  test('of a service that is offered elsewhere only is refused, and the page says where to go', async () => {
    await app.database.query(
      "delete from office_service where service = 'wohngeld' and office_id = (select id from office where key = 'doemitz')",
    )
    const soeren = await signIn(app, 's.luebbe')
    expect((await soeren.api('POST', '/api/case-files', { service: 'wohngeld' })).json()).toMatchObject({
      code: 'serviceNotOffered',
    })
    const { text } = await visit(soeren, paths.newCase)
    expect(text).toMatch(/Nicht in diesem Bürgerbüro\. Möglich in: .*Boizenburg/)
    expect(text).not.toMatch(/name="leistung" value="wohngeld"/)
  })

  test('is opened once by a form that is sent twice, even at once', async () => {
    const { text } = await visit(kaethe, paths.newCase)
    const kennung = /name="kennung" value="([^"]+)"/.exec(text)![1]!
    const send = () => kaethe.post(paths.newCase, { leistung: 'wohngeld', kennung })
    const places = (await Promise.all([send(), send(), send()])).map(({ headers }) => headers.get('location'))
    expect(new Set([...places, (await send()).headers.get('location')])).toEqual(
      new Set([paths.case(kennung)]),
    )
  })

  test('is another one where the same form is sent for another service', async () => {
    const { text } = await visit(kaethe, paths.newCase)
    const kennung = /name="kennung" value="([^"]+)"/.exec(text)![1]!
    await kaethe.post(paths.newCase, { leistung: 'wohngeld', kennung })
    const { headers } = await kaethe.post(paths.newCase, { leistung: 'wohnsitz-anmeldung', kennung })
    const id = headers.get('location')!.split('/').at(-1)!
    expect((await show(kaethe, id)).caseFile.service).toBe('wohnsitz-anmeldung')
  })

  test('two at once get different numbers', async () => {
    const views = await Promise.all(Array.from({ length: 5 }, () => openCase(kaethe)))
    expect(new Set(views.map(({ caseFile }) => caseFile.number)).size).toBe(5)
  })
})

describe('the list of services', () => {
  test('is searched by a few letters, without scripts too', async () => {
    const { text } = await visit(kaethe, `${paths.newCase}?suche=probeg`)
    expect(text).toContain('Probegeld')
    expect(text).not.toContain('Anmeldung zur Probe')
  })

  test('says so when nothing fits', async () => {
    expect((await visit(kaethe, `${paths.newCase}?suche=xyz`)).text).toContain('Keine Leistung passt dazu.')
  })

  test('has only services with a rule set in force', () => {
    expect(app.app.get(Rulebook).services()).toEqual(['gewerbeanmeldung', 'wohngeld', 'wohnsitz-anmeldung'])
  })
})

describe('"Meine Vorgänge"', () => {
  const isFound = async (id: string, text: string): Promise<boolean> => {
    const reply = await kaethe.api('GET', `/api/case-files?text=${encodeURIComponent(text)}`)
    return reply.json<{ id: string }[]>().some((found) => found.id === id)
  }

  test('finds by name, number and service, each word', async () => {
    const { caseFile } = await openCase(kaethe)
    await kaethe.api('PUT', `/api/case-files/${caseFile.id}/applicant`, { name: 'Ångström, Zoë' })
    const find = (text: string) => isFound(caseFile.id, text)
    for (const text of [
      'ångström',
      'zoë probegeld',
      'zoë wohngeld',
      caseFile.number,
      caseFile.number.slice(-3),
    ])
      expect([text, await find(text)]).toEqual([text, true])
    for (const text of ['Angermann', 'zoë gewerbe', '%', '_', '\\'])
      expect([text, await find(text)]).toEqual([text, false])
  })

  test.each([
    ['Müller, Łukasz', ['lukasz', 'Łukasz mueller', 'muller', 'MÜLLER', 'ller']],
    ['Jaeger, Åse', ['Jäger', 'jaeger', 'aase', 'ase Åse']],
    ['Đặng Groß', ['gross', 'dang', 'GROẞ']],
    ['Ödön', ['o\u0308don', 'oedoen']],
  ])('finds %s by what is typed for it', async (name, texts) => {
    const { caseFile } = await openCase(kaethe)
    await kaethe.api('PUT', `/api/case-files/${caseFile.id}/applicant`, { name })
    for (const text of texts) expect([text, await isFound(caseFile.id, text)]).toEqual([text, true])
    expect(await isFound(caseFile.id, 'Moller')).toBe(false)
  })

  test('keeps to a state', async () => {
    const { caseFile } = await openCase(kaethe)
    await kaethe.api('POST', `/api/case-files/${caseFile.id}/withdraw`, { reason: 'doppelt eröffnet' })
    const { text } = await visit(kaethe, `${paths.cases}?stand=withdrawn`)
    expect(text).toContain(caseFile.number)
    expect(text).toContain('1 Vorgang')
  })

  test('shows cases of colleagues of the office', async () => {
    const { caseFile } = await openCase(kaethe)
    const jannik = await signIn(app, 'j.pruess')
    expect((await visit(jannik, paths.cases)).text).toContain(caseFile.number)
  })

  test('says what to do when there is nothing yet', async () => {
    const thede = await signIn(app, 't.groth')
    expect((await visit(thede, paths.cases)).text).toContain('Dieses Bürgerbüro hat noch keine Vorgänge.')
    expect((await visit(thede, `${paths.cases}?suche=x`)).text).toContain('passt zur Suche')
  })

  test('shows what was typed as text', async () => {
    const { text } = await visit(kaethe, `${paths.cases}?suche=${encodeURIComponent('"><script>x</script>')}`)
    expect(text).not.toContain('<script>x')
  })
})

test('a name with a letter that no name has is refused, and nothing changes', async () => {
  const { caseFile } = await openCase(kaethe)
  const reply = await kaethe.api('PUT', `/api/case-files/${caseFile.id}/applicant`, { name: 'Müller 2' })
  expect(reply.json()).toMatchObject({ code: 'badApplicant', errors: [{ pointer: '#/applicant' }] })
  expect((await show(kaethe, caseFile.id)).caseFile.applicant).toBeNull()
})
