import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { reads, signInAt } from '../support/at-the-counter.js'
import { openPage, startBrowser } from '../support/browser.js'
import { aCase } from '../support/case-builder.js'
import { Checklist } from '../support/checklist.js'
import { Client, signIn } from '../support/client.js'
import { ServerProcess } from '../support/server-process.js'

let server: ServerProcess
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([ServerProcess.prepare(), startBrowser()])
  await server.start()
})
afterAll(async () => {
  await browser.close()
  await server.remove()
})

const answersOf = async (clerk: Client, id: string) =>
  (await clerk.api('GET', `/api/case-files/${id}`)).json<CaseFileView>().caseFile.answers

test('every answer that was told to be saved is there after a kill -9', async () => {
  const writers = await Promise.all(['k.schroeder', 'j.pruess', 't.groth', 's.luebbe'].map(beginCase))
  const writing = writers.map(countUp)
  // Not before each of them was told of a save, however slow the machine.
  while (writers.some(({ told }) => told === 0)) await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 500))
  await server.kill()
  await Promise.all(writing)
  await server.start()
  for (const { clerk, id, told, sent } of writers) {
    const kept = Number((await answersOf(clerk, id))['geburtsort']!.value)
    expect(told).toBeGreaterThan(0)
    expect(kept).toBeGreaterThanOrEqual(told)
    expect(kept).toBeLessThanOrEqual(sent)
  }
})

test('what is typed while the server is away is saved by itself when it is back', async () => {
  const { page, close } = await openPage(browser, server.url)
  await signInAt(page, 'k.schroeder')
  await page.goto('/vorgaenge/neu')
  await page.getByRole('button', { name: /^Beginnen: Wohnung/ }).click()
  const list = new Checklist(page)
  await list.type('Geburtsort', 'Łódź')
  await reads(page, /^gespeichert \d\d:\d\d, Käthe Schröder$/)
  await server.kill()
  await list.field('Doktorgrad').fill('Dr. med.')
  await page.keyboard.press('Tab')
  await reads(page, 'Keine Verbindung. Die letzte Eingabe bleibt stehen')
  expect(await list.field('Doktorgrad').inputValue()).toBe('Dr. med.')
  await server.start()
  await page.getByText('Keine Verbindung.').waitFor({ state: 'hidden' })
  await list.settled()
  await page.reload()
  await page.getByText('Łódź', { exact: true }).waitFor()
  await page.getByText('Dr. med.', { exact: true }).waitFor()
  await close()
})

test('a hand-over that was cut off has happened or has not, and can be done again', async () => {
  const clerk = await signIn(server, 'k.schroeder')
  const { caseFile } = await aCase().like('2026-07-umzug-vollstaendig').openedBy(clerk)
  const path = `/api/case-files/${caseFile.id}`
  const handOver = () => clerk.api('POST', `${path}/hand-over`, { reason: 'Die Frist läuft ab.' })
  const cutOff = handOver().catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await server.kill()
  await cutOff
  await server.start()
  const { state } = (await clerk.api('GET', path)).json<CaseFileView>().caseFile
  const before = (await clerk.api('GET', `${path}/packages`)).json<unknown[]>()
  expect([state, before.length]).toEqual(state === 'handedOver' ? ['handedOver', 1] : ['inProgress', 0])
  expect((await handOver()).status).toBe(200)
  expect((await clerk.api('GET', `${path}/packages`)).json<unknown[]>()).toHaveLength(1)
  expect((await clerk.get(`/vorgaenge/${caseFile.id}/uebergabepaket.pdf`)).text).toMatch(/^%PDF/)
})

interface Writer {
  readonly clerk: Client
  readonly id: string
  /** The last number whose save was told, and the last that was sent. */
  told: number
  sent: number
}

async function beginCase(signInName: string): Promise<Writer> {
  const clerk = await signIn(server, signInName)
  const { id } = (await aCase().openedBy(clerk)).caseFile
  return { clerk, id, told: 0, sent: 0 }
}

/** Counts up in one field of a case, one save after the other, until nobody answers. */
async function countUp(writer: Writer): Promise<void> {
  const path = `/api/case-files/${writer.id}/answers/geburtsort`
  for (let revision = 0; ;) {
    writer.sent++
    const body = { value: String(writer.sent), revision }
    const reply = await writer.clerk.api('PUT', path, body).catch(() => null)
    if (reply === null) return
    revision = reply.json<CaseFileView>().caseFile.answers['geburtsort']!.revision
    writer.told = writer.sent
  }
}
