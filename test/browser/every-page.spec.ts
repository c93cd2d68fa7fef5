import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { aCase } from '../support/case-builder.js'
import { Checklist } from '../support/checklist.js'
import { signIn, type Client } from '../support/client.js'
import { isFitForAll, isSeenWithoutColours } from '../support/fit-for-all.js'
import { aPhoto, asFile } from '../support/scans.js'

let counter: Counter
let office: Client
let stranger: WatchedPage
let clerk: WatchedPage
let caseworker: WatchedPage
const complete = '2026-07-umzug-vollstaendig'
const half = {
  vorgang: 'alleinige',
  wohnung_im_bezirk: true,
  einzugsdatum: '2026-11-20',
  unterkunft: 'wohnung',
  herkunft: 'andere_gemeinde',
  wohnverhaeltnis: 'bei_wohnungsgeber',
}

beforeAll(async () => {
  counter = await openCounter()
  stranger = await counter.window()
  clerk = await counter.window()
  caseworker = await counter.window()
  office = await signIn(counter.app, 'k.schroeder')
})
afterEach(noTroubles)
afterAll(() => counter.close())

describe('for a stranger', () => {
  test('the sign-in page', async () => {
    await stranger.page.goto('/vorgaenge')
    await heading(stranger.page, 'Anmelden')
    await isFitForAll(stranger.page)
  })

  test('the sign-in page after a wrong password', async () => {
    const { page } = stranger
    await page.getByLabel('Anmeldename').fill('k.schroeder')
    await page.getByLabel('Kennwort').fill('geraten')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByRole('alert').waitFor()
    await isFitForAll(stranger.page)
  })
})

describe('for the clerk', () => {
  let page: Page
  let list: Checklist
  beforeAll(async () => {
    page = clerk.page
    list = new Checklist(page)
    await signInAt(page, 'k.schroeder')
  })

  const view = async (path: string, seen: string) => {
    await page.goto(path)
    await reads(page, seen)
  }

  test('the list without cases, and the services', async () => {
    await view('/vorgaenge', 'Dieses Bürgerbüro hat noch keine Vorgänge.')
    await isFitForAll(page)
    await view('/vorgaenge/neu', '16 Leistungen')
    await isFitForAll(page)
    await view('/vorgaenge/neu?suche=xyz', 'Keine Leistung passt dazu.')
    await isFitForAll(page)
  })

  test('a checklist with nothing answered', async () => {
    const { caseFile } = await aCase().openedBy(office)
    await view(`/vorgaenge/${caseFile.id}`, 'Name noch nicht erfasst')
    await isFitForAll(page)
  })

  test('a checklist half-way, an answer that cannot be, and the help for the keyboard', async () => {
    const { caseFile } = await aCase().with(half).openedBy(office)
    await view(`/vorgaenge/${caseFile.id}`, 'noch offen')
    await isFitForAll(page)
    await list.type('Geburtsort', 'Łódź')
    await list.fill('Wer wird gemeldet?', { Vornamen: 'Anna', Geburtsdatum: '31.2.1990' })
    await page.getByText('Diesen Tag gibt es im Kalender nicht.').first().waitFor()
    await isFitForAll(page)
    await page.getByRole('button', { name: 'Tasten (?)' }).click()
    await page.getByRole('dialog').waitFor()
    await isFitForAll(page)
  })

  test('a checklist without colours', async () => {
    const { caseFile } = await aCase().with(half).openedBy(office)
    await page.goto(`/vorgaenge/${caseFile.id}?offen=frage-wohnung_im_bezirk`)
    const option = (label: string) => list.option('Liegt die Wohnung im Bezirk', label)
    await isSeenWithoutColours(option('Ja'), option('Nein'))
  })

  test('a field that two people filled in', async () => {
    const { caseFile } = await aCase().with(half).openedBy(office)
    await view(`/vorgaenge/${caseFile.id}`, 'noch offen')
    await office.api('PUT', `/api/case-files/${caseFile.id}/answers/geburtsort`, {
      value: 'Ulm',
      revision: 0,
    })
    await list.type('Geburtsort', 'Bonn')
    await reads(page, 'Inzwischen geändert')
    await isFitForAll(page)
  })

  test('a lost connection', async () => {
    const { page, close } = await counter.window()
    const { caseFile } = await aCase().with(half).openedBy(office)
    await signInAt(page, 'j.pruess')
    await page.goto(`/vorgaenge/${caseFile.id}`)
    await page.context().setOffline(true)
    await page.getByRole('textbox', { name: 'Geburtsort' }).fill('Bonn')
    await page.keyboard.press('Tab')
    await reads(page, 'Keine Verbindung.')
    await page.context().setOffline(false)
    await isFitForAll(page)
    await close()
  })

  test('a complete case: checklist with a scan on it and one taken off, review, history', async () => {
    const { caseFile } = await aCase().like(complete).openedBy(office)
    const path = `/api/case-files/${caseFile.id}`
    const place = `${path}/evidence/wohnungsgeberbestaetigung/uploads`
    for (const name of ['Bestätigung.jpg', 'falsch herum.jpg'])
      await office.upload(place, { datei: asFile(await aPhoto(name)) })
    const { uploads } = (await office.api('GET', path)).json<CaseFileView>()
    await office.api('DELETE', `${path}/uploads/${uploads[1]!.id}`)
    await view(`/vorgaenge/${caseFile.id}`, 'falsch herum.jpg entfernt.')
    await isFitForAll(page)
    await view(`/vorgaenge/${caseFile.id}/pruefen`, 'Übergeben')
    await isFitForAll(page)
    await view(`/vorgaenge/${caseFile.id}/verlauf`, 'Vorgang eröffnet')
    await isFitForAll(page)
  })

  test('a review with open points, before and after it was refused', async () => {
    const { caseFile } = await aCase().with(half).openedBy(office)
    await view(`/vorgaenge/${caseFile.id}/pruefen`, 'Noch offen')
    await isFitForAll(page)
    await page.getByRole('button', { name: 'Übergeben' }).click()
    await reads(page, 'Bitte den Grund angeben.')
    await isFitForAll(page)
  })

  test('a verdict against the application: which answers it hangs on, and the way there', async () => {
    const young = '2025-09-01-lebenslang-siebzehn-geldbusse'
    const { caseFile } = await aCase().for('fischereischein').like(young).openedBy(office)
    await view(`/vorgaenge/${caseFile.id}/pruefen`, 'Was das Ergebnis ändern würde')
    await isFitForAll(page)
    await view(`/vorgaenge/${caseFile.id}`, 'Was das Ergebnis ändern würde')
    await page.locator('summary').filter({ hasText: 'Entscheidend' }).click()
    await isFitForAll(page)
    const turning = page.locator('#wendepunkt')
    await turning.getByRole('link', { name: 'Gab es eine Verurteilung' }).first().click()
    await page.locator('#frage-verstoesse:focus-within').waitFor()
    await list.choose('Gab es eine Verurteilung', 'Nein, nichts davon')
    await turning.waitFor({ state: 'detached' })
    await page.locator('#frage-verstoesse:focus-within').waitFor()
  })

  test('a case that ended: handed over, withdrawn', async () => {
    const { caseFile } = await aCase().like(complete).handedOverBy(office)
    await view(`/vorgaenge/${caseFile.id}`, 'übergeben')
    await isFitForAll(page)
    await view(`/vorgaenge/${caseFile.id}/pruefen`, 'Der Vorgang liegt nicht mehr beim Bürgerbüro.')
    await isFitForAll(page)
    const withdrawn = await aCase().with(half).openedBy(office)
    await office.api('POST', `/api/case-files/${withdrawn.caseFile.id}/withdraw`, {
      reason: 'Zieht nicht um.',
    })
    await page.goto(`/vorgaenge/${withdrawn.caseFile.id}/verlauf`)
    await page.getByRole('button', { name: 'Wieder aufnehmen' }).waitFor()
    await isFitForAll(page)
  })

  test('a case that the department gave back', async () => {
    const { caseFile } = await aCase().like(complete).handedOverBy(office)
    const deficiencies = [
      { about: { kind: 'question', id: 'herkunft' }, text: 'Bitte noch einmal fragen.' },
      { about: { kind: 'document', id: 'ausweis' }, text: 'Der Ausweis ist abgelaufen.' },
    ]
    const department = await signIn(counter.app, 'b.moeller')
    await department.api('POST', `/api/inbox/${caseFile.id}/return`, { deficiencies })
    await view(`/vorgaenge/${caseFile.id}`, 'Vom Fachdienst zurückgegeben')
    await isFitForAll(page)
  })

  test('a case under an earlier rule set: offered, marked in the list, moved over, and its history', async () => {
    const { caseFile } = await aCase().for('gewerbeanmeldung').like('makler-ohne-erlaubnis').openedBy(office)
    await counter.app.database.query(
      "update case_file set rule_set = 'gewerbeanmeldung@2026-07-29' where id = $1",
      [caseFile.id],
    )
    await view(`/vorgaenge/${caseFile.id}`, 'Seit 20.11.2026 gilt ein neues Regelwerk')
    await isFitForAll(page)
    await page.getByText('Was das für diesen Vorgang heißt').click()
    await isFitForAll(page)
    await view('/vorgaenge', 'neues Regelwerk')
    await isFitForAll(page)
    await page.goto(`/vorgaenge/${caseFile.id}`)
    await page.getByRole('button', { name: 'Auf das neue Regelwerk umstellen' }).click()
    await reads(page, 'Nach dem neuen Regelwerk zu prüfen')
    await isFitForAll(page)
    await view(`/vorgaenge/${caseFile.id}/verlauf`, 'Auf das Regelwerk ab 20.11.2026 umgestellt')
    await isFitForAll(page)
  })

  test('the list with cases, and one that finds nothing', async () => {
    await aCase().like(complete).openedBy(office)
    await view('/vorgaenge', 'Schröder, Anna Maria')
    await isFitForAll(page)
    await view('/vorgaenge?suche=Unauffindbar', 'Kein Vorgang dieses Bürgerbüros passt zur Suche.')
    await isFitForAll(page)
  })

  test('what is not there, and what is for others', async () => {
    await view('/vorgaenge/00000000-0000-7000-8000-000000000000', 'Nicht gefunden')
    await isFitForAll(page)
    await view('/posteingang', 'Dafür fehlt die Berechtigung')
    await isFitForAll(page)
  })
})

describe('for the caseworker', () => {
  beforeAll(() => signInAt(caseworker.page, 'b.moeller'))

  const view = async (path: string, seen: string) => {
    await caseworker.page.goto(path)
    await reads(caseworker.page, seen)
  }

  test('the inbox, with and without cases', async () => {
    await aCase().like(complete).handedOverBy(office)
    await view('/posteingang', 'Schröder, Anna Maria')
    await isFitForAll(caseworker.page)
    await view('/posteingang?stand=accepted', 'Noch kein Vorgang angenommen.')
    await isFitForAll(caseworker.page)
  })

  test('a case to decide, a return that says nothing, and what was decided', async () => {
    const { page } = caseworker
    const { caseFile } = await aCase().like(complete).handedOverBy(office)
    await view(`/posteingang/${caseFile.id}`, 'Vorprüfung: vollständig')
    await isFitForAll(caseworker.page)
    await page.locator('summary').filter({ hasText: 'Mangel melden: Was möchten Sie melden?' }).click()
    await page.getByRole('button', { name: 'Mit den Mängeln zurückgeben' }).click()
    await reads(page, 'Bitte bei mindestens einem Punkt angeben')
    await page.locator('summary').filter({ hasText: 'Mangel melden: Was möchten Sie melden?' }).click()
    await isFitForAll(caseworker.page)
    await page.getByRole('button', { name: 'Annehmen' }).click()
    await reads(page, 'Angenommen')
    await isFitForAll(caseworker.page)
  })
})

test('for people whose work has no pages yet', async () => {
  const operator = await counter.window()
  await signInAt(operator.page, 'b.wuestenberg')
  await reads(operator.page, 'Betrieb')
  await isFitForAll(operator.page)
})

function noTroubles(): void {
  const troubles = [stranger, clerk, caseworker].flatMap((one) => one.troubles)
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
