import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { LoadInstallation } from '../../src/cooperation/load-installation.js'
import { Passwords } from '../../src/cooperation/passwords.js'
import {
  demonstration,
  readInstallation,
  WrongInstallation,
} from '../../src/cooperation/read-installation.js'
import { RenewPassword } from '../../src/cooperation/renew-password.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { startApp, type TestApp } from '../support/app.js'
import { Client, signIn } from '../support/client.js'
import { lotse } from '../support/lotse.js'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await startApp()
  folder = mkdtempSync(join(tmpdir(), 'lotse-installation-'))
})
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

const small = {
  name: 'Kleine Stadt',
  authorities: [
    { key: 'stadt', name: 'Stadt', kind: 'gemeinde', departments: [{ key: 'amt', name: 'Amt' }] },
  ],
  offices: [
    {
      key: 'rathaus',
      name: 'Rathaus',
      type: 'B',
      authority: 'stadt',
      address: 'Markt 1',
      services: { wohngeld: 'stadt/amt' },
    },
  ],
  staff: [{ signInName: 'a.b', name: 'A B', roles: ['clerk'], authority: 'stadt', office: 'rathaus' }],
}

const file = (content: unknown): string => {
  const path = join(folder, 'datei.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const problemsOf = (content: unknown): string[] => {
  const path = file(content)
  try {
    readInstallation(path)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(WrongInstallation)
    return (error as Error).message.replaceAll(`${path}:`, '').split('\n')
  }
}

test('the demonstration is a valid file', () => {
  expect(readInstallation(demonstration).offices).toHaveLength(5)
})

const [office] = small.offices
const [staff] = small.staff

test.each<[string, unknown, string]>([
  [
    'an unknown kind',
    { ...small, authorities: [{ ...small.authorities[0], kind: 'bund' }] },
    '/authorities/0/kind: Erwartet wird eines von: landkreis, gemeinde, amt, land.',
  ],
  ['a wrong key', { ...small, ofices: [] }, '/ofices: Diese Angabe ist nicht vorgesehen.'],
  ['a list that is none', { ...small, offices: {} }, '/offices: '],
  [
    'an office of nobody',
    { ...small, offices: [{ ...office, authority: 'dorf' }] },
    '/offices/0/authority: Eine Behörde „dorf“ gibt es in der Datei nicht.',
  ],
  [
    'a way to nowhere',
    { ...small, offices: [{ ...office, services: { wohngeld: 'stadt/x' } }] },
    '/offices/0/services/wohngeld: Einen Fachdienst „stadt/x“ gibt es',
  ],
  [
    'a way that is no text',
    { ...small, offices: [{ ...office, services: { wohngeld: 1 } }] },
    '/offices/0/services/wohngeld: ',
  ],
  [
    'a clerk without a counter',
    { ...small, staff: [{ ...staff, office: undefined }] },
    '/staff/0/office: Ein Lotse (clerk) braucht ein Bürgerbüro.',
  ],
  [
    'a caseworker without a department',
    { ...small, staff: [{ ...staff, roles: ['caseworker'] }] },
    '/staff/0/department: Die Sachbearbeitung',
  ],
  [
    'a sign-in name twice',
    { ...small, staff: [staff, staff] },
    '/staff/1/signInName: „a.b“ kommt schon weiter oben vor.',
  ],
  [
    'capitals in a sign-in name',
    { ...small, staff: [{ ...staff, signInName: 'A.b' }] },
    '/staff/0/signInName: ',
  ],
  ['no object', [], ' Erwartet wird ein JSON-Objekt.'],
])('%s is refused at its place', (_, content, expected) => {
  const [problem, ...more] = problemsOf(content)
  expect(problem?.startsWith(expected) ? expected : problem).toBe(expected)
  expect(more).toEqual([])
})

test('text that is no JSON, and a file that is not there, are refused', () => {
  expect(problemsOf('{ "name": ')).toEqual([expect.stringContaining('Das ist kein gültiges JSON')])
  expect(() => readInstallation(join(folder, 'fehlt.json'))).toThrow(WrongInstallation)
})

test('a command with such a file is a wrong call', () => {
  const path = join(folder, 'fehlt.json')
  const { code, told } = lotse(['installation', 'load', path])
  expect([code, told]).toEqual([2, `${path}: Diese Datei gibt es nicht.\n`])
})

const counts = () =>
  app.database.query(
    'select (select count(*) from authority) a, (select count(*) from department) d, (select count(*) from office) o, (select count(*) from office_service) s, (select count(*) from staff) t',
  )

test('loading the same file again changes nothing', async () => {
  const before = await counts()
  expect(await app.app.get(LoadInstallation).load(readInstallation(demonstration))).toEqual([])
  expect(await counts()).toEqual(before)
})

test('a changed file brings names and services up to date and leaves passwords alone', async () => {
  const changed = JSON.parse(readFileSync(demonstration, 'utf8')) as ReturnType<typeof readInstallation>
  const zarrentin = changed.offices.find(({ key }) => key === 'zarrentin')!
  Object.assign(zarrentin, {
    name: 'Bürgerbüro am Schaalsee',
    services: { 'kfz-zulassung': 'lk-ludwigslust-parchim/kfz-zulassung' },
  })
  Object.assign(changed, { demonstrationPassword: 'ein-anderes' })
  await app.app.get(LoadInstallation).load(readInstallation(file(changed)))
  const services = await app.database.query(
    `select service from office_service join office on office.id = office_id where office.key = 'zarrentin'`,
  )
  expect(services).toEqual([{ service: 'kfz-zulassung' }])
  expect(await new Client(app.url).signIn('m.nowak')).toMatchObject({ placeName: 'Bürgerbüro am Schaalsee' })
})

test('a real installation gives each new account a password of its own', async () => {
  const accounts = await app.app.get(LoadInstallation).load(readInstallation(file(small)))
  expect(accounts).toEqual([{ signInName: 'a.b', password: expect.stringMatching(/^[\w-]{16}$/) }])
  await new Client(app.url).signIn('a.b', accounts[0]!.password)
  await signIn(app, 'k.schroeder')
})

test('no transaction stands still while passwords are hashed', async () => {
  const passwords = app.app.get(Passwords)
  const standing: unknown[] = []
  const spy = jest.spyOn(passwords, 'hash').mockImplementation(async () => {
    standing.push(
      ...(await app.database.query(`select query from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`)),
    )
    return 'x'
  })
  const staff = [{ ...small.staff[0], signInName: 'c.d', name: 'C D' }]
  const other = { ...small, name: 'Andere Stadt', staff }
  const accounts = await app.app.get(LoadInstallation).load(readInstallation(file(other)))
  spy.mockRestore()
  expect([accounts.map(({ signInName }) => signInName), standing]).toEqual([['c.d'], []])
})

test('each loading is recorded', async () => {
  const entries = await app.app.get(AuditTrail).of({ kind: 'installation', id: 'Kleine Stadt' })
  expect(entries).toMatchObject([{ action: 'installation.loaded', actor: null, details: { staff: 1 } }])
})

test.each([
  ['eingang', false],
  ['http://dms.example/', false],
  ['https://name:kennwort@dms.example/', false],
  ['ftp://dms.example/', false],
  ['https://', false],
  ['//server/freigabe', true],
  ['/srv/dms/eingang', true],
  ['https://dms.example:8443/eingang?mandant=1', true],
  ['http://localhost:8080/', true],
])('packages may go to %s: %s', (to, allowed) => {
  const departments = [{ key: 'amt', name: 'Amt', delivery: { form: 'folder', to } }]
  const problems = problemsOf({ ...small, authorities: [{ ...small.authorities[0], departments }] })
  const about = '/authorities/0/departments/0/delivery/to: Erwartet wird ein Ordner'
  expect(problems.map((problem) => problem.startsWith(about))).toEqual(allowed ? [] : [true])
})

test('where a department wants its packages comes with the file, and goes with it', async () => {
  const department = { key: 'amt', name: 'Amt' }
  const load = async (one: object) => {
    const authorities = [{ ...small.authorities[0], departments: [one] }]
    await app.app.get(LoadInstallation).load(readInstallation(file({ ...small, authorities })))
    return app.database.query(
      `select delivery from department join authority on authority.id = authority_id where authority.key = 'stadt'`,
    )
  }
  const delivery = { form: 'xdomea', to: '/srv/dms' }
  expect(await load({ ...department, delivery })).toEqual([{ delivery: { ...delivery, originals: false } }])
  expect(await load(department)).toEqual([{ delivery: null }])
})

const actionsOf = async (signInName: string): Promise<string[]> => {
  const entries = await app.database.query<{ action: string }>(
    'select action from audit_entry join staff on staff.id::text = subject_id where sign_in_name = $1 order by position',
    [signInName],
  )
  return entries.map(({ action }) => action)
}

test('who left is out with the file, and in again without that line', async () => {
  const load = (more: object) =>
    app.app.get(LoadInstallation).load(readInstallation(file({ ...small, staff: [{ ...staff, ...more }] })))
  const password = await app.app.get(RenewPassword).renew('a.b')
  const client = new Client(app.url)
  await client.signIn('a.b', password!)
  await load({ disabled: true })
  await load({ disabled: true })
  expect((await client.api('GET', '/api/case-files')).status).toBe(401)
  await expect(new Client(app.url).signIn('a.b', password!)).rejects.toThrow('401')
  await load({})
  expect((await client.api('GET', '/api/case-files')).status).toBe(401)
  await new Client(app.url).signIn('a.b', password!)
  expect(await actionsOf('a.b')).toEqual(
    expect.arrayContaining(['staff.passwordRenewed', 'staff.disabled', 'staff.enabled']),
  )
  expect((await actionsOf('a.b')).filter((action) => action === 'staff.disabled')).toHaveLength(1)
})

test('a new password ends the old one and its sessions', async () => {
  const before = await signIn(app, 't.groth')
  const env = { DATABASE_URL: app.database.url, DATA_DIR: app.config.dataDir, PASSWORD_MEMORY_KIB: '7168' }
  const { code, out, told } = lotse(['staff', 'password', 'T.Groth'], undefined, env)
  expect([code, told]).toEqual([0, ''])
  const [, password] = /^t\.groth\t([\w-]{16})\n$/.exec(out)!
  expect((await before.api('GET', '/api/case-files')).status).toBe(401)
  await expect(signIn(app, 't.groth')).rejects.toThrow('401')
  await new Client(app.url).signIn('t.groth', password!)
  expect(lotse(['staff', 'password', 'niemand'], undefined, env)).toMatchObject({
    code: 2,
    told: 'Ein Konto „niemand“ gibt es nicht.\n',
  })
})
