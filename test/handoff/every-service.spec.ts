import { jest } from '@jest/globals'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn } from '../support/client.js'
import { caseFromExample, exampleOf } from './support/counter-case.js'
import { pageTexts } from './support/read-pdf.js'

jest.setTimeout(90_000)

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const rulebook = Rulebook.from('rules')

describe.each(rulebook.services())('a complete case of %s', (service) => {
  it('is handed over as a package with its form filled in', async () => {
    app.clock.startAt(`${exampleOf(service, 'complete').on}T09:00:00Z`)
    const clerk = await signIn(app, 'k.schroeder')
    const id = await caseFromExample(app, clerk, service, 'complete')
    const reply = await clerk.api('POST', `/api/case-files/${id}/hand-over`, {})
    expect([reply.status, reply.json<{ verdict?: string; reason?: string }>()]).toMatchObject([
      200,
      { verdict: 'complete', reason: null },
    ])
    const url = `${app.url}/api/case-files/${id}/package.pdf`
    const sent = await fetch(url, { headers: { cookie: clerk.cookieHeader } })
    const pages = await pageTexts(Buffer.from(await sent.arrayBuffer()))
    expect(pages[0]).toContain('Vorprüfung: vollständig')
    const form = pages.filter((page) => page.includes('Blatt '))
    expect(form.length).toBeGreaterThan(0)
    expect(form.join(' ')).toMatch(/Łukaszewicz-M\u0302aier|Kara|Boizenburg/)
    expect(form.join(' ')).toMatch(/20\d\d-0000\d\d/)
  })
})
