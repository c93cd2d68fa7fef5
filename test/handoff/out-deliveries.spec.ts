import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createApp } from '../../src/create-app.js'
import type { DeliveryTarget } from '../../src/cooperation/delivery-target.js'
import { DeliverPackages } from '../../src/handoff/out/deliver-packages.js'
import { DeliveryStore } from '../../src/handoff/out/delivery.store.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { Database } from '../../src/platform/database.js'
import { Ids } from '../../src/platform/ids.js'
import { paths } from '../../src/web/paths.js'
import { openCase } from '../casework/support/desk-app.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { asFile, aPdf, type ScanFile } from '../support/scans.js'
import { type Receiver, startReceiver } from './support/receiver.js'

const tries = 3
let app: TestApp
let clerk: Client
let caseworker: Client
beforeAll(async () => {
  app = await startApp({
    deliveryRetrySeconds: 600,
    deliveryTries: tries,
    deliveryTokens: new Map([['localhost:1', 'für andere']]),
  })
  clerk = await signIn(app, 'k.schroeder')
  caseworker = await signIn(app, 'b.moeller')
})
afterAll(() => app.stop())

let folder: string
let receiver: Receiver
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-out-'))
  receiver = await startReceiver()
})
afterEach(async () => {
  await receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Lets the caseworker's department have its packages there. */
const sendTo = (target: Partial<DeliveryTarget> | null) =>
  app.database.query(
    `update department set delivery = $1
     where id = (select department_id from staff where sign_in_name = 'b.moeller')`,
    [target && JSON.stringify({ form: 'folder', originals: false, ...target })],
  )

interface HandedOver {
  readonly id: string
  readonly packageId: string
}

async function handOver(scan?: ScanFile): Promise<HandedOver> {
  const { id } = (await openCase(clerk, 'wohnsitz-anmeldung')).caseFile
  if (scan) await clerk.upload(paths.uploads(id, 'wohnungsgeberbestaetigung'), { datei: asFile(scan) })
  const reply = await clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Eilt.' })
  expect(reply.status).toBe(200)
  return { id, packageId: reply.json<{ id: string }>().id }
}

interface Standing {
  readonly state: string
  readonly tries: number
  readonly problem: string | null
}

const standing = async ({ id }: HandedOver): Promise<Standing | null> =>
  (await caseworker.api('GET', `/api/inbox/${id}`)).json<{ delivery: Standing | null }>().delivery

async function until(given: HandedOver, is: (standing: Standing) => boolean): Promise<Standing> {
  for (let round = 0; round < 300; round++) {
    const now = await standing(given)
    if (now !== null && is(now)) return now
    await pause(50)
  }
  throw new Error(`still ${JSON.stringify(await standing(given))}`)
}
const untilState = (given: HandedOver, state: string) => until(given, (now) => now.state === state)

const actionsOf = async ({ packageId }: HandedOver) =>
  (await app.app.get(AuditTrail).of({ kind: 'package', id: packageId })).map(({ action, actor }) => [
    action,
    actor?.name ?? null,
  ])

/** Lets the next attempt begin now, once the one before is over. */
async function hurry({ packageId }: HandedOver): Promise<void> {
  const sooner = 'update delivery set due_at = now() where package_id = $1 and held_by is null returning 1'
  while ((await app.database.query(sooner, [packageId])).length === 0) await pause(20)
  app.app.get(DeliverPackages).look()
}

async function afterTries(given: HandedOver, most: number): Promise<void> {
  for (let attempt = 1; attempt <= most; attempt++) {
    await until(given, (now) => now.tries === attempt && now.problem !== null)
    await hurry(given)
  }
}

test('a department without a system of its own has nothing delivered', async () => {
  await sendTo(null)
  const given = await handOver()
  expect(await standing(given)).toBeNull()
  expect(await app.database.query('select 1 from delivery where package_id = $1', [given.packageId])).toEqual(
    [],
  )
})

test('a package gets into the folder of the department once, and the page says when', async () => {
  await sendTo({ to: folder })
  const given = await handOver()
  expect(await untilState(given, 'delivered')).toMatchObject({ tries: 1, problem: null })
  const [name] = readdirSync(folder)
  expect(name).toMatch(new RegExp(`^[0-9-]+_${given.packageId}$`))
  expect(readdirSync(join(folder, name!))).toContain('paket.pdf')
  expect(await actionsOf(given)).toEqual([['package.delivered', null]])
  const page = await caseworker.get(paths.inboxCase(given.id))
  expect(page.text).toMatch(/Zustellung<\/dt><dd[^>]*>zugestellt am /)
  expect(page.text).not.toContain('Erneut zustellen')
})

test('a receiver that is busy gets the same package until it takes it', async () => {
  await sendTo({ to: receiver.address, form: 'fit-connect' })
  receiver.answer = (request) => (request < 2 ? 503 : 201)
  const given = await handOver()
  await afterTries(given, 2)
  expect(await untilState(given, 'delivered')).toMatchObject({ tries: 3 })
  const sent = receiver.received
  expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill(given.packageId))
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(undefined))
  const bytesOf = async ({ form }: (typeof sent)[number]) =>
    Promise.all((form.getAll('datei') as File[]).map((file) => file.text()))
  expect(await bytesOf(sent[0]!)).toEqual(await bytesOf(sent[2]!))
})

test('originals go along, but for those that the counter took off since', async () => {
  await sendTo({ to: receiver.address, originals: true })
  receiver.answer = (request) => (request === 0 ? 503 : 201)
  const given = await handOver(await aPdf())
  await until(given, (now) => now.problem !== null)
  await app.database.query('update upload set removed_at = now() where case_file_id = $1', [given.id])
  await hurry(given)
  await untilState(given, 'delivered')
  const names = receiver.received.map(({ form }) => (form.getAll('datei') as File[]).map(({ name }) => name))
  expect(names.map((all) => all.filter((name) => name.startsWith('anlage-')).length)).toEqual([1, 0])
})

test('what a person has to settle waits for one, who has it sent again', async () => {
  await sendTo({ to: receiver.address })
  receiver.answer = () => 403
  const given = await handOver()
  const { problem } = await untilState(given, 'needsHuman')
  expect(problem).toContain('hat mit 403 geantwortet')
  const page = await caseworker.get(paths.inboxCase(given.id))
  expect(page.text).toContain('Das Paket ist nicht in Ihrem System angekommen')
  expect(page.text).toContain('Erneut zustellen')
  expect((await caseworker.get(paths.inbox)).text).toContain('nicht zugestellt')
  receiver.answer = () => 204
  const path = paths.retryDelivery(given.id)
  expect((await (await signIn(app, 'w.fruendt')).post(path)).status).toBe(404)
  const reply = await caseworker.post(path)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, paths.inboxCase(given.id)])
  expect(await untilState(given, 'delivered')).toMatchObject({ tries: 1 })
  const { name } = (await caseworker.api('GET', '/api/session')).json<{ actor: { name: string } }>().actor
  expect(await actionsOf(given)).toEqual([
    ['package.notDelivered', null],
    ['package.deliveryRestarted', name],
    ['package.delivered', null],
  ])
  expect(await app.app.get(AuditTrail).brokenChains()).toEqual([])
})

test('after the last attempt a person is asked for; a folder that comes back is written to', async () => {
  const drive = join(folder, 'laufwerk')
  await sendTo({ to: drive })
  const given = await handOver()
  await afterTries(given, tries - 1)
  expect(await untilState(given, 'needsHuman')).toMatchObject({ tries })
  await sendTo({ to: folder })
  expect((await caseworker.api('POST', `/api/inbox/${given.id}/deliver`)).status).toBe(200)
  await untilState(given, 'delivered')
  expect((await caseworker.api('POST', `/api/inbox/${given.id}/deliver`)).json()).toMatchObject({
    state: 'delivered',
  })
})

test('a server that ends hands back what it is at, and the next one does it', async () => {
  const own = await startApp()
  const [shared, sharedClerk] = [app, clerk]
  ;[app, clerk] = [own, await signIn(own, 'k.schroeder')]
  await sendTo({ to: receiver.address })
  receiver.answer = () => null
  const { packageId } = await handOver()
  while (receiver.received.length === 0) await pause(20)
  const standing = () =>
    own.database.query<{ state: string }>(
      'select state, tries, held_by from delivery where package_id = $1',
      [packageId],
    )
  expect(await standing()).toMatchObject([{ state: 'waiting', tries: 1, held_by: expect.any(String) }])
  await own.app.close()
  expect(await standing()).toEqual([{ state: 'waiting', tries: 0, held_by: null }])
  receiver.answer = () => 201
  const next = await createApp(own.config, own.clock)
  while ((await standing())[0]!.state !== 'delivered') await pause(20)
  await next.close()
  expect(receiver.received.map(({ headers }) => headers['idempotency-key'])).toEqual([packageId, packageId])
  ;[app, clerk] = [shared, sharedClerk]
  await own.stop()
})

test('a late attempt changes nothing', async () => {
  await sendTo({ to: folder })
  const store = app.app.get(DeliveryStore)
  const database = app.app.get(Database)
  const ids = new Ids()
  const given = await handOver()
  await untilState(given, 'delivered')
  await app.database.query(
    `update delivery set state = 'waiting', delivered_at = null, delivered_to = null, due_at = now() + interval '1 h'
     where package_id = $1`,
    [given.packageId],
  )
  const claimed = async () => {
    await app.database.query('update delivery set due_at = to_timestamp(0) where package_id = $1', [
      given.packageId,
    ])
    return store.claim(ids.newId())
  }
  const late = await claimed()
  const next = await claimed()
  expect([late?.packageId, next?.packageId]).toEqual([given.packageId, given.packageId])
  expect(await store.keep(late!)).toBe(false)
  expect(await store.tryLater(late!, 1, 'zu spät')).toBe(false)
  expect(await database.change((tx) => store.delivered(tx, late!, 'anderswo'))).toBe(false)
  expect(await database.change((tx) => store.needsHuman(tx, late!, 'zu spät'))).toBe(false)
  expect(await store.keep(next!)).toBe(true)
  expect(await database.change((tx) => store.delivered(tx, next!, folder))).toBe(true)
})

/** `lotse` beside the running server, on its database and its data. */
function lotse(...args: string[]) {
  const env = { DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir }
  const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', env })
  return { code: status, out: stdout }
}

test('who operates the program sees on the command line what is stuck, and starts it anew', async () => {
  await sendTo({ to: `${receiver.address}?schluessel=geheim` })
  receiver.answer = () => 404
  const given = await handOver()
  await untilState(given, 'needsHuman')
  const { code, out } = lotse('deliveries', 'list')
  expect([code, out]).toEqual([1, expect.stringContaining(`${given.packageId}  Vorgang `)])
  expect(out).toContain('nicht zugestellt, bisher 1 Versuch\n  Der Empfänger localhost:')
  receiver.answer = () => 200
  expect(lotse('deliveries', 'retry', given.packageId).code).toBe(0)
  await untilState(given, 'delivered')
  expect((await actionsOf(given)).map(([action]) => action)).toContain('package.deliveryRestarted')
  expect(lotse('deliveries', 'retry').code).toBe(2)
  expect(lotse('deliveries', 'list')).toMatchObject({ code: 0, out: 'Alles ist zugestellt.\n' })
  const rows = await app.database.query('select * from audit_entry where subject_id = $1', [given.packageId])
  expect(JSON.stringify([rows, await app.database.query('select * from delivery')])).not.toContain('geheim')
})
