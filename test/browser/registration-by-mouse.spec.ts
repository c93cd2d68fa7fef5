import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pageTexts, textOf } from '../handoff/support/read-pdf.js'
import {
  downloaded,
  hasFocus,
  openCounter,
  reads,
  signInAt,
  type Counter,
} from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { Checklist } from '../support/checklist.js'
import { aPdf } from '../support/scans.js'

let counter: Counter
let clerk: WatchedPage
beforeAll(async () => {
  counter = await openCounter()
  clerk = await counter.window()
})
afterAll(() => counter.close())

const confirmation = 'Wohnungsgeberbestätigung oder Zuordnungsmerkmal'

test('two clicks lead from signing in to the first question', async () => {
  const { page } = clerk
  await signInAt(page, 'k.schroeder')
  await reads(page, 'Dieses Bürgerbüro hat noch keine Vorgänge.')
  await page.getByRole('link', { name: 'Neuer Vorgang' }).first().click()
  await page.getByRole('button', { name: 'Beginnen: Wohnung an-, um- und abmelden' }).click()
  await page.getByRole('group', { name: 'Was möchten Sie melden?' }).waitFor()
  await reads(page, 'Stadt Boizenburg/Elbe · Bürgerbüro Boizenburg')
  await reads(page, 'Vorgang 2026-000001')
})

test('with each answer the checklist shows what still matters and how the case stands', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  await list.stands('noch offen')
  expect(await list.group('Wo war bisher').count()).toBe(0)
  await list.choose('Was möchten Sie melden?', 'Einzug in die einzige Wohnung')
  await list.group('Wo war bisher').waitFor()
  await list.choose('Liegt die Wohnung im Bezirk', 'Nein')
  await list.stands('nicht zuständig')
  await list.result.getByText('Zuständig ist die Meldebehörde des Ortes').waitFor()
  await list.choose('Liegt die Wohnung im Bezirk', 'Ja')
  await list.stands('noch offen')
  await list.type('An welchem Tag sind Sie eingezogen?', '20112026')
  await page.getByText(/^gespeichert 09:4\d, Käthe Schröder$/).waitFor()
  expect(await list.field('An welchem Tag sind Sie eingezogen?').inputValue()).toBe('20.11.2026')
})

test('an answer that cannot be is said at its place, and stays as it was typed', async () => {
  const list = new Checklist(clerk.page)
  const day = list.field('An welchem Tag sind Sie eingezogen?')
  await list.type('An welchem Tag sind Sie eingezogen?', '31.11.2026')
  await reads(clerk.page, 'Diesen Tag gibt es im Kalender nicht.')
  expect(await day.inputValue()).toBe('31.11.2026')
  expect(await day.getAttribute('aria-invalid')).toBe('true')
  await list.type('An welchem Tag sind Sie eingezogen?', '20.11.2026')
  await list.choose('Wo ziehen Sie ein?', 'In eine Wohnung')
  await list.change('An welchem Tag sind Sie eingezogen?')
  await hasFocus(day)
  expect(await day.inputValue()).toBe('20.11.2026')
})

test('after the last question it stands fixed what is missing', async () => {
  const list = new Checklist(clerk.page)
  await list.choose('Wo war bisher', 'In einer anderen Gemeinde')
  await list.fill('Wer wird gemeldet?', {
    Vornamen: 'Łucja',
    Familienname: 'Müller-Nguyễn',
    Geburtsdatum: '12.04.1988',
  })
  await list.choose('Wer spricht vor?', 'Eine der Personen')
  await list.choose('Gehört die Wohnung Ihnen?', 'Nein')
  await list.choose('Haben Sie die Bestätigung', 'Ja, vollständig')
  await list.choose('Welche deutschen Ausweise', 'Personalausweis')
  await list.choose('Wurde etwas vorgetragen', 'nichts davon')
  await list.stands('Unterlagen fehlen')
  await list.stands('Keine Frage ist mehr offen.')
  await list.seen('Gültiger Personalausweis', 'Original gesehen')
  await list.seen(confirmation, 'wird nachgereicht')
  await list.result.getByRole('listitem').filter({ hasText: confirmation }).waitFor()
  await reads(clerk.page, 'Müller-Nguyễn, Łucja')
})

test('the citizen gets a note with what to bring', async () => {
  const { page } = clerk
  await page.getByRole('link', { name: 'Prüfen und übergeben' }).first().click()
  await reads(page, 'Weitergeben ist immer möglich')
  const { name, bytes } = await downloaded(page, 'Laufzettel', 'button')
  expect(name).toBe('laufzettel-2026-000001.pdf')
  const pages = await pageTexts(bytes)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('Bitte bringen Sie mit')
  expect(pages[0]).toContain(confirmation)
  await page.getByRole('link', { name: 'Checkliste' }).click()
})

test('the missing document is scanned and seen, the form data are there, and the case is complete', async () => {
  const { page } = clerk
  const list = new Checklist(page)
  await list.addScan(confirmation, await aPdf('Bestätigung Müller.pdf', 2))
  await page.getByRole('link', { name: 'Bestätigung Müller.pdf' }).waitFor()
  await reads(page, '2 Seiten')
  await list.seen(confirmation, 'Original gesehen')
  await list.stands('vollständig')
  await fillForm(list)
  await page.getByRole('link', { name: 'Prüfen und übergeben' }).first().click()
  await page.getByRole('heading', { name: 'Übergeben', exact: true }).waitFor()
  expect(await page.getByRole('heading', { name: 'Noch offen' }).count()).toBe(0)
  expect(await page.getByLabel('Grund, warum trotzdem weitergegeben wird').count()).toBe(0)
})

test('the case is handed over with one press, and every print can be repeated', async () => {
  const { page } = clerk
  await page.getByRole('button', { name: 'Übergeben' }).click()
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
  await reads(page, 'An den Fachdienst übergeben')
  const { name, bytes } = await downloaded(page, 'Übergabepaket')
  expect(name).toBe('uebergabepaket-2026-000001.pdf')
  expect(await textOf(bytes)).toContain('Łucja')
  expect((await downloaded(page, 'Übergabepaket')).bytes.equals(bytes)).toBe(true)
  await page.getByRole('link', { name: 'Checkliste' }).click()
  await reads(page, 'übergeben')
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(clerk.troubles).toEqual([])
})

test('the department finds it in its inbox, reads the package and accepts', async () => {
  const caseworker = await counter.window()
  const { page } = caseworker
  await signInAt(page, 'b.moeller')
  await page.getByRole('row', { name: /Müller-Nguyễn, Łucja/ }).waitFor()
  await page.getByRole('link', { name: '2026-000001' }).click()
  await reads(page, 'Vorprüfung: vollständig')
  const [cover] = await pageTexts((await downloaded(page, 'Übergabepaket öffnen (PDF)')).bytes)
  expect(cover).toContain('Übergabepaket an: Meldebehörde')
  await page.getByRole('button', { name: 'Annehmen' }).click()
  await reads(page, 'Angenommen')
  await page.getByRole('link', { name: 'Posteingang' }).click()
  await reads(page, 'Es liegt nichts vor.')
  expect(caseworker.troubles).toEqual([])
  await clerk.page.reload()
  await reads(clerk.page, 'angenommen')
})

/** What only the official form needs. */
async function fillForm(list: Checklist): Promise<void> {
  const street = (Straße: string, Hausnummer: string) => ({
    Straße,
    Hausnummer,
    Postleitzahl: '19258',
    Ort: 'Boizenburg/Elbe',
  })
  await list.fill('Wie lautet die Anschrift der Wohnung?', street('Große Straße', '12 b'))
  await list.fill('Wie lautet die Anschrift der bisherigen Wohnung?', street('Am Hafen', '3'))
  await list.choose('Was wird aus der bisherigen Wohnung?', 'Sie wird aufgegeben')
  await list.type('Geburtsort', 'Łódź')
  await list.choose('Geschlecht', 'weiblich')
  await list.select('Staatsangehörigkeit', 'Deutschland')
  await list.choose('Familienstand', 'ledig')
  await list.choose('Gehören Sie einer Religionsgesellschaft an', 'keiner')
  await list.choose('Womit weisen Sie sich aus?', 'Personalausweis')
  await list.type('Ausstellende Behörde des Ausweises', 'Stadt Boizenburg/Elbe')
  await list.type('Ausweis ausgestellt am', '2.3.2021')
  await list.type('Ausweis gültig bis', '1.3.2031')
  await list.type('Seriennummer des Ausweises', 'L01X00T47')
  await list.type('Name des Wohnungsgebers', 'Wohnungsgenossenschaft Boizenburg eG')
  await list.fill('Anschrift des Wohnungsgebers', street('Kirchplatz', '2'))
}
