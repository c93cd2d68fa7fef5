import type { Locator, Page } from 'playwright-core'

const farthest = 150

/** Someone who never touches the mouse. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** Goes on with a key, control by control, until this one has the focus. */
  async reach(control: Locator, key = 'Tab'): Promise<void> {
    await control.first().waitFor()
    const focused = control.and(this.page.locator(':focus'))
    for (let step = 0; step < farthest; step++) {
      if ((await focused.count()) > 0) return
      await this.page.keyboard.press(key)
    }
    throw new Error(`${farthest} × ${key} never reached ${control}`)
  }

  /** Reaches it and presses Enter. */
  async enter(control: Locator): Promise<void> {
    await this.reach(control)
    await this.page.keyboard.press('Enter')
  }
}
