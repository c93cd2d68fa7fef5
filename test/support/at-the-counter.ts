import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core'
import type { RunningConfig } from '../../src/config.js'
import { startApp, type TestApp } from './app.js'
import { openPage, startBrowser, type WatchedPage } from './browser.js'
import { demonstrationPassword } from './client.js'

/** The program and one browser, on a morning in November. */
export interface Counter {
  readonly app: TestApp
  readonly browser: Browser
  /** A window of its own for one person, not yet signed in. */
  readonly window: (options?: BrowserContextOptions) => Promise<WatchedPage>
  readonly close: () => Promise<void>
}

const thisMorning = '2026-11-24T09:41:00+01:00'

export async function openCounter(overrides: Partial<RunningConfig> = {}): Promise<Counter> {
  const app = await startApp(overrides)
  app.clock.startAt(thisMorning)
  const browser = await startBrowser().catch(async (error) => {
    await app.stop()
    throw error
  })
  return {
    app,
    browser,
    window: (options = {}) =>
      openPage(browser, app.url, { viewport: { width: 1280, height: 900 }, ...options }),
    close: async () => {
      await browser.close()
      await app.stop()
    },
  }
}

/** Types name and password where the program asks for them. */
export async function signInAt(page: Page, signInName: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Anmeldename').fill(signInName)
  await page.getByLabel('Kennwort').fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('button', { name: 'Abmelden' }).waitFor()
}

/** Waits until these words can be read. */
export const reads = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor()

/** Waits until the keyboard is there. */
export const hasFocus = (control: Locator): Promise<void> =>
  control.and(control.page().locator(':focus')).waitFor()

/** The bytes of a file that a link of the page leads to. */
export async function downloaded(
  page: Page,
  name: string,
  role: 'link' | 'button' = 'link',
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole(role, { name }).first().click(),
  ])
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
