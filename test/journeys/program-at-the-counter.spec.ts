import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import { pageTexts } from '../handoff/support/read-pdf.js'
import { startApp, type TestApp } from '../support/app.js'
import { aCase } from '../support/case-builder.js'
import { signIn, type Client } from '../support/client.js'
import { aPdf, asFile } from '../support/scans.js'

let app: TestApp
let clerk: Client
let department: Client
beforeAll(async () => {
  app = await startApp()
  app.clock.startAt('2026-11-24T09:41:00+01:00')
  clerk = await signIn(app, 'k.schroeder')
  department = await signIn(app, 'w.fruendt')
})
afterAll(() => app.stop())

const view = async (reply: ReturnType<Client['api']>) => (await reply).json<CaseFileView>()

test('another program can do all that the pages do', async () => {
  const services = (await clerk.api('GET', '/api/services')).json<{ service: string; here: boolean }[]>()
  expect(services.filter(({ here }) => here).map(({ service }) => service)).toContain('wohngeld')
  const opened = await aCase().for('wohngeld').like('2026-11-24-mieterin-allein').openedBy(clerk)
  expect(opened.precheck.verdict).toBe('complete')
  const path = `/api/case-files/${opened.caseFile.id}`

  const scan = { datei: asFile(await aPdf('Mietvertrag.pdf', 3)) }
  expect((await clerk.upload(`${path}/evidence/mietvertrag/uploads`, scan)).status).toBe(201)
  const { uploads } = await view(clerk.api('GET', path))
  expect(uploads).toMatchObject([{ name: 'Mietvertrag.pdf', pages: 3, mediaType: 'application/pdf' }])
  expect((await clerk.api('POST', `${path}/note.pdf`, { language: 'uk' })).text).toMatch(/^%PDF/)

  const handedOver = await clerk.api('POST', `${path}/hand-over`, {})
  expect([handedOver.status, handedOver.json<{ verdict: string }>().verdict]).toEqual([200, 'complete'])
  const [waiting] = (await department.api('GET', '/api/inbox')).json<{ id: string; applicant: string }[]>()
  expect(waiting).toMatchObject({ id: opened.caseFile.id, applicant: 'Kröger, Anna Maria' })
  const cover = (await pageTexts(await bytesOf(department, `${path}/package.pdf`)))[0]
  expect(cover).toContain('Übergabepaket an: Wohngeldstelle')

  const deficiencies = [
    { about: { kind: 'question', id: 'einkommen_ungewiss' }, text: 'Der Vertrag ist befristet.' },
    { about: { kind: 'document', id: 'mietvertrag' }, text: 'Seite 2 ist nicht lesbar.' },
    { about: { kind: 'rule', id: 'beginn-im-antragsmonat' }, text: 'Der Antrag kam im Oktober.' },
  ]
  await department.api('POST', `/api/inbox/${opened.caseFile.id}/return`, { deficiencies })
  const returned = await view(clerk.api('GET', path))
  expect(returned.caseFile).toMatchObject({ state: 'returned', deficiencies })
  expect(returned.caseFile.answers).toEqual(opened.caseFile.answers)

  const { revision } = returned.caseFile.answers['einkommen_ungewiss']!
  await clerk.api('PUT', `${path}/answers/einkommen_ungewiss`, { value: false, revision })
  await clerk.upload(`${path}/evidence/mietvertrag/uploads`, scan)
  const settled = await view(clerk.api('POST', `${path}/settled-points`, deficiencies[2]!.about))
  expect(settled.caseFile.deficiencies).toEqual([])
  expect((await clerk.api('POST', `${path}/hand-over`, {})).status).toBe(200)
  expect((await clerk.api('GET', `${path}/packages`)).json<unknown[]>()).toHaveLength(2)

  const accepted = await department.api('POST', `/api/inbox/${opened.caseFile.id}/accept`)
  expect(accepted.json()).toMatchObject({ state: 'accepted', deficiencies: [] })
  const timeline = (await clerk.api('GET', `${path}/timeline`)).json<{ text: string; by: string }[]>()
  const givenBack =
    'Vom Fachdienst zurückgegeben: Ist ungewiss, wie viel der Haushalt in den nächsten zwölf Monaten verdient? · Mietvertrag mit letzter Mietänderung, oder Mietbescheinigung des Vermieters · Wohngeld beginnt am Ersten des Monats, in dem der Antrag eingeht, in der Regel für zwölf Monate, je nach Lage kürzer oder bis zu 24 Monate.'
  expect(timeline.filter(({ text }) => /Fachdienst/.test(text)).map(({ text, by }) => [text, by])).toEqual([
    ['An den Fachdienst übergeben', 'Käthe Schröder'],
    [givenBack, 'Wiebke Fründt'],
    ['An den Fachdienst übergeben', 'Käthe Schröder'],
    ['Vom Fachdienst angenommen', 'Wiebke Fründt'],
  ])
})

async function bytesOf(client: Client, path: string): Promise<Uint8Array> {
  const reply = await fetch(app.url + path, { headers: { cookie: client.cookieHeader } })
  return new Uint8Array(await reply.arrayBuffer())
}
