import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { aCase } from '../support/case-builder.js'
import { Checklist } from '../support/checklist.js'
import { signIn, type Client } from '../support/client.js'
import { aPdf } from '../support/scans.js'

let counter: Counter
let office: Client
let clerk: WatchedPage
let id: string
beforeAll(async () => {
  counter = await openCounter()
  office = await signIn(counter.app, 'j.pruess')
  clerk = await counter.window()
  await signInAt(clerk.page, 'k.schroeder')
  const told = { wohnverhaeltnis: 'bei_wohnungsgeber', bestaetigung: 'in_ordnung' }
  id = (await aCase().like('2026-07-nur-wohnung-genannt').with(told).openedBy(office)).caseFile.id
  await clerk.page.goto(`/vorgaenge/${id}`)
  // A slow line: every save takes its time.
  await clerk.page.route('**/vorgaenge/**', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 250))
    await route.continue()
  })
})
afterAll(() => counter.close())

const answers = async (of = id) => {
  const { caseFile } = (await office.api('GET', `/api/case-files/${of}`)).json<CaseFileView>()
  return Object.fromEntries(
    Object.entries(caseFile.answers).map(([question, { value }]) => [question, value]),
  )
}

test('whoever types faster than the server answers loses nothing, and keeps the focus', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  await list.field('Doktorgrad').click()
  await page.keyboard.type('Dr.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Schwester Łucja')
  await list.field('Geburtsort').click()
  await page.keyboard.type('Łódź', { delay: 60 })
  await list.option('Geschlecht', 'weiblich').check()
  await list.option('Geschlecht', 'divers').check()
  await list.option('Womit weisen Sie sich aus?', 'Pass').check()
  await list.field('Weitere Staatsangehörigkeiten').click()
  await page.keyboard.type('polnisch und noch eine', { delay: 40 })
  expect(await list.field('Weitere Staatsangehörigkeiten').inputValue()).toBe('polnisch und noch eine')
  await page.keyboard.press('Tab')
  await list.settled()
  expect(await answers()).toMatchObject({
    doktorgrad: 'Dr.',
    kuenstlername: 'Schwester Łucja',
    geburtsort: 'Łódź',
    geschlecht: 'divers',
    ausweisart: 'pass',
    weitere_staatsangehoerigkeiten: 'polnisch und noch eine',
  })
})

test('what was refused stays as it was typed while other fields are saved, until it is corrected', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  const validUntil = list.field('Ausweis gültig bis')
  await list.type('Ausweis gültig bis', '31.11.2031')
  await list.type('Ausstellende Behörde des Ausweises', 'Stadt Boizenburg/Elbe')
  await list.type('Seriennummer des Ausweises', 'L01X00T47')
  expect(await validUntil.inputValue()).toBe('31.11.2031')
  expect(await validUntil.getAttribute('aria-invalid')).toBe('true')
  await list.type('Ausweis gültig bis', '30.11.2031')
  expect(await validUntil.getAttribute('aria-invalid')).toBeNull()
  expect(await answers()).toMatchObject({ ausweis_gueltig_bis: '2031-11-30' })
})

test('a double click removes one scan, and the same button brings it back', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  for (const name of ['Erste.pdf', 'Zweite.pdf', 'Dritte.pdf'])
    await list.addScan('Wohnungsgeberbestätigung', await aPdf(name))
  const scans = page.locator('.dateien li')
  await scans.nth(2).waitFor()
  const remove = page.getByRole('button', { name: 'Entfernen: Erste.pdf' })
  const undo = page.getByRole('button', { name: 'Entfernen rückgängig machen: Erste.pdf' })
  const shown = async () => {
    await page.waitForTimeout(500)
    return scans.getByRole('link').allInnerTexts()
  }
  await remove.click()
  const place = (await undo.boundingBox())!
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2)
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  expect(await shown()).toEqual(['Zweite.pdf', 'Dritte.pdf'])
  // The focus stays on the button, so that the way back needs no mouse; a key that is held down presses it once.
  await undo.and(page.locator(':focus')).waitFor()
  await page.keyboard.down('Enter')
  await remove.and(page.locator(':focus')).waitFor()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  expect(await shown()).toEqual(['Erste.pdf', 'Zweite.pdf', 'Dritte.pdf'])
})

test('a list of persons and a scan on their way do not disturb what is typed meanwhile', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  const persons = list.group('Wer wird gemeldet?')
  await persons.getByLabel('Vornamen').first().fill('Jan')
  await persons.getByLabel('Familienname').first().fill('Çelik')
  await persons.getByLabel('Geburtsdatum').first().fill('1.2.1990')
  await list.field('Geburtsname und frühere Namen').click()
  await page.keyboard.type('Kowalczyk', { delay: 80 })
  expect(await list.field('Geburtsname und frühere Namen').inputValue()).toBe('Kowalczyk')
  await list.settled()
  const scan = await aPdf('Bestätigung.pdf')
  await page.getByLabel(/^Scan hinzufügen: Wohnungsgeberbestätigung/).setInputFiles(scan)
  await list.field('Steuerliche Identifikationsnummer').click()
  await page.keyboard.type('12 345 678 901', { delay: 60 })
  await reads(page, 'Bestätigung.pdf')
  expect(await list.field('Steuerliche Identifikationsnummer').inputValue()).toBe('12 345 678 901')
  await page.keyboard.press('Tab')
  await list.settled()
  expect(await answers()).toMatchObject({
    personen: [{ givenNames: 'Jan', familyName: 'Çelik', birthDate: '1990-02-01' }],
    geburtsname: 'Kowalczyk',
    steuer_id: '12 345 678 901',
  })
  expect(clerk.troubles).toEqual([])
})

test('what is typed before the scripts are there is saved when they are', async () => {
  const { caseFile } = await aCase().like('2026-07-nur-wohnung-genannt').openedBy(office)
  const { page, close } = await counter.window()
  await signInAt(page, 'k.schroeder')
  const { promise: typed, resolve: goOn } = Promise.withResolvers<void>()
  await page.route('**/htmx.min.js', async (route) => {
    await typed
    await route.continue()
  })
  await page.goto(`/vorgaenge/${caseFile.id}`, { waitUntil: 'commit' })
  const list = new Checklist(page)
  await list.field('Doktorgrad').fill('Dr. phil.')
  const country = page.getByRole('combobox', { name: 'Staatsangehörigkeit', exact: true })
  await country.focus()
  await country.selectOption({ label: 'Polen' })
  await list.field('Geburtsort').focus()
  const saved = ['doktorgrad', 'staatsangehoerigkeit'].map((question) =>
    page.waitForResponse((response) => response.url().endsWith(`/${question}`)),
  )
  goOn()
  await Promise.all(saved)
  expect(await answers(caseFile.id)).toMatchObject({
    doktorgrad: 'Dr. phil.',
    staatsangehoerigkeit: 'PL',
  })
  await close()
})

test('"weiß nicht" that did not get through is sent again as that, not as an empty field', async () => {
  const { caseFile } = await aCase().for('wohnberechtigungsschein').openedBy(office)
  const { page, close } = await counter.window()
  await signInAt(page, 'k.schroeder')
  await page.goto(`/vorgaenge/${caseFile.id}`)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^weiß nicht: Wie viele Personen/ }).click()
  await reads(page, 'Keine Verbindung.')
  await page.context().setOffline(false)
  await page.getByText('Keine Verbindung.').waitFor({ state: 'hidden' })
  await new Checklist(page).settled()
  expect(await answers(caseFile.id)).toMatchObject({ personen: 'unknown' })
  await close()
})
