import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { packedChromium } from './chromium.js'

/** A real Chromium that comes with the packages; sandboxing needs rights that a test machine may not give. */
export function startBrowser(): Promise<Browser> {
  const { executablePath, env } = packedChromium()
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A page of one person, and everything that went wrong on it. */
export interface WatchedPage {
  readonly page: Page
  /** Console errors, page errors, failed or foreign requests. Empty is the only good content. */
  readonly troubles: readonly string[]
  readonly close: () => Promise<void>
}

export async function openPage(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL, locale: 'de-DE', ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left drops what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      troubles.push(`foreign: ${request.url()}`)
  })
  page.setDefaultTimeout(10_000)
  return { page, troubles, close: () => context.close() }
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it is now, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
