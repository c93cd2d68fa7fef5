import { paths } from '../../../src/web/paths.js'
import type { TestApp } from '../../support/app.js'
import type { Client, Reply } from '../../support/client.js'
import { answer, openCase, visit } from './desk-app.js'

/** A case that needs the contract of a tenant, its page open. */
export async function openTenantCase(client: Client): Promise<string> {
  const { caseFile } = await openCase(client)
  await answer(client, caseFile.id, 'mietet', true)
  await visit(client, paths.case(caseFile.id))
  return caseFile.id
}

export const sendScan = (client: Client, id: string, datei: File, document = 'mietvertrag'): Promise<Reply> =>
  client.upload(paths.uploads(id, document), { datei })

/** Adds so many copies of the one scan of a case, all of them on it. */
export const addCopies = (app: TestApp, id: string, count: number) =>
  app.database.query(
    `insert into upload select gen_random_uuid(), case_file_id, document, name, media_type, bytes, pages, sha256,
      added_by, added_at from upload, generate_series(1, $2) where case_file_id = $1`,
    [id, count],
  )

/** What happened to a case, in words. */
export const historyOf = async (client: Client, id: string): Promise<readonly string[]> =>
  (await client.api('GET', `/api/case-files/${id}/timeline`))
    .json<{ text: string }[]>()
    .map(({ text }) => text)
