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
  const documents = new Set<string>()
  page.on('console', (message) => {
    // Chromium reports an error page like a broken picture. Which page was shown is what a test looks at.
    const isErrorPage =
      /server responded with a status of 4\d\d/.test(message.text()) && documents.has(message.location().url)
    if (message.type() === 'error' && !isErrorPage) troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left drops what it was still loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.add(request.url())
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      troubles.push(`foreign: ${request.url()}`)
  })
  page.setDefaultTimeout(30_000)
  return { page, troubles, close: () => context.close() }
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the page as it is now, one line each. `rules` looks at these alone. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The other way is for frames from elsewhere, of which there are none, and opens a page of its own for each look.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(wcag)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}
