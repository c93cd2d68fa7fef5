import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { paths } from '../../src/web/paths.js'
import type { TestApp } from '../support/app.js'
import { signIn, type Client } from '../support/client.js'
import { answer, show, visit } from './support/desk-app.js'
import { startWithNewLaw, type NewLaw } from './support/new-law.js'

let law: NewLaw
let app: TestApp
let kaethe: Client
let jannik: Client
beforeAll(async () => {
  law = await startWithNewLaw()
  app = law.app
  kaethe = law.kaethe
  jannik = await signIn(app, 'j.pruess')
})
afterAll(() => app.stop())

const moveOver = (id: string, body: object, client = kaethe) =>
  client.api('POST', `/api/case-files/${id}/move-over`, body)
describe('what is to be checked', () => {
  async function moved(): Promise<CaseFileView['caseFile']> {
    const { caseFile } = await law.oldCase()
    return (await moveOver(caseFile.id, { to: law.to })).json<CaseFileView>().caseFile
  }

  test('goes when the answer is saved again, or changed', async () => {
    const { id, answers } = await moved()
    await answer(kaethe, id, 'personen', 2, answers['personen']!.revision)
    const reply = await answer(kaethe, id, 'bezuege', ['lohn'])
    expect(reply.json<CaseFileView>().caseFile.toCheck).toEqual([])
  })

  test('stays when a page from before the move saves the same answer', async () => {
    const { caseFile: before } = await law.oldCase()
    await moveOver(before.id, { to: law.to })
    const seen = before.answers['personen']!.revision
    const reply = await answer(jannik, before.id, 'personen', 2, seen)
    expect(reply.json<CaseFileView>().caseFile.toCheck).toHaveLength(2)
    expect((await answer(jannik, before.id, 'personen', 3, seen)).status).toBe(409)
  })

  test('goes by a press where the answer stays as it is', async () => {
    const { id } = await moved()
    await visit(kaethe, paths.case(id))
    await kaethe.post(paths.settlePoint(id), { kind: 'question', id: 'personen' })
    expect((await show(kaethe, id)).caseFile.toCheck.map(({ question }) => question)).toEqual(['bezuege'])
  })

  test('is an open point of the review, so that going on takes a reason', async () => {
    const { id } = await moved()
    expect((await visit(kaethe, paths.review(id))).text).toContain(
      'Nach dem neuen Regelwerk zu prüfen: der Wortlaut ist neu',
    )
  })
})
