import type { CaseFileView } from '../../../src/casework/http/case-file-view.js'
import type { RuleSet } from '../../../src/precheck/rule-set.js'
import { startApp, type TestApp } from '../../support/app.js'
import type { Client, Reply } from '../../support/client.js'
import { writeRules } from './desk-rules.js'

/** The whole program with the small rule sets, or others. */
export async function startDesk(ruleSets?: readonly RuleSet[]): Promise<TestApp> {
  const { rulesDir, remove } = writeRules(ruleSets)
  const app = await startApp({ rulesDir })
  return {
    ...app,
    stop: async () => {
      await app.stop()
      remove()
    },
  }
}

export async function openCase(client: Client, service = 'wohngeld'): Promise<CaseFileView> {
  const reply = await client.api('POST', '/api/case-files', { service })
  if (reply.status !== 201) throw new Error(`${reply.status} ${reply.text}`)
  return reply.json<CaseFileView>()
}

export const show = async (client: Client, id: string): Promise<CaseFileView> =>
  (await client.api('GET', `/api/case-files/${id}`)).json<CaseFileView>()

export const answer = (
  client: Client,
  id: string,
  question: string,
  value: unknown,
  revision = 0,
): Promise<Reply> => client.api('PUT', `/api/case-files/${id}/answers/${question}`, { value, revision })

export const note = (
  client: Client,
  id: string,
  document: string,
  noted: object,
  revision = 0,
): Promise<Reply> => client.api('PUT', `/api/case-files/${id}/evidence/${document}`, { revision, ...noted })

/** Puts the token of a page into the client, as the page's forms carry it. */
export async function visit(
  client: Client,
  path: string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const reply = await client.get(path, headers)
  client.csrfToken = /name="_csrf" value="([^"]+)"/.exec(reply.text)?.[1] ?? client.csrfToken
  return reply
}

export const htmx = { 'hx-request': 'true' }
