import type { TestApp } from '../../support/app.js'
import type { Client } from '../../support/client.js'

/** The note of a case as a PDF, made now. */
export async function aNote(
  { url }: Pick<TestApp, 'url'>,
  client: Client,
  id: string,
  language = '',
): Promise<Buffer> {
  const reply = await fetch(`${url}/api/case-files/${id}/note.pdf`, {
    method: 'POST',
    headers: {
      cookie: client.cookieHeader,
      'x-csrf-token': client.csrfToken,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ language }),
  })
  if (reply.status !== 200) throw new Error(`${reply.status} ${await reply.text()}`)
  return Buffer.from(await reply.arrayBuffer())
}

/** The code that is printed on a note. */
export const codeOn = (text: string): string =>
  /(?:[0-9A-HJKMNP-TV-Z]{4}-\s?){6}[0-9A-HJKMNP-TV-Z]{4}/.exec(text)![0].replaceAll(/[-\s]/g, '')
