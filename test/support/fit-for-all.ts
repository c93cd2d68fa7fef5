import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { axeFindings } from './browser.js'

/** As it is read by people who see, and by those who do not: in both colour schemes, and on a narrow screen. */
export async function isFitForAll(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  const wide = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  const beyond = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.kern-table-responsive')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ outerHTML }) => outerHTML.slice(0, 500)),
  )
  await page.setViewportSize(wide)
  expect(beyond).toEqual([])
}
