import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Upload } from '../../src/casework/case-file.js'
import { openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { aCase } from '../support/case-builder.js'
import { Checklist } from '../support/checklist.js'
import { signIn, type Client } from '../support/client.js'
import { aPhoto, asFile } from '../support/scans.js'

let counter: Counter
let office: Client
let kaethe: WatchedPage
let jannik: WatchedPage
let path: string

beforeAll(async () => {
  counter = await openCounter()
  office = await signIn(counter.app, 'a.yildiz')
  kaethe = await counter.window()
  jannik = await counter.window()
  await signInAt(kaethe.page, 'k.schroeder')
  await signInAt(jannik.page, 'j.pruess')
  path = `/vorgaenge/${(await aCase().with({ vorgang: 'alleinige' }).openedBy(office)).caseFile.id}`
  await kaethe.page.goto(path)
  await jannik.page.goto(path)
})
afterAll(() => counter.close())

const district = 'Liegt die Wohnung im Bezirk'

test('two people at different fields do not disturb each other', async () => {
  await new Checklist(jannik.page).type('Geburtsort', 'Grabow')
  await new Checklist(kaethe.page).choose('Geschlecht', 'divers')
  await kaethe.page.getByText('Grabow', { exact: true }).waitFor()
  expect(kaethe.troubles).toEqual([])
})

test('at the same field both inputs are shown, and the stored one can be kept', async () => {
  const { page } = kaethe
  const list = new Checklist(page)
  await new Checklist(jannik.page).choose(district, 'Nein')
  // Not `check`: the conflict may take the mark away again before it has been looked at.
  await list.option(district, 'Ja').click()
  await reads(page, 'Inzwischen geändert')
  await reads(page, /Jannik Prüß hat um 09:4\d „Nein“ gespeichert\. Ihre Eingabe: „Ja“\./)
  await page.getByRole('link', { name: 'Gespeicherten Stand behalten' }).click()
  await page.getByText('Inzwischen geändert').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: `ändern: ${district}` }).waitFor()
  await list.stands('nicht zuständig')
})

test('or the own input is saved instead', async () => {
  const { page } = jannik
  const list = new Checklist(page)
  await office.api('PUT', `/api/case-files/${path.split('/')[2]}/answers/geburtsname`, {
    value: 'Meier',
    revision: 0,
  })
  await list.type('Geburtsname und frühere Namen', 'Maier')
  await reads(page, 'Ihre Eingabe: „Maier“.')
  await page.getByRole('button', { name: 'Meine Eingabe speichern' }).click()
  await page.getByText('Inzwischen geändert').waitFor({ state: 'detached' })
  expect(await list.field('Geburtsname und frühere Namen').inputValue()).toBe('Maier')
  await kaethe.page.reload()
  await kaethe.page.getByText('Maier', { exact: true }).waitFor()
  expect([...kaethe.troubles, ...jannik.troubles]).toEqual([])
})

test('what one types while a colleague answers it is shown as a conflict, even if another save folds it up', async () => {
  const { page } = kaethe
  const list = new Checklist(page)
  await page.goto(path)
  await page.route('**/fragen/geschlecht', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  const other = page.waitForResponse('**/fragen/geschlecht')
  await page.getByRole('link', { name: 'ändern: Geschlecht' }).click()
  await list.option('Geschlecht', 'weiblich').check()
  await list.field('Künstlername').click()
  await page.keyboard.type('Luna')
  await office.api('PUT', `/api/case-files/${path.split('/')[2]}/answers/kuenstlername`, {
    value: 'Sol',
    revision: 0,
  })
  await other
  await reads(page, 'Ihre Eingabe: „Luna“.')
  await page.getByRole('link', { name: 'Gespeicherten Stand behalten' }).click()
  await page.getByText('Inzwischen geändert').waitFor({ state: 'detached' })
  await page.unroute('**/fragen/geschlecht')
})

test('a review of what was changed meanwhile hands nothing over', async () => {
  const { page } = kaethe
  await page.goto(`${path}/pruefen`)
  await new Checklist(jannik.page).type('Doktorgrad', 'Dr.')
  await page.getByLabel('Grund, warum trotzdem weitergegeben wird').fill('Die Frist läuft ab.')
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await reads(page, 'Der Vorgang wurde inzwischen geändert.')
  expect(await page.getByLabel('Grund, warum trotzdem weitergegeben wird').inputValue()).toBe(
    'Die Frist läuft ab.',
  )
})

test('handed over twice at once, there is one package', async () => {
  for (const { page } of [kaethe, jannik]) {
    await page.goto(`${path}/pruefen`)
    await page.getByLabel('Grund, warum trotzdem weitergegeben wird').fill('Die Frist läuft ab.')
  }
  await Promise.all([
    kaethe.page.getByRole('button', { name: 'Übergeben' }).dblclick(),
    jannik.page.getByRole('button', { name: 'Übergeben' }).click(),
  ])
  for (const { page } of [kaethe, jannik]) await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
  const packages = await office.api('GET', `/api/case-files/${path.split('/')[2]}/packages`)
  expect(packages.json<unknown[]>()).toHaveLength(1)
  expect(await jannik.page.getByText('An den Fachdienst übergeben').count()).toBe(1)
  expect([...kaethe.troubles, ...jannik.troubles]).toEqual([])
})

test('what comes too late, because a colleague ended the case, is told, and the page stays', async () => {
  const { page, close } = await counter.window()
  const { caseFile } = await aCase().with({ vorgang: 'alleinige' }).openedBy(office)
  const api = `/api/case-files/${caseFile.id}`
  const datei = asFile(await aPhoto('Bestätigung.jpg'))
  const sent = await office.upload(`${api}/evidence/wohnungsgeberbestaetigung/uploads`, { datei })
  await office.api('DELETE', `${api}/uploads/${sent.json<readonly Upload[]>()[0]!.id}`)
  await signInAt(page, 'k.schroeder')
  await page.goto(`/vorgaenge/${caseFile.id}`)
  await office.api('POST', `${api}/withdraw`, { reason: 'Zieht nicht um.' })
  await page.getByRole('button', { name: 'Entfernen rückgängig machen: Bestätigung.jpg' }).click()
  await reads(page, 'Die letzte Eingabe wurde nicht gespeichert. Bitte die Seite neu laden.')
  expect(await page.getByRole('main').count()).toBe(1)
  await close()
})

test('who signed out in another tab is told, and loses nothing that was typed', async () => {
  const { page } = kaethe
  const list = new Checklist(page)
  const { caseFile } = await aCase().openedBy(office)
  await page.goto(`/vorgaenge/${caseFile.id}`)
  const other = await page.context().newPage()
  await other.goto('/vorgaenge')
  await other.getByRole('button', { name: 'Abmelden' }).click()
  await other.getByRole('heading', { name: 'Anmelden' }).waitFor()
  await list.field('Geburtsort').fill('Parchim')
  await page.keyboard.press('Tab')
  await reads(page, 'Die Anmeldung ist abgelaufen.')
  expect(await list.field('Geburtsort').inputValue()).toBe('Parchim')
  await signInAt(other, 'k.schroeder')
  await page.getByText('Die Anmeldung ist abgelaufen.').waitFor({ state: 'hidden' })
  await other.goto(`/vorgaenge/${caseFile.id}`)
  await other.getByText('Parchim', { exact: true }).waitFor()
})
