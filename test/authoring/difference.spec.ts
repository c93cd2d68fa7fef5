import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RuleSetDiff } from '../../src/rulebook/rule-set-diff.js'
import { signIn, type Client } from '../support/client.js'
import { is } from '../support/rule-set-builder.js'
import { old, upcoming } from './support/author-rules.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const later = 'wohngeld@2027-01-01'
const page = `/regeln/${later}/freigabe`
const file = 'wohngeld/2027-01-01.json'
let app: AuthoringApp
let author: Client
beforeAll(async () => {
  app = await startAuthoring()
  author = await signIn(app, 'e.rathjen')
})
afterAll(() => app.stop())

const difference = async (id = later) =>
  (await author.api('GET', `/api/rules/${id}/difference`)).json<{ difference: RuleSetDiff | null }>()
    .difference

test('the release page says for whom something else comes out, before and after, and leads to both', async () => {
  app.rules.write(file, {
    ...upcoming,
    documents: [
      ...old.documents,
      { ...old.documents[0]!, id: 'nachweis', name: 'Nachweis', neededWhen: is('untermiete', false) },
    ],
  })
  const { groups } = (await difference())!
  expect(groups.map(({ heading }) => heading)).toEqual([
    expect.stringMatching(/^Gebühr „Antrag“: 12,50\s€ statt 0,00\s€$/),
    'Unterlage „Nachweis“ jetzt nötig',
  ])
  const { text } = await author.get(page)
  expect(text).toContain('2 Unterschiede im Ergebnis, verglichen für den 01.01.2027')
  expect(text).toMatch(/Unterlage „Nachweis“ jetzt nötig.*Zur Untermiete\?<\/span> Nein/s)
  expect(text).toMatch(/bisher: <\/span>vollständig.*neu: <\/span>Unterlagen fehlen \(Nachweis\)/s)
  const links = [
    ...text.matchAll(/href="([^"]+)" aria-label="Im Probelauf ansehen, (bisher|neu): Unterlage/g),
  ]
  expect(links.map(([, , side]) => side)).toEqual(['bisher', 'neu'])
  for (const [, href, side] of links) {
    const trial = await author.get(href!.replaceAll('&amp;', '&'))
    expect(trial.status).toBe(200)
    expect(trial.text.includes('Unterlagen fehlen')).toBe(side === 'neu')
  }
})

test('the note that is proposed begins with it', async () => {
  const { text } = await author.get(page)
  expect(text.replaceAll('\u00a0', ' ')).toContain(
    [
      'Gegenüber dem Regelwerk ab 01.01.2025:',
      '- Gebühr „Antrag“: 12,50 € statt 0,00 € (§ 3 Probe)',
      '- Unterlage „Nachweis“ jetzt nötig (§ 1 Probe)',
      'Im Wortlaut:',
    ].join('\n'),
  )
})

test('what only reads differently is the same for all', async () => {
  app.rules.write(file, { ...old, inForceFrom: '2027-01-01', title: 'Probegeld 2027' })
  expect((await difference())!.groups).toEqual([])
  const { text } = await author.get(page)
  expect(text).toContain('Für alle gleich: Bei denselben Antworten kommt dasselbe heraus')
  expect(text).toContain('Im Wortlaut')
})

test('the first rule set of a service differs from none', async () => {
  expect(await difference('wohngeld@2025-01-01')).toBeNull()
  expect((await author.get('/regeln/wohngeld@2025-01-01/freigabe')).text).toContain('Das erste Regelwerk')
})
