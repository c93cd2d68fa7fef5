import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import type { PackageContents } from '../../src/handoff/package-contents.js'
import { paths } from '../../src/web/paths.js'
import { startApp, type TestApp } from '../support/app.js'
import { aCase } from '../support/case-builder.js'
import { signIn, type Client } from '../support/client.js'

let app: TestApp
let clerk: Client
let department: Client
let view: CaseFileView
let id: string
beforeAll(async () => {
  app = await startApp()
  clerk = await signIn(app, 'k.schroeder')
  department = await signIn(app, 'b.moeller')
  view = await aCase().with({ geburtsort: 'Ulm' }).handedOverBy(clerk)
  id = view.caseFile.id
})
afterAll(() => app.stop())

describe.each([
  ['another department of the same town', 'w.fruendt'],
  ['the same department of another place', 'a.ahrens'],
])('%s', (_, name) => {
  test.each([
    ['GET', `/api/inbox/:id`],
    ['POST', `/api/inbox/:id/accept`],
    ['GET', '/api/case-files/:id/packages'],
    ['GET', '/api/case-files/:id/package.pdf'],
    ['GET', paths.inboxCase(':id')],
    ['POST', paths.acceptCase(':id')],
    ['GET', paths.package(':id')],
  ])('finds nothing at %s %s', async (method, path) => {
    const stranger = await signIn(app, name)
    const reply = await stranger.api(method, path.replace(':id', id), method === 'POST' ? {} : undefined)
    expect(reply.status).toBe(404)
  })

  test('has it in no list', async () => {
    const stranger = await signIn(app, name)
    expect((await stranger.api('GET', '/api/inbox')).json()).toEqual([])
    expect((await stranger.get('/posteingang')).text).not.toContain(view.caseFile.number)
  })
})

test('a clerk of another office gets neither package nor note, and hands nothing over', async () => {
  const stranger = await signIn(app, 'j.buehring')
  expect((await stranger.get(paths.package(id))).status).toBe(404)
  expect((await stranger.post(paths.note(id))).status).toBe(404)
  expect((await stranger.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'x' })).status).toBe(404)
})

test('the department sees what was handed over, not what the office changes after a return', async () => {
  const told = (reply: Awaited<ReturnType<Client['api']>>) =>
    reply
      .json<{ contents: PackageContents }>()
      .contents.questions.find((question) => question.id === 'geburtsort')?.answer?.words
  expect(told(await department.api('GET', `/api/inbox/${id}`))).toBe('Ulm')
  const deficiencies = [{ about: { kind: 'question', id: 'geburtsort' }, text: 'Ulm an der Donau?' }]
  await department.api('POST', `/api/inbox/${id}/return`, { deficiencies })
  const { revision } = view.caseFile.answers['geburtsort']!
  await clerk.api('PUT', `/api/case-files/${id}/answers/geburtsort`, { value: 'Bonn', revision })
  expect(told(await department.api('GET', `/api/inbox/${id}`))).toBe('Ulm')
  expect((await department.get(paths.inboxCase(id))).text).not.toContain('Bonn')
  await clerk.api('POST', `/api/case-files/${id}/hand-over`, { reason: 'Die Frist läuft ab.' })
  expect(told(await department.api('GET', `/api/inbox/${id}`))).toBe('Bonn')
})

test('a caseworker cannot work on it as a clerk, a clerk cannot decide', async () => {
  expect((await department.api('GET', `/api/case-files/${id}`)).status).toBe(403)
  expect((await department.get(paths.case(id))).status).toBe(403)
  expect((await clerk.api('POST', `/api/inbox/${id}/accept`, {})).status).toBe(403)
  expect((await clerk.get(paths.inboxCase(id))).status).toBe(403)
})
