import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { effectsOf } from '../../src/authoring/effects.js'
import type { ShownEffects } from '../../src/authoring/read-effects.js'
import { compile } from '../../src/precheck/compile.js'
import type { RuleSet } from '../../src/precheck/rule-set.js'
import { signIn, type Client } from '../support/client.js'
import { aRule, is } from '../support/rule-set-builder.js'
import { old } from './support/author-rules.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const now = 'wohngeld@2025-01-01'
const file = 'wohngeld/2025-01-01.json'
let app: AuthoringApp
let author: Client
beforeAll(async () => {
  app = await startAuthoring()
  author = await signIn(app, 'e.rathjen')
})
afterAll(() => app.stop())
afterEach(() => app.rules.write(file, old))

const shown = async () => (await author.api('GET', `/api/rules/${now}/effects`)).json<ShownEffects>()
/** An address in a page, as a browser reads it. */
const linkIn = (text: string, label: RegExp): string =>
  new RegExp(`href="([^"]+)"[^>]*aria-label="${label.source}`).exec(text)![1]!.replaceAll('&amp;', '&')

describe('what a rule set does', () => {
  test('is told with shares of all answers and the examples that reach it', async () => {
    const { effects, survey } = await shown()
    expect(effects.day).toBe('2026-11-24')
    expect(effects.questions).toMatchObject({ fewest: 1, most: 3 })
    const shares = new Map(effects.outcomes.map(({ outcome, share }) => [outcome, share]))
    expect(shares.get('notEligible')).toBeCloseTo(0.5)
    expect(shares.get('notEligible')! + shares.get('needsReview')! + shares.get('complete')!).toBeCloseTo(1)
    expect(effects.rules[0]).toMatchObject({
      id: 'kein-mieter',
      share: 0.5,
      counts: 'yes',
      decides: true,
      examples: { applies: 1, not: 5 },
    })
    expect(effects.documents).toMatchObject([{ id: 'mietvertrag', counts: 'yes', examples: { not: 1 } }])
    expect(survey.noticed.filter(({ isError }) => isError)).toEqual([])
  })

  test('stands on its page as bars with their figures, without styles inside', async () => {
    const { text } = await author.get(`/regeln/${now}`)
    expect(text).toContain('werden mindestens 1, im Mittel')
    expect(text).toMatch(/Nur für Mieter\..*<rect class="anteil__teil" width="50".*50\s% der Antworten/s)
    expect(text).toContain('greift in 1 Beispiel, in 5 nicht')
    expect(text).not.toMatch(/ style=|<style/)
  })

  test('names a rule that is always hidden, and a document that counts only where the case has ended', () => {
    const ruleSet: RuleSet = {
      ...old,
      rules: [...old.rules, aRule('verdeckt', 'needsReview', is('mietet', false))],
      documents: [{ ...old.documents[0]!, neededWhen: is('mietet', false) }],
    }
    const loaded = { id: now, file, hash: '', inForceFrom: '2025-01-01', compiled: compile(ruleSet) }
    const { rules, documents } = effectsOf(loaded as never, null, '2026-11-24')
    expect(rules.at(-1)).toMatchObject({ decides: false, hiddenBehind: ['kein-mieter'], examples: null })
    expect(documents).toMatchObject([{ counts: 'ended', examples: null }])
  })
})

describe('what is noticeable', () => {
  test('a gap in the fees comes with a citizen, whom the trial run shows', async () => {
    app.rules.write(file, { ...old, fees: [{ ...old.fees[0]!, when: is('untermiete') }] })
    const { survey } = await shown()
    const gap = survey.noticed.find(({ kind }) => kind === 'noFee')!
    expect(gap.citizen!.inWords).toContainEqual({ question: 'mietet', text: 'Mieten Sie?', answer: 'Ja' })
    const { text } = await author.get(`/regeln/${now}`)
    expect(text).toContain('ist keine Gebühr genannt')
    const trial = await author.get(linkIn(text, /Im Probelauf ansehen: Für manche/))
    expect(trial.status).toBe(200)
    expect(trial.text).toMatch(/name="frage\.mietet"[^>]*value="ja"[^>]*checked/)
    expect(trial.text).toContain('Unterlagen fehlen')
  })

  test('what no example shows comes with a citizen who would show it', async () => {
    const example = 'wohngeld/examples/2026-11-untermieter.json'
    app.rules.remove(example)
    const { survey } = await shown()
    const gaps = survey.noticed.filter(({ kind }) => kind === 'uncovered')
    expect(gaps.map(({ message }) => message)).toEqual([expect.stringContaining('untermieter')])
    expect(survey.untold).toBe(0)
    const trial = await author.get(gaps[0]!.citizen!.trial)
    expect(trial.text).toContain('Prüfung durch den Fachdienst nötig')
    app.rules.write(example, {
      name: 'untermieter',
      on: '2026-11-24',
      answers: { mietet: true, einzug: '2020-01-01', untermiete: true },
      documents: {},
      expect: { verdict: 'needsReview' },
    })
  })

  test('without examples the gaps are only counted here, so that no clerk waits', async () => {
    app.rules.write('gewerbeanmeldung/2025-01-01.json', { ...old, service: 'gewerbeanmeldung' })
    const { text } = await author.get('/regeln/gewerbeanmeldung@2025-01-01')
    expect(text).toMatch(/Die Beispiele lassen 1\d Lücken/)
    app.rules.remove('gewerbeanmeldung/2025-01-01.json')
  })
})

test('the ways from the questions to the verdicts are a picture that runs nothing', async () => {
  const { status, headers, text } = await author.get(`/regeln/${now}/bild.svg`)
  expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(text).toContain('Mieten Sie?')
  expect(text).not.toMatch(/<script|<style| style=| on[a-z]+=/)
  expect((await author.get(`/regeln/${now}`)).text).toContain(`src="/regeln/${now}/bild.svg"`)
  expect((await author.get('/regeln/wohngeld@1999-01-01/bild.svg')).status).toBe(404)
})

test('an address of a trial run with nonsense in it is answered with the page and what is wrong', async () => {
  const { status, text } = await author.get(
    `/regeln/${now}/probelauf?tag=32.13.2026&frage.mietet=vielleicht&frage.einzug=x&frage.einzug=y&mehr=1`,
  )
  expect(status).toBe(422)
  expect(text).toContain('Probelauf')
})

test('others than authors see nothing of it', async () => {
  const clerk = await signIn(app, 'k.schroeder')
  for (const part of ['effects', 'difference'])
    expect((await clerk.api('GET', `/api/rules/${now}/${part}`)).status).toBe(403)
})
