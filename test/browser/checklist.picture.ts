import { afterAll, beforeAll, test } from '@jest/globals'
import { openCounter, signInAt, type Counter } from '../support/at-the-counter.js'
import { aCase } from '../support/case-builder.js'
import { Checklist } from '../support/checklist.js'
import { signIn } from '../support/client.js'

// The picture in README.md. Drawn anew with: npm run jest -- --testMatch '**/checklist.picture.ts'

let counter: Counter
beforeAll(async () => {
  counter = await openCounter()
})
afterAll(() => counter.close())

test('a checklist half-way', async () => {
  const clerk = await signIn(counter.app, 'k.schroeder')
  const { caseFile } = await aCase()
    .with({
      vorgang: 'alleinige',
      wohnung_im_bezirk: true,
      einzugsdatum: '2026-11-20',
      unterkunft: 'wohnung',
      herkunft: 'andere_gemeinde',
      personen: [
        { givenNames: 'Łucja', familyName: 'Müller-Nguyễn', birthDate: '1988-04-12' },
        { givenNames: 'Mathis', familyName: 'Müller', birthDate: '2019-08-03' },
      ],
      vorsprache: 'selbst',
      wohnverhaeltnis: 'bei_wohnungsgeber',
      bestaetigung: 'in_ordnung',
    })
    .openedBy(clerk)
  const { page } = await counter.window({ viewport: { width: 1280, height: 960 } })
  await signInAt(page, 'k.schroeder')
  await page.goto(`/vorgaenge/${caseFile.id}`)
  await new Checklist(page).option('Ziehen die Sorgeberechtigten', 'Ja, alle').focus()
  await page.getByText('Zieht ein Kind nicht mit allen Sorgeberechtigten um').waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: 'docs/images/checkliste.png' })
})
