import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { demonstration } from '../../src/cooperation/read-installation.js'
import { openCase } from '../casework/support/desk-app.js'
import { signIn, type Client } from '../support/client.js'
import { ServerProcess } from '../support/server-process.js'

jest.setTimeout(180_000)

let folder: string
let inbox: string
let server: ServerProcess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-killed-'))
  inbox = mkdtempSync(join(folder, 'dms-'))
  server = await ServerProcess.prepare({ INSTALLATION: withDelivery(inbox) })
  await server.start()
})
afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** The demonstration, with every department getting its packages there. */
function withDelivery(to: string): string {
  const file = JSON.parse(readFileSync(demonstration, 'utf8'))
  for (const { departments } of file.authorities)
    for (const department of departments) department.delivery = { form: 'folder', to, originals: true }
  const path = join(folder, 'installation.json')
  writeFileSync(path, JSON.stringify(file))
  return path
}

/** What `sha256sum --check` would say. */
function isWhole(name: string): boolean {
  const read = (file: string) => readFileSync(join(inbox, name, file))
  const lines = read('SHA256SUMS').toString().trimEnd().split('\n')
  return lines.every((line) => {
    const [sum, file] = line.split('  ')
    return createHash('sha256').update(read(file!)).digest('hex') === sum
  })
}

async function handOver(clerk: Client): Promise<{ id: string; packageId: string }> {
  const { id } = (await openCase(clerk, 'wohnsitz-anmeldung')).caseFile
  const reply = await clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Eilt.' })
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`)
  return { id, packageId: reply.json<{ id: string }>().id }
}

const isDelivered = async (caseworker: Client, id: string): Promise<boolean> => {
  const { delivery } = (await caseworker.api('GET', `/api/inbox/${id}`)).json<{
    delivery: { state: string }
  }>()
  return delivery.state === 'delivered'
}

test('a package that was handed over gets there once, whenever the server is killed', async () => {
  const given: { id: string; packageId: string }[] = []
  for (const milliseconds of [0, 15, 60]) {
    const clerk = await signIn(server, 'k.schroeder')
    given.push(await handOver(clerk), await handOver(clerk))
    await pause(milliseconds)
    await server.kill()
    for (const name of readdirSync(inbox).filter((one) => !one.startsWith('.')))
      expect(isWhole(name)).toBe(true)
    await server.start()
  }
  const caseworker = await signIn(server, 'b.moeller')
  for (const { id } of given) while (!(await isDelivered(caseworker, id))) await pause(200)
  const names = readdirSync(inbox)
  expect(names.map((name) => name.split('_')[1]).toSorted()).toEqual(
    given.map(({ packageId }) => packageId).toSorted(),
  )
  expect(names.every(isWhole)).toBe(true)
})
