import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { countTouched, type TouchedCases } from '../../src/casework/touched-cases.js'
import type { RuleChange } from '../../src/precheck/rule-change.js'
import { answer, note, openCase } from '../casework/support/desk-app.js'
import { signIn, type Client } from '../support/client.js'
import { is } from '../support/rule-set-builder.js'
import { old, upcoming } from './support/author-rules.js'
import { startAuthoring, type AuthoringApp } from './support/authoring-app.js'

const later = 'wohngeld@2027-01-01'
let app: AuthoringApp
let author: Client
let clerk: Client
beforeAll(async () => {
  app = await startAuthoring()
  app.rules.write('wohngeld/2027-01-01.json', {
    ...upcoming,
    documents: [
      ...old.documents,
      { ...old.documents[0]!, id: 'nachweis', name: 'Nachweis', neededWhen: is('untermiete', false) },
    ],
  })
  author = await signIn(app, 'e.rathjen')
  clerk = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

const touched = async (id = later) =>
  (await author.api('GET', `/api/rules/${id}/open-cases`)).json<{ touched: TouchedCases | null }>().touched

async function aCaseOf(answers: object, documents: object = {}): Promise<string> {
  const { caseFile } = await openCase(clerk)
  for (const [question, value] of Object.entries(answers)) await answer(clerk, caseFile.id, question, value)
  for (const [document, noted] of Object.entries(documents)) await note(clerk, caseFile.id, document, noted)
  return caseFile.id
}

test('without open cases it says so', async () => {
  expect(await touched()).toEqual({ offices: [], verdicts: [], lookedAt: 0 })
  expect((await author.get(`/regeln/${later}`)).text).toContain('Kein offener Vorgang wäre umzustellen.')
})

test('open cases are counted by office, with what the rule set would mean for them', async () => {
  const answers = { mietet: true, einzug: '2020-01-01', untermiete: false }
  const seen = { mietvertrag: { seen: 'originalSeen', issuedOn: '2026-11-20' } }
  await aCaseOf(answers, seen)
  await aCaseOf({ mietet: false })
  const gone = await aCaseOf({ ...answers, untermiete: true }, seen)
  await clerk.api('POST', `/api/case-files/${gone}/hand-over`, { reason: 'Es eilt.' })
  expect(await touched()).toMatchObject({
    offices: [
      {
        office: 'Bürgerbüro Boizenburg',
        open: 2,
        due: 2,
        otherVerdict: 1,
        newDocuments: 1,
        toAsk: 0,
      },
    ],
    verdicts: [{ before: 'complete', after: 'missingDocuments', cases: 1 }],
    lookedAt: 2,
  })
})

test('an author reads figures, and nothing that says whose case it is', async () => {
  const id = await aCaseOf({ mietet: false, name: 'Łukasiewicz' })
  const { text } = await author.get(`/regeln/${later}`)
  expect(text).toContain('3 offene Vorgänge wären ab 01.01.2027 auf dieses Regelwerk umzustellen.')
  expect(text).toContain('1 Vorgang: statt „vollständig“ dann „Unterlagen fehlen“')
  const json = JSON.stringify(await touched())
  for (const secret of [id, 'Łukasiewicz', '2026-000001'])
    for (const told of [text, json]) expect(told).not.toContain(secret)
})

test('two offices of one name are counted apart', () => {
  const change = { verdict: {}, fee: {}, newQuestions: [], toCheck: [], dropped: [], documentsNeeded: [] }
  const offices = ['eins', 'zwei'].map((id, i) => ({ id, name: 'Bürgerbüro', open: 3 + i }))
  const touched = [{ officeId: 'zwei', change: change as unknown as RuleChange }]
  expect(countTouched(offices, touched, 7).offices).toMatchObject([
    { office: 'Bürgerbüro', open: 3, due: 0 },
    { office: 'Bürgerbüro', open: 4, due: 1 },
  ])
})

test('cases that have the rule set, or would have another one, are none of them', async () => {
  expect(await touched('wohngeld@2025-01-01')).toBeNull()
  await app.database.query('update case_file set rule_set = $1', [later])
  expect((await touched())!.offices).toMatchObject([{ open: 3, due: 0 }])
})

test('others than authors see nothing of it', async () => {
  expect((await clerk.api('GET', `/api/rules/${later}/open-cases`)).status).toBe(403)
})
