import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { axeFindings } from './browser.js'

/** As it is read by people who see, and by those who do not: in both colour schemes, on a narrow screen, on paper. */
export async function isFitForAll(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, ['color-contrast'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  const wide = page.viewportSize()!
  expect(await cutOff(page, 320)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await cutOff(page, widthOfPaper)).toEqual([])
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(wide)
}

/** A4 between its margins, in CSS pixels, and the scroll bar that paper has not. */
const widthOfPaper = 657 + 15

/** The page and those of its tables that are wider than what is seen of them. */
async function cutOff(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 })
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.kern-table-responsive')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ outerHTML }) => outerHTML.slice(0, 500)),
  )
}

/** What is chosen, and what has the focus, where the system takes the colours away; and where it does not. */
export async function isSeenWithoutColours(chosen: Locator, other: Locator): Promise<void> {
  const page = chosen.page()
  await page.emulateMedia({ forcedColors: 'active' })
  const [looks, othersLooks] = [await chosen.screenshot(), await other.screenshot()]
  expect(looks.equals(othersLooks)).toBe(false)
  await chosen.focus()
  expect((await chosen.screenshot()).equals(looks)).toBe(false)
  await page.emulateMedia({ forcedColors: 'none' })
  await page.keyboard.press('Tab')
  const panel = page.locator('#ergebnis')
  await panel.focus()
  expect(await panel.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
}
