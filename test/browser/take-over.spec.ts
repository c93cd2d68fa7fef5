import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import { openCase } from '../casework/support/desk-app.js'
import { codeOn } from '../handoff/support/a-note.js'
import { textOf } from '../handoff/support/read-pdf.js'
import { downloaded, openCounter, reads, signInAt, type Counter } from '../support/at-the-counter.js'
import type { WatchedPage } from '../support/browser.js'
import { signIn } from '../support/client.js'
import { isFitForAll } from '../support/fit-for-all.js'

let counter: Counter
let here: WatchedPage
let elsewhere: WatchedPage
beforeAll(async () => {
  counter = await openCounter()
  here = await counter.window({ javaScriptEnabled: false })
  elsewhere = await counter.window()
})
afterEach(() => {
  const troubles = [...here.troubles, ...elsewhere.troubles]
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
})
afterAll(() => counter.close())

let id: string
let number: string
let code: string

test('the clerk gives the note in the language of the citizen, without scripts', async () => {
  const { caseFile } = await openCase(await signIn(counter.app, 'k.schroeder'), 'unterhaltsvorschuss')
  ;({ id, number } = caseFile)
  const { page } = here
  await signInAt(page, 'k.schroeder')
  await page.goto(paths.review(id))
  await page.getByLabel('Sprache neben Deutsch').selectOption({ label: 'Українська' })
  const { name, bytes } = await downloaded(page, 'Laufzettel', 'button')
  expect(name).toBe(`laufzettel-${number}.pdf`)
  const text = await textOf(bytes)
  expect(text).toContain('Юридично обов’язковим є німецький текст.')
  code = codeOn(text)
})

test('the next time the same language is chosen already', async () => {
  await here.page.goto(paths.history(id))
  expect(await here.page.getByLabel('Sprache neben Deutsch').inputValue()).toBe('uk')
  await reads(here.page, 'Laufzettel ausgegeben: Deutsch und Ukrainisch')
})

test('at another office the code is typed by keyboard alone, and the case goes on there', async () => {
  const { page } = elsewhere
  await signInAt(page, 'm.nowak')
  await page.goto(paths.goOn)
  await isFitForAll(page)
  await page.keyboard.type('falsch')
  await page.keyboard.press('Enter')
  await reads(page, 'Dieser Code gilt nicht')
  await isFitForAll(page)
  await page.keyboard.type(code.toLowerCase())
  await page.keyboard.press('Enter')
  await reads(page, 'Bürgerbüro Boizenburg')
  await isFitForAll(page)
  await page.getByRole('button', { name: 'Hierher übernehmen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Prüfen und übergeben' }).first().waitFor()
  await reads(page, number)
  expect((await here.page.goto(paths.case(id)))?.status()).toBe(404)
})
