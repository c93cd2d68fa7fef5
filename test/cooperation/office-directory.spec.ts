import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { OfficeDirectory } from '../../src/cooperation/office-directory.store.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { startApp, type TestApp } from '../support/app.js'

let app: TestApp
let directory: OfficeDirectory
beforeAll(async () => {
  app = await startApp()
  directory = app.app.get(OfficeDirectory)
})
afterAll(() => app.stop())

const officeId = async (key: string): Promise<string> =>
  (await app.database.query<{ id: string }>('select id from office where key = $1', [key]))[0]!.id

const routeInWords = async (office: string, service: string) => {
  const route = await directory.routeOf(await officeId(office), service)
  if (route === null) return null
  const department = await directory.departmentOf(route.departmentId)
  const authority = await directory.authorityOf(route.authorityId)
  expect(department?.authorityId).toBe(route.authorityId)
  return `${authority?.name}, ${department?.name}`
}

test('cars are registered at Boizenburg, and the Landkreis decides', async () => {
  expect(await routeInWords('boizenburg', 'kfz-zulassung')).toBe(
    'Landkreis Ludwigslust-Parchim, Fachdienst Straßenverkehr, Kfz-Zulassung',
  )
})

test('offices without that service have no way for it', async () => {
  for (const office of ['stralendorf', 'zarrentin', 'wittenburg', 'doemitz'])
    expect(await routeInWords(office, 'kfz-zulassung')).toBeNull()
})

test('each Gemeinde or Amt decides on its own matters', async () => {
  expect(await routeInWords('zarrentin', 'wohngeld')).toBe('Amt Zarrentin, Wohngeldstelle')
  expect(await routeInWords('boizenburg', 'wohnsitz-anmeldung')).toBe('Stadt Boizenburg/Elbe, Meldebehörde')
})

test('an office knows what it offers: cars only where that is set up, the dog tax where its by-law is known', async () => {
  const all = Rulebook.from('rules').services()
  const notOffered = async (office: string) => {
    const ways = await Promise.all(all.map((service) => routeInWords(office, service)))
    return all.filter((_, i) => ways[i] === null)
  }
  expect(await notOffered('boizenburg')).toEqual([])
  expect(await notOffered('doemitz')).toEqual(['hundesteuer', 'kfz-zulassung'])
})

test('the database itself keeps departments with their authority', async () => {
  await expect(
    app.database.query(
      `update office_service set authority_id = (select id from authority where key = 'land-mv')`,
    ),
  ).rejects.toThrow('foreign key')
})
