import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ListedRules } from '../../src/authoring/list-rule-sets.js'
import type { RuleRelease } from '../../src/authoring/rule-release.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { visit } from '../casework/support/desk-app.js'
import { signIn, type Client } from '../support/client.js'
import { upcoming } from './support/author-rules.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const id = 'wohngeld@2027-01-01'
const file = 'wohngeld/2027-01-01.json'
const releases = `/api/rules/${id}/releases`
let app: AuthoringApp
let first: Client
let second: Client
beforeAll(async () => {
  app = await startAuthoring()
  first = await signIn(app, 'e.rathjen')
  second = await signIn(app, 'h.krueger')
})
afterAll(() => app.stop())

const onDisk = async () => {
  const { services } = (await first.api('GET', '/api/rules')).json<ListedRules>()
  return services.flatMap(({ ruleSets }) => ruleSets).find((ruleSet) => ruleSet.id === id)!
}
const propose = async (by: Client, note = 'Neue Gebühr, § 3 Probe') =>
  by.api('POST', releases, { sha256: (await onDisk()).sha256, note })
const proposed = async (by: Client) => (await propose(by)).json<RuleRelease>()
const step = (by: Client, release: RuleRelease, name: string, body?: object) =>
  by.api('POST', `${releases}/${release.id}/${name}`, body)

test('one proposes, cannot release, and a second author does', async () => {
  const release = await proposed(first)
  expect(release).toMatchObject({ state: 'proposed', proposedByName: 'Elisabeth Rathjen', tests: null })
  const own = await step(first, release, 'release')
  expect(own.json()).toMatchObject({
    status: 422,
    code: 'ownProposal',
    detail: expect.stringContaining('Vier-Augen-Prinzip'),
  })
  const done = (await step(second, release, 'release')).json<RuleRelease>()
  expect(done).toMatchObject({
    state: 'released',
    decidedByName: 'Hinnerk Krüger',
    tests: { passed: 6, failed: 0, problems: 0, unconfirmed: 1 },
  })
  expect((await onDisk()).release).toMatchObject({ kind: 'released', open: null })
  expect((await step(second, release, 'reject', { reason: 'Doch nicht.' })).json()).toMatchObject({
    status: 409,
    code: 'stepNotPossible',
  })
  expect((await propose(second)).json()).toMatchObject({
    status: 409,
    detail: expect.stringContaining('schon freigegeben'),
  })
})

test('each signature stands in the audit trail of its rule set', async () => {
  const trail = app.app.get(AuditTrail)
  const entries = await trail.of({ kind: 'ruleSet', id })
  expect(entries.map(({ action, actor }) => [action, actor?.name])).toEqual([
    ['ruleSet.releaseProposed', 'Elisabeth Rathjen'],
    ['ruleSet.released', 'Hinnerk Krüger'],
  ])
  expect(entries[1]!.details).toMatchObject({ sha256: (await onDisk()).sha256, tests: { passed: 6 } })
  expect(await trail.brokenChains()).toEqual([])
})

test('a file that changes afterwards is no longer the one that was released', async () => {
  app.rules.write(file, { ...upcoming, title: 'Probegeld ab 2027' })
  expect((await onDisk()).release).toMatchObject({ kind: 'changed' })
  expect((await first.get('/regeln')).text).toContain('geändert seit der Freigabe')
  expect((await first.get(`/regeln/${id}/freigabe`)).text).toContain('Geändert seit der Freigabe')
})

test('a file that changes after the proposal cannot be released, only rejected', async () => {
  const release = await proposed(first)
  expect((await propose(second)).json()).toMatchObject({ status: 409, code: 'stepNotPossible' })
  app.rules.write(file, { ...upcoming, title: 'Probegeld vom Jahr 2027 an' })
  expect((await step(second, release, 'release')).json()).toMatchObject({
    status: 409,
    code: 'changedMeanwhile',
  })
  expect((await step(first, release, 'reject', { reason: 'Veraltet.' })).json()).toMatchObject({
    code: 'ownProposal',
  })
  expect((await step(second, release, 'reject', { reason: ' ' })).json()).toMatchObject({
    code: 'reasonMissing',
  })
  expect((await step(second, release, 'reject', { reason: 'Veraltet.' })).json()).toMatchObject({
    state: 'rejected',
    reason: 'Veraltet.',
  })
})

test('nobody proposes a state of the file that they have not seen', async () => {
  const stale = { sha256: 'a'.repeat(64), note: 'Ungesehen' }
  expect((await first.api('POST', releases, stale)).json()).toMatchObject({
    status: 409,
    code: 'changedMeanwhile',
  })
  expect((await first.api('POST', releases, { sha256: 'kurz', note: 'x' })).status).toBe(422)
})

test('two proposals at once are one', async () => {
  const replies = await Promise.all([propose(first), propose(second)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const release = replies.find(({ status }) => status === 201)!.json<RuleRelease>()
  const [own, other] = release.proposedByName === 'Elisabeth Rathjen' ? [first, second] : [second, first]
  expect((await step(other, release, 'withdraw')).json()).toMatchObject({ code: 'notYourProposal' })
  expect((await step(own, release, 'withdraw')).json()).toMatchObject({ state: 'withdrawn' })
})

test('with an example that fails there is no release, and the examples are looked at when it is asked for', async () => {
  const release = await proposed(first)
  const example = 'wohngeld/examples/2027-02-kein-mieter.json'
  const told = { name: 'kein Mieter', on: '2027-02-01', answers: { mietet: false }, documents: {} }
  app.rules.write(example, { ...told, expect: { verdict: 'complete' } })
  expect((await step(second, release, 'release')).json()).toMatchObject({
    status: 422,
    code: 'testsFail',
    detail: expect.stringContaining('1 Beispiel geht anders aus als erwartet'),
  })
  app.rules.remove(example)
  expect((await step(second, release, 'release')).json()).toMatchObject({ code: 'testsFail' })
  app.rules.write(example, { ...told, expect: { verdict: 'notEligible' } })
  expect((await step(second, release, 'release')).json()).toMatchObject({ state: 'released' })
})

test('the database knows the two signatures too', async () => {
  const update = 'update rule_release set decided_by = proposed_by where state = $1'
  await expect(app.database.query(update, ['released'])).rejects.toThrow(/check constraint/)
})

test('on the page: proposed with a note that says what changed, refused to its author, released by another', async () => {
  app.rules.write(file, { ...upcoming, title: 'Probegeld 2027' })
  const page = `/regeln/${id}/freigabe`
  const { text } = await visit(first, page)
  expect(text).toContain('Gebühr „Antrag“: geändert (Betrag, Fundstelle)')
  const [, sha256] = /name="sha256" value="([^"]+)"/.exec(text)!
  const empty = await first.post(page, { sha256: sha256!, note: ' ' })
  expect([empty.status, empty.text.includes('Bitte angeben, was sich ändert und warum.')]).toEqual([
    422,
    true,
  ])
  const sent = await first.post(page, { sha256: sha256!, note: 'Gebühr nach § 3 Probe' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, page])
  const open = (await onDisk()).release.open!
  const own = await first.post(`${page}/${open.id}/freigeben`)
  expect([own.status, own.text.includes('Vier-Augen-Prinzip')]).toEqual([422, true])
  const asked = await visit(second, page)
  expect(asked.text).toContain('Gebühr nach § 3 Probe')
  expect((await second.post(`${page}/${open.id}/freigeben`)).status).toBe(303)
  expect((await second.get(page)).text).toContain(
    'Geprüft mit 6 Beispielen, ohne Mangel; 1 Teil unbestätigt.',
  )
})

test('a release of another rule set, or of none, is not there', async () => {
  const [release] = (await first.api('GET', releases)).json<RuleRelease[]>()
  const elsewhere = `/api/rules/wohngeld@2025-01-01/releases/${release!.id}`
  expect((await second.api('POST', `${elsewhere}/release`)).status).toBe(404)
  expect((await second.api('POST', `${releases}/nichts/release`)).status).toBe(404)
  expect(
    (await first.api('POST', '/api/rules/nichts/releases', { sha256: 'a'.repeat(64), note: 'x' })).status,
  ).toBe(404)
})
