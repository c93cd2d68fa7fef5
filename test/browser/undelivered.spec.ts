import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openCase } from '../casework/support/desk-app.js'
import { openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import { signIn } from '../support/client.js'
import { isFitForAll } from '../support/fit-for-all.js'

let counter: Counter
let folder: string
beforeAll(async () => {
  counter = await openCounter({ deliveryTries: 1 })
  folder = mkdtempSync(join(tmpdir(), 'lotse-out-'))
})
afterAll(async () => {
  await counter.close()
  rmSync(folder, { recursive: true, force: true })
})

const sendTo = (to: string) =>
  counter.app.database.query('update department set delivery = $1', [
    JSON.stringify({ form: 'folder', to, originals: false }),
  ])

test('a caseworker sees which package did not arrive and why, and sends it again', async () => {
  await sendTo(join(folder, 'ein-laufwerk-mit-einem-langen-namen-das-heute-nicht-verbunden-ist'))
  const clerk = await signIn(counter.app, 'k.schroeder')
  const { caseFile } = await openCase(clerk, 'wohnsitz-anmeldung')
  await clerk.api('POST', `/api/case-files/${caseFile.id}/hand-over`, { reason: 'Eilt.' })
  const { page, troubles } = await counter.window()
  await signInAt(page, 'b.moeller')
  const stuck = page.getByText('1 Paket nicht zugestellt')
  while (!(await stuck.isVisible())) await page.goto('/posteingang')
  await isFitForAll(page)
  await page.getByRole('link', { name: caseFile.number }).first().click()
  await reads(page, 'Es gibt ihn nicht, oder das Laufwerk ist nicht verbunden.')
  await isFitForAll(page)
  await sendTo(folder)
  await page.getByRole('button', { name: 'Erneut zustellen' }).click()
  const arrived = page.getByText(/^zugestellt am \d\d\.\d\d\.\d{4}, \d\d:\d\d$/)
  while (!(await arrived.isVisible())) await page.reload()
  expect(await page.getByRole('button', { name: 'Erneut zustellen' }).count()).toBe(0)
  expect(readdirSync(folder)).toHaveLength(1)
  expect(troubles).toEqual([])
})
