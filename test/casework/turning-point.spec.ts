import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, htmx, openCase, show, startDesk, visit } from './support/desk-app.js'

let app: TestApp
let kaethe: Client
beforeAll(async () => {
  app = await startDesk()
  kaethe = await signIn(app, 'k.schroeder')
})
afterAll(() => app.stop())

async function refusedCase(): Promise<string> {
  const { caseFile } = await openCase(kaethe)
  await answer(kaethe, caseFile.id, 'mietet', false)
  return caseFile.id
}

const heading = 'Was das Ergebnis ändern würde'

test('a verdict against the application says which answer it hangs on and leads there', async () => {
  const id = await refusedCase()
  const { text } = await visit(kaethe, paths.case(id))
  expect(text).toContain(heading)
  expect(text).toMatch(/id="wendepunkt".*offen=frage-mietet#feld-frage-mietet.*„Ja“.*statt „Nein“/s)
  expect((await visit(kaethe, paths.review(id))).text).toContain(heading)
  expect((await show(kaethe, id)).turningPoint).toMatchObject({
    change: [{ questions: [{ id: 'mietet' }], given: '„Nein“' }],
    deciding: [{ question: 'mietet', answer: 'Nein' }],
  })
})

test('answers that decide together are named together', async () => {
  const { caseFile } = await openCase(kaethe)
  await answer(kaethe, caseFile.id, 'mietet', true)
  await answer(kaethe, caseFile.id, 'personen', 12)
  const { text } = await visit(kaethe, paths.case(caseFile.id))
  expect(text).toMatch(/id="wendepunkt".*bis 10.*statt 12.*Entscheidend.*Mieten Sie.*Wie viele Personen/s)
})

test('it comes with the answer that is saved, and goes with the next', async () => {
  const { caseFile } = await openCase(kaethe)
  const { id } = caseFile
  await visit(kaethe, paths.case(id))
  const save = (antwort: string, revision: string) =>
    kaethe.post(paths.answer(id, 'mietet'), { antwort, revision }, htmx)
  expect((await save('nein', '0')).text).toContain(heading)
  expect((await save('ja', '2')).text).not.toContain(heading)
})

test('nothing of it is said while the case is open', async () => {
  const { caseFile } = await openCase(kaethe)
  expect((await visit(kaethe, paths.case(caseFile.id))).text).not.toContain(heading)
  expect((await show(kaethe, caseFile.id)).turningPoint).toBeNull()
})

test('after the case has left the office it is said without links', async () => {
  const id = await refusedCase()
  const { status } = await kaethe.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Es eilt.' })
  expect(status).toBe(200)
  const { text } = await visit(kaethe, paths.case(id))
  expect(text).toContain(heading)
  expect(text).not.toContain('offen=frage-mietet')
})
