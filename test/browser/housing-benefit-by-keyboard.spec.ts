import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { textOf } from '../handoff/support/read-pdf.js'
import { downloaded, openCounter, reads, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { Checklist } from '../support/checklist.js'
import { demonstrationPassword } from '../support/client.js'
import { Keyboard } from '../support/keyboard.js'

let counter: Counter
let clerk: WatchedPage
let caseworker: WatchedPage
beforeAll(async () => {
  counter = await openCounter()
  clerk = await counter.window()
  caseworker = await counter.window()
})
afterAll(() => counter.close())

const income = 'Einkommensnachweise aller Haushaltsmitglieder'
const uncertain = 'Ist ungewiss, wie viel der Haushalt'
const reason = 'Die Antragstellerin braucht den Eingang noch im November.'

test('signing in and starting a case takes a name, a password and a few letters', async () => {
  const keyboard = new Keyboard(clerk.page)
  await signIn(keyboard, 'k.schroeder')
  await keyboard.enter(clerk.page.getByRole('link', { name: 'Neuer Vorgang' }))
  await clerk.page.getByRole('heading', { name: 'Neuer Vorgang' }).waitFor()
  await keyboard.type('wohngel')
  await keyboard.press('Enter')
  await clerk.page.getByRole('group', { name: 'Wo liegt die Wohnung' }).waitFor()
})

test('the pre-check is answered with arrows, letters and w for the next question', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  const list = new Checklist(page)
  await keyboard.reach(list.option('Wo liegt die Wohnung', 'im Bezirk unserer'))
  await choose(keyboard, list, 'Wo liegt die Wohnung', 'im Bezirk unserer')
  await choose(keyboard, list, 'Wie nutzen Sie die Wohnung?', 'als Mieterin', 'w')
  await choose(keyboard, list, 'Was beantragen Sie?', 'Wohngeld zum ersten Mal', 'w')
  await choose(keyboard, list, 'Mit wem wohnen Sie', 'allein', 'w')
  await choose(keyboard, list, 'Gibt es im Haushalt eine dieser Leistungen', 'nein', 'w')
  await choose(keyboard, list, 'Ist jemand im Haushalt in einer Ausbildung', 'nein', 'w')
  await keyboard.reach(page.getByRole('combobox', { name: 'Welche Staatsangehörigkeit haben Sie?' }))
  await keyboard.type('Deutschl')
  await keyboard.press('Tab')
  await answer(keyboard, list, 'Hat der Haushalt Vermögen', 'n')
  await keyboard.reach(list.option('Welche Einkünfte', 'Lohn'))
  await keyboard.press('Space')
  await answer(keyboard, list, uncertain, 'n')
  await answer(keyboard, list, 'Ist ein Haushaltsmitglied schwerbehindert', 'n')
  await choose(keyboard, list, 'Zahlt oder bekommt jemand', 'nein')
  await list.stands('Unterlagen fehlen')
})

test('single keys are explained with ? and can be switched off', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  const list = new Checklist(page)
  const unanswered = list.option('Sind Sie einverstanden', 'Ja')
  await keyboard.reach(unanswered)
  await keyboard.press('?')
  await page.getByRole('dialog', { name: 'Tasten in der Checkliste' }).waitFor()
  await keyboard.reach(page.getByLabel('Tasten verwenden'))
  await keyboard.press('Space', 'Escape')
  await keyboard.reach(unanswered)
  await keyboard.press('j')
  expect(await unanswered.isChecked()).toBe(false)
  await keyboard.enter(page.getByRole('button', { name: 'Tasten (?)' }))
  await keyboard.reach(page.getByLabel('Tasten verwenden'))
  await keyboard.press('Space', 'Escape')
  await keyboard.reach(unanswered)
  await keyboard.press('j')
  await list.settled()
  expect(await unanswered.isChecked()).toBe(true)
})

test('documents and the data of the form are reached with Tab', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  const list = new Checklist(page)
  for (const [document, way] of [
    ['Antrag auf Wohngeld', 'Original gesehen'],
    ['Personalausweis, Reisepass', 'Original gesehen'],
    ['Mietvertrag mit letzter', 'Kopie genommen'],
    ['Kontoauszüge mit den Mietzahlungen', 'Kopie genommen'],
    [income, 'wird nachgereicht'],
  ] as const)
    await choose(keyboard, list, `Wie liegt vor: ${document}`, way)
  await list.result.getByRole('listitem').filter({ hasText: income }).waitFor()
  await typed(keyboard, list, 'Wann ist der Antrag zum ersten Mal', '24112026')
  await typed(keyboard, list, 'Seit wann wohnen Sie dort', '1.5.2021')
  await typed(keyboard, list, 'Familienname', 'Kröger')
  await typed(keyboard, list, 'Vornamen', 'Anna Maria')
  await typed(keyboard, list, 'Geburtsdatum', '29021984')
  await choose(keyboard, list, 'Familienstand', 'ledig')
  await keyboard.reach(list.group('Anschrift der Wohnung').getByLabel('Straße'))
  await keyboard.type('Lindenstraße')
  for (const part of ['12', '', '19258', 'Boizenburg/Elbe']) {
    await keyboard.press('Tab')
    await keyboard.type(part)
  }
  await typed(keyboard, list, 'IBAN des Kontos', 'DE89 3704 0044 0532 0130 00')
  await typed(keyboard, list, 'Wer hat welches Einkommen', 'Anna Maria Kröger: Lohn 1.620,00 Euro brutto')
  await typed(keyboard, list, 'Wohnfläche in Quadratmetern', '48,20')
  await typed(keyboard, list, 'Baujahr des Hauses', '1974')
  await typed(keyboard, list, 'Grundmiete im Monat', '380')
  await typed(keyboard, list, 'Kalte Nebenkosten im Monat', '95,5')
  await answer(keyboard, list, 'Ist ein Teil der Wohnung untervermietet', 'n')
  await reads(page, 'Kröger, Anna Maria')
})

test('going on against the advice asks for a reason, and the reason travels with the package', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  await keyboard.enter(page.getByRole('link', { name: 'Prüfen und übergeben' }).last())
  const field = page.getByLabel('Grund, warum trotzdem weitergegeben wird')
  expect(await page.getByRole('heading', { name: 'Noch offen' }).count()).toBe(0)
  await keyboard.enter(page.getByRole('button', { name: 'Übergeben' }))
  await reads(page, 'Bitte den Grund angeben.')
  await keyboard.reach(field)
  await keyboard.type(reason)
  await keyboard.enter(page.getByRole('button', { name: 'Übergeben' }))
  await reads(page, 'An den Fachdienst übergeben')
  expect(clerk.troubles).toEqual([])
})

test('the department gives it back, each point pinned to its place', async () => {
  const { page } = caseworker
  const keyboard = new Keyboard(page)
  await signIn(keyboard, 'w.fruendt')
  await keyboard.enter(page.getByRole('link', { name: '2026-000001' }))
  await reads(page, `Trotzdem übergeben, weil: ${reason}`)
  expect(await textOf((await downloaded(page, 'Übergabepaket öffnen (PDF)')).bytes)).toContain(reason)
  await keyboard.enter(page.getByRole('button', { name: 'Mit den Mängeln zurückgeben' }))
  await reads(page, 'Bitte bei mindestens einem Punkt angeben')
  await dispute(keyboard, income, 'Die Verdienstbescheinigung für Oktober fehlt.')
  await dispute(keyboard, uncertain, 'Der Arbeitsvertrag ist befristet; bitte noch einmal fragen.')
  await keyboard.enter(page.getByRole('button', { name: 'Mit den Mängeln zurückgeben' }))
  await reads(page, 'Zurückgegeben an das Bürgerbüro')
})

test('the clerk sees the disputed points open and everything else still checked', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  const list = new Checklist(page)
  await keyboard.enter(page.getByRole('link', { name: 'Meine Vorgänge' }))
  await keyboard.enter(page.getByRole('link', { name: 'Kröger, Anna Maria' }))
  await reads(page, 'Vom Fachdienst zurückgegeben')
  await reads(page, 'Mangel laut Fachdienst: Die Verdienstbescheinigung für Oktober fehlt.')
  expect(await list.group(uncertain).count()).toBe(1)
  const chosen = page.getByRole('radio', { checked: true })
  expect(await chosen.count()).toBe(2)
  expect(await list.group(uncertain).getByRole('radio', { checked: true }).count()).toBe(1)
  expect(await list.group(`Wie liegt vor: ${income}`).getByRole('radio', { checked: true }).count()).toBe(1)
  expect(await page.getByRole('link', { name: /^ändern: (Wohnfläche|Mit wem|.*Mietvertrag)/ }).count()).toBe(
    3,
  )
})

test('the points are dealt with, the case is handed over without a reason and accepted', async () => {
  const { page } = clerk
  const keyboard = new Keyboard(page)
  const list = new Checklist(page)
  await keyboard.reach(page.getByRole('link', { name: 'Die Verdienstbescheinigung für Oktober fehlt.' }))
  await keyboard.press('Enter')
  await choose(keyboard, list, `Wie liegt vor: ${income}`, 'Kopie genommen')
  await list.stands('vollständig')
  await keyboard.reach(page.getByRole('link', { name: /Der Arbeitsvertrag ist befristet/ }), 'Shift+Tab')
  await keyboard.press('Enter')
  await keyboard.enter(page.getByRole('button', { name: `Bleibt so: ${uncertain}` }))
  await reads(page, 'Alle Punkte sind erledigt.')
  await keyboard.enter(page.getByRole('link', { name: 'Prüfen und übergeben' }).last())
  await keyboard.enter(page.getByRole('button', { name: 'Übergeben' }))
  await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
  expect(clerk.troubles).toEqual([])

  const desk = new Keyboard(caseworker.page)
  await desk.enter(caseworker.page.getByRole('link', { name: 'Posteingang' }))
  await desk.enter(caseworker.page.getByRole('link', { name: '2026-000001' }))
  await reads(caseworker.page, 'Vorprüfung: vollständig')
  await desk.enter(caseworker.page.getByRole('button', { name: 'Annehmen' }))
  await reads(caseworker.page, 'Angenommen')
  expect(caseworker.troubles).toEqual([])
})

async function signIn(keyboard: Keyboard, name: string): Promise<void> {
  const { page } = keyboard
  await page.goto('/')
  await keyboard.reach(page.getByLabel('Anmeldename'))
  await keyboard.type(name)
  await keyboard.press('Tab')
  await keyboard.type(demonstrationPassword)
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Abmelden' }).waitFor()
}

/** One of several: into the group, then down to it; each step is saved as browsers have it. */
async function choose(
  keyboard: Keyboard,
  list: Checklist,
  question: string,
  label: string,
  onward = 'Tab',
): Promise<void> {
  const wanted = list.option(question, label)
  await keyboard.reach(list.group(question).getByRole('radio'), onward)
  await keyboard.press('Space')
  await keyboard.reach(wanted, 'ArrowDown')
  await list.settled()
}

/** A letter answers the question that has the focus. */
async function answer(
  keyboard: Keyboard,
  list: Checklist,
  question: string,
  key: string,
  onward = 'Tab',
): Promise<void> {
  await keyboard.reach(list.group(question).getByRole('radio'), onward)
  await keyboard.press(key)
  await list.settled()
}

async function typed(keyboard: Keyboard, list: Checklist, question: string, text: string): Promise<void> {
  await keyboard.reach(list.field(question))
  await keyboard.type(text)
  await keyboard.press('Tab')
  await list.settled()
}

/** Opens the place for a text beside a point and writes into it. */
async function dispute(keyboard: Keyboard, point: string, text: string): Promise<void> {
  await keyboard.enter(keyboard.page.locator('summary').filter({ hasText: `Mangel melden: ${point}` }))
  await keyboard.press('Tab')
  await keyboard.type(text)
}
