import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { downloaded, openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { Checklist } from '../support/checklist.js'
import { aPhoto } from '../support/scans.js'

let counter: Counter
let clerk: WatchedPage
beforeAll(async () => {
  counter = await openCounter()
  clerk = await counter.window({ javaScriptEnabled: false })
})
afterAll(() => counter.close())

const confirmation = 'Wohnungsgeberbestätigung oder Zuordnungsmerkmal'
const day = 'An welchem Tag sind Sie eingezogen?'

test('the service is found by searching', async () => {
  const { page } = clerk
  await signInAt(page, 'j.pruess')
  await page.getByRole('link', { name: 'Neuer Vorgang' }).first().click()
  await page.getByLabel('Leistung').fill('wohnung')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await reads(page, '1 Leistung')
  await page.getByRole('button', { name: 'Beginnen: Wohnung' }).click()
  await page.getByRole('group', { name: 'Was möchten Sie melden?' }).waitFor()
})

test('each answer is saved with its button, and the page comes back at the next question', async () => {
  const { page } = clerk
  const list = new Checklist(page, false)
  await list.choose('Was möchten Sie melden?', 'Einzug in die einzige Wohnung')
  expect(page.url()).toMatch(/#frage-wohnung_im_bezirk$/)
  await list.choose('Liegt die Wohnung im Bezirk', 'Ja')
  await list.type(day, '32.11.2026')
  await page.getByRole('alert').getByRole('link', { name: 'Diesen Tag gibt es im Kalender nicht.' }).click()
  expect(await list.field(day).inputValue()).toBe('32.11.2026')
  await list.type(day, '20.11.2026')
  await list.choose('Wo ziehen Sie ein?', 'In eine Wohnung')
  await list.choose('Wo war bisher', 'In dieser Gemeinde')
  await list.fill('Wer wird gemeldet?', { Vornamen: 'Jan', Familienname: 'Çelik', Geburtsdatum: '1.2.1990' })
  await list.choose('Wer spricht vor?', 'Eine der Personen')
  await list.choose('Gehört die Wohnung Ihnen?', 'Nein')
  await list.choose('Haben Sie die Bestätigung', 'Ja, vollständig')
  await list.choose('Welche deutschen Ausweise', 'nichts davon')
  await list.choose('Wurde etwas vorgetragen', 'nichts davon')
  await list.stands('Unterlagen fehlen')
})

test('a question says why it is asked, on a page of its own address', async () => {
  const { page } = clerk
  await page.getByRole('link', { name: 'Warum wird das gefragt? Geburtsort' }).click()
  await page.getByRole('heading', { name: 'Zur Frage' }).waitFor()
  await reads(page, 'Diese Angabe steht nur im Antragsformular; sie ändert das Ergebnis nicht.')
})

test('an answered question is changed, documents are noted, scans come and go', async () => {
  const { page } = clerk
  const list = new Checklist(page, false)
  await list.change(day)
  await list.type(day, '19.11.2026')
  await list.seen('Gültiger Personalausweis', 'Original gesehen')
  await list.addScan(confirmation, await aPhoto('Bestätigung.jpg'))
  await list.addScan(confirmation, await aPhoto('falsch herum.jpg'))
  await page.getByRole('button', { name: 'Entfernen: falsch herum.jpg' }).click()
  await page.getByRole('link', { name: 'falsch herum.jpg' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Entfernen: Bestätigung.jpg' }).click()
  await page.getByRole('button', { name: 'Entfernen rückgängig machen: Bestätigung.jpg' }).click()
  await page.getByRole('link', { name: 'Bestätigung.jpg' }).waitFor()
  await reads(page, 'falsch herum.jpg entfernt.')
  const wrong = { name: 'brief.docx', mimeType: 'application/msword', buffer: Buffer.from('PK brief') }
  await list.addScan(confirmation, wrong)
  await reads(page, 'Möglich sind PDF, JPEG, PNG und TIFF.')
  await list.seen(confirmation, 'Original gesehen')
  await list.stands('vollständig')
})

test('the case goes over with a reason, because the form is not filled in', async () => {
  const { page } = clerk
  await page.getByRole('link', { name: 'Prüfen und übergeben' }).first().click()
  await page.getByRole('heading', { name: 'Noch offen' }).waitFor()
  await reads(page, 'Für den Antrag fehlt: Geburtsort')
  expect((await downloaded(page, 'Laufzettel', 'button')).name).toBe('laufzettel-2026-000001.pdf')
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await reads(page, 'Bitte den Grund angeben.')
  await page
    .getByLabel('Grund, warum trotzdem weitergegeben wird')
    .fill('Die übrigen Angaben kennt die Meldebehörde.')
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
})

test('the department returns it, the office deals with the points, the department accepts', async () => {
  const caseworker = await counter.window({ javaScriptEnabled: false })
  const desk = caseworker.page
  await signInAt(desk, 'b.moeller')
  await desk.getByRole('link', { name: '2026-000001' }).click()
  await desk
    .locator('summary')
    .filter({ hasText: `Mangel melden: ${day}` })
    .click()
  await desk.getByRole('textbox').fill('Der Mietvertrag beginnt am 1. Dezember.')
  await desk.getByRole('button', { name: 'Mit den Mängeln zurückgeben' }).click()
  await reads(desk, 'Mangel: Der Mietvertrag beginnt am 1. Dezember.')

  const { page } = clerk
  await page.getByRole('link', { name: 'Meine Vorgänge' }).click()
  await page.getByLabel('Name, Vorgangsnummer oder Leistung').fill('çelik')
  await page.getByLabel('Stand').selectOption({ label: 'zurückgegeben' })
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('link', { name: 'Çelik, Jan' }).click()
  await page.getByRole('button', { name: `Bleibt so: ${day}` }).click()
  await reads(page, 'Alle Punkte sind erledigt.')
  await page.getByRole('link', { name: 'Prüfen und übergeben' }).first().click()
  await page.getByLabel('Grund, warum trotzdem weitergegeben wird').fill('Eingezogen ist er schon.')
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor()

  await desk.getByRole('link', { name: 'Posteingang' }).click()
  await desk.getByRole('link', { name: '2026-000001' }).click()
  await desk.getByRole('button', { name: 'Annehmen' }).click()
  await reads(desk, 'Angenommen')
  await desk.getByRole('button', { name: 'Abmelden' }).click()
  await desk.getByRole('heading', { name: 'Anmelden' }).waitFor()
  expect([...clerk.troubles, ...caseworker.troubles]).toEqual([])
})
