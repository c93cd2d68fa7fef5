import type { Locator, Page } from 'playwright-core'

type Scan = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** The checklist as the clerk has it on the screen: questions by their words, documents by their names. */
export class Checklist {
  /** @param scripts without them, each field is saved with its button */
  constructor(
    readonly page: Page,
    private readonly scripts = true,
  ) {}

  /** Ja or Nein, one of several, or several boxes; each named by how its label begins. */
  async choose(question: string, ...labels: readonly string[]): Promise<void> {
    const group = this.group(question)
    if (this.scripts) for (const label of labels) await this.saved(() => this.option(question, label).check())
    else {
      for (const label of labels) await this.option(question, label).check()
      await this.pressSave(group)
    }
  }

  /** A field that is typed; saved when one leaves it. */
  async type(question: string, text: string): Promise<void> {
    const field = this.field(question)
    await field.fill(text)
    await (this.scripts ? this.saved(() => field.blur()) : this.pressSave(field))
  }

  async select(question: string, label: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: question, exact: true })
    if (this.scripts) return this.saved(() => list.selectOption({ label }).then())
    await list.selectOption({ label })
    await this.pressSave(list)
  }

  /** A field with several controls, such as an address: by the labels inside it, saved with its button. */
  async fill(question: string, parts: Readonly<Record<string, string>>): Promise<void> {
    const group = this.group(question)
    for (const [label, text] of Object.entries(parts)) await group.getByLabel(label).first().fill(text)
    await this.pressSave(group)
  }

  seen(document: string, way: string): Promise<void> {
    return this.choose(`Wie liegt vor: ${document}`, way)
  }

  async addScan(document: string, scan: Scan): Promise<void> {
    const input = this.page.getByLabel(`Scan hinzufügen: ${document}`)
    if (this.scripts) return this.saved(() => input.setInputFiles(scan))
    await input.setInputFiles(scan)
    await this.saved(() => this.formWith(input).getByRole('button', { name: 'Hochladen' }).click())
  }

  /** Opens what was answered before. */
  change(about: string): Promise<void> {
    return this.page.getByRole('link', { name: `ändern: ${about}` }).click()
  }

  group = (question: string): Locator => this.page.getByRole('group', { name: question })

  field = (question: string): Locator => this.page.getByRole('textbox', { name: question })

  option = (question: string, label: string): Locator =>
    this.group(question)
      .getByLabel(new RegExp(`^${literally(label)}`))
      .first()

  /** What stands on the right, always in view. */
  get result(): Locator {
    return this.page.getByRole('complementary', { name: 'Ergebnis der Vorprüfung' })
  }

  /** Waits until the pre-check stands so: "vollständig". */
  stands(verdict: string): Promise<void> {
    return this.result.getByText(verdict, { exact: true }).waitFor()
  }

  /** Waits until nothing is on its way to the server. */
  settled(): Promise<void> {
    return this.page.locator('form[data-ungespeichert]').first().waitFor({ state: 'detached' })
  }

  private pressSave(control: Locator): Promise<void> {
    const button = this.formWith(control).getByRole('button', { name: 'Speichern', exact: true })
    return this.saved(() => button.click())
  }

  private formWith = (control: Locator): Locator => this.page.locator('form').filter({ has: control })

  /** Does it and waits until the page shows what became of it. */
  private async saved(action: () => Promise<void>): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.request().method() === 'POST')
    await action()
    await answer
    await (this.scripts ? this.settled() : this.page.waitForLoadState())
  }
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
