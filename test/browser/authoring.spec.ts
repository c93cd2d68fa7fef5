import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { authorRules, old, upcoming, type AuthorRules } from '../authoring/support/author-rules.js'
import { openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { aCase } from '../support/case-builder.js'
import { signIn } from '../support/client.js'
import { isFitForAll } from '../support/fit-for-all.js'
import { is } from '../support/rule-set-builder.js'

const now = '/regeln/wohngeld@2025-01-01'
const later = '/regeln/wohngeld@2027-01-01'
let rules: AuthorRules
let counter: Counter
let first: WatchedPage
let second: WatchedPage
beforeAll(async () => {
  rules = authorRules()
  counter = await openCounter({ rulesDir: rules.rulesDir })
  first = await counter.window()
  second = await counter.window({ javaScriptEnabled: false })
  await signInAt(first.page, 'e.rathjen')
  await signInAt(second.page, 'h.krueger')
})
afterEach(() => {
  const troubles = [...first.troubles, ...second.troubles]
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
})
afterAll(async () => {
  await counter.close()
  rules.dispose()
})

const verdictOf = (page: Page, words: string) =>
  page.locator('#ergebnis .urteil').filter({ hasText: words }).waitFor()

/** The largest service, with all its examples twice: longer than a page waits, also on a fast machine. */
function copyManyExamples(rulesDir: string): void {
  const examples = join(rulesDir, 'kfz-zulassung/examples')
  cpSync('rules/kfz-zulassung', join(rulesDir, 'kfz-zulassung'), { recursive: true })
  for (const file of readdirSync(examples)) cpSync(join(examples, file), join(examples, `nochmals-${file}`))
}

describe('from a question about a rule to its release', () => {
  test('the author looks up a rule and follows what its condition names', async () => {
    const { page } = first
    await reads(page, 'ab 01.01.2027')
    await isFitForAll(page)
    await page.getByRole('link', { name: '01.01.2025 bis 31.12.2026, Probegeld' }).click()
    await reads(page, '6 Beispiele gehen aus wie erwartet, kein Mangel.')
    await reads(page, 'werden mindestens 1, im Mittel')
    await isFitForAll(page)
    for (const part of ['4 Regeln', '1 Unterlage', '1 Gebühr', 'Wege von den Fragen'])
      await page.locator('summary').filter({ hasText: part }).click()
    await reads(page, 'greift in 1 Beispiel, in 5 nicht')
    const picture = page.getByRole('img', { name: 'Alle Fragen in der Reihenfolge' })
    await picture.scrollIntoViewIfNeeded()
    await page.waitForFunction(
      () => (document.querySelector('.wegebild') as HTMLImageElement).naturalWidth > 0,
    )
    await isFitForAll(page)
    await page.getByLabel('Kennung, Wortlaut oder Fundstelle').fill('kein-mieter')
    await page.getByRole('button', { name: 'Suchen' }).click()
    await reads(page, '1 Teil des Regelwerks')
    await page
      .getByRole('article', { name: 'Nur für Mieter.' })
      .getByRole('link', { name: 'Mieten Sie?' })
      .click()
    expect(page.url()).toMatch(/wohngeld@2025-01-01#frage-mietet$/)
  })

  test('runs through it as a clerk would: the result follows each answer and the focus stays', async () => {
    const { page } = first
    await page.getByRole('link', { name: 'Probelauf', exact: true }).click()
    await verdictOf(page, 'noch offen')
    await isFitForAll(page)
    await page.getByRole('group', { name: 'Mieten Sie?' }).getByLabel('Ja').check()
    await page.getByRole('group', { name: 'Zur Untermiete?' }).getByLabel('Nein').check()
    await page.getByRole('textbox', { name: 'Wann eingezogen?' }).fill('1.3.2020')
    await page.keyboard.press('Tab')
    await verdictOf(page, 'Unterlagen fehlen')
    await page
      .getByRole('group', { name: 'Wie liegt vor: Mietvertrag?' })
      .getByLabel('Original gesehen')
      .check()
    await verdictOf(page, 'vollständig')
    expect(await page.locator(':focus').getAttribute('value')).toBe('originalSeen')
    await isFitForAll(page)
    await page.getByRole('button', { name: 'Antwort löschen: Mieten Sie?' }).click()
    await verdictOf(page, 'noch offen')
    expect(await page.getByRole('textbox', { name: 'Wann eingezogen?' }).inputValue()).toBe('01.03.2020')
  })

  test('an input that cannot be is told in its place, an example is shown as its file', async () => {
    const { page } = first
    await page.getByRole('textbox', { name: 'Wann eingezogen?' }).fill('31.2.2026')
    await page.getByRole('button', { name: 'Auswerten' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Diesen Tag gibt es im Kalender nicht.' }).click()
    await isFitForAll(page)
    await page.getByRole('textbox', { name: 'Wann eingezogen?' }).fill('28.2.2026')
    await page.getByRole('textbox', { name: 'Name des Beispiels' }).fill('Einzug im Februar')
    await page.getByRole('button', { name: 'Datei anzeigen' }).click()
    const shown = page.getByLabel('Inhalt von wohngeld/examples/2026-11-einzug-im-februar.json')
    expect(JSON.parse(await shown.inputValue())).toMatchObject({
      on: '2026-11-24',
      expect: { verdict: 'open' },
    })
    await isFitForAll(page)
  })

  test('proposes the next rule set with what changed, and cannot release it', async () => {
    const { page } = first
    await page.goto(`${later}/freigabe`)
    await reads(page, 'Gegenüber dem Regelwerk ab 01.01.2025')
    await reads(page, '1 Unterschied im Ergebnis')
    await isFitForAll(page)
    await page.getByRole('link', { name: /^Im Probelauf ansehen, neu: Gebühr „Antrag“/ }).click()
    await verdictOf(page, 'vollständig')
    await reads(page, /Gebühr: 12,50\s€/)
    expect(await page.getByLabel('Tag der Vorprüfung').inputValue()).toBe('01.01.2027')
    await page.goBack()
    await page.getByRole('button', { name: 'Zur Freigabe vorschlagen' }).click()
    await reads(page, 'Freigeben muss eine andere Person (Vier-Augen-Prinzip).')
    expect(await page.getByRole('button', { name: 'Freigeben' }).count()).toBe(0)
    await isFitForAll(page)
  })

  test('the second author sees the difference and releases it, without scripts', async () => {
    const { page } = second
    await page.getByRole('link', { name: 'ab 01.01.2027, Probegeld' }).click()
    await page.getByRole('link', { name: 'Freigabe' }).click()
    await reads(page, 'Vorgeschlagen am 24.11.2026')
    await reads(page, 'Fundstelle')
    await page.getByRole('button', { name: 'Ablehnen' }).click()
    await reads(page, 'Bitte den Grund angeben.')
    await page.getByRole('button', { name: 'Freigeben' }).click()
    await reads(page, 'Freigegeben am 24.11.2026')
    await reads(page, 'Geprüft mit 6 Beispielen, ohne Mangel; 1 Teil unbestätigt.')
  })

  test('a trial run goes without scripts, too: one button, and everything typed comes back', async () => {
    const { page } = second
    await page.getByRole('link', { name: 'Probelauf', exact: true }).click()
    await page.getByLabel('Tag der Vorprüfung').fill('1.2.2027')
    await page.getByRole('group', { name: 'Mieten Sie?' }).getByLabel('Ja').check()
    await page.getByRole('textbox', { name: 'Wann eingezogen?' }).press('Enter')
    await page.getByRole('group', { name: 'Zur Untermiete?' }).getByLabel('Nein').check()
    await page.getByRole('button', { name: 'weiß nicht: Wann eingezogen?' }).click()
    await verdictOf(page, 'Prüfung durch den Fachdienst nötig')
    expect(await page.getByLabel('Tag der Vorprüfung').inputValue()).toBe('01.02.2027')
    const download = page.waitForEvent('download')
    await page.getByRole('textbox', { name: 'Name des Beispiels' }).fill('Einzug unbekannt')
    await page.getByRole('button', { name: 'Datei herunterladen' }).click()
    expect((await download).suggestedFilename()).toBe('2027-02-einzug-unbekannt.json')
  })
})

describe('every other state', () => {
  const view = async (path: string, words: string) => {
    await first.page.goto(path)
    await reads(first.page, words)
    await isFitForAll(first.page)
  }

  test('released, changed since, and changed since it was proposed', async () => {
    await view(`${later}/freigabe`, 'Freigegeben am')
    rules.write('wohngeld/2027-01-01.json', { ...upcoming, title: 'Probegeld 2027' })
    await view(`${later}/freigabe`, 'Geändert seit der Freigabe')
    await second.page.goto(`${later}/freigabe`)
    await second.page.getByRole('button', { name: 'Zur Freigabe vorschlagen' }).click()
    rules.write('wohngeld/2027-01-01.json', { ...upcoming, title: 'Probegeld vom Jahr 2027 an' })
    await view(`${later}/freigabe`, 'Die Datei wurde seit dem Vorschlag geändert.')
    await first.page.getByRole('button', { name: 'Ablehnen' }).click()
    await reads(first.page, 'Bitte den Grund angeben.')
    await isFitForAll(first.page)
    rules.write('wohngeld/2025-01-01.json', { ...old, title: 'Geändert, obwohl in Kraft' })
    await view('/regeln', 'Am Schalter gilt ein anderer Stand')
    rules.write('wohngeld/2025-01-01.json', old)
  })

  test('open cases that the next rule set concerns, and a gap with somebody who falls into it', async () => {
    await aCase()
      .for('wohngeld')
      .with({ mietet: true, einzug: '2020-01-01' })
      .openedBy(await signIn(counter.app, 'k.schroeder'))
    await view(later, '1 offener Vorgang wäre ab 01.01.2027 auf dieses Regelwerk umzustellen.')
    rules.write('wohngeld/2025-01-01.json', { ...old, fees: [{ ...old.fees[0]!, when: is('untermiete') }] })
    await view(now, 'Für manche vollständigen Anträge ist keine Gebühr genannt')
    await first.page.getByRole('link', { name: /^Im Probelauf ansehen: Für manche/ }).click()
    await verdictOf(first.page, 'Unterlagen fehlen')
    rules.write('wohngeld/2025-01-01.json', old)
  })

  test('a new rule set with which nothing changes for anybody', async () => {
    rules.write('wohngeld/2027-01-01.json', { ...old, inForceFrom: '2027-01-01', title: 'Probegeld 2027' })
    await view(`${later}/freigabe`, 'Für alle gleich')
    rules.write('wohngeld/2027-01-01.json', { ...upcoming, title: 'Probegeld vom Jahr 2027 an' })
  })

  test('a search that finds nothing, and the unconfirmed parts', async () => {
    await view(`${now}?suche=xyz`, 'Kein Teil des Regelwerks passt dazu.')
    await view(`${now}?nur=unbestaetigt`, '1 Teil des Regelwerks')
  })

  test('examples that fail, and examples that still run', async () => {
    const example = { name: 'falsch', on: '2026-11-24', answers: {}, documents: {} }
    rules.write('wohngeld/examples/falsch.json', { ...example, expect: { verdict: 'complete' } })
    await view(now, '1 Beispiel geht anders aus als erwartet')
    rules.remove('wohngeld/examples/falsch.json')
    copyManyExamples(rules.rulesDir)
    await view('/regeln/kfz-zulassung@2025-12-31', 'Die Beispiele laufen noch')
    await first.page.getByRole('link', { name: 'Stand neu laden' }).click()
    await reads(first.page, 'Beispiele')
    rmSync(join(rules.rulesDir, 'kfz-zulassung'), { recursive: true })
  })

  test('files that cannot be loaded, and none at all', async () => {
    rules.write('wohngeld/2028-01-01.json', { ...old, inForceFrom: '2028-01-01', rules: [] })
    rules.write('wohngeld/2029-01-01.json', '{')
    await view('/regeln', 'Nicht geladen')
    for (const year of [2025, 2027, 2028, 2029]) rules.remove(`wohngeld/${year}-01-01.json`)
    await view('/regeln', 'Es ist kein Regelwerk geladen.')
  })
})
