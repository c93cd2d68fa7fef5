import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFileView } from '../../src/casework/http/case-file-view.js'
import type { Client } from './client.js'

interface Example {
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: Readonly<Record<string, unknown>>
}

/** A case as a test needs it, filled in over the API by whoever opens it. */
export function aCase(): CaseBuilder {
  return new CaseBuilder('wohnsitz-anmeldung', {}, {})
}

export class CaseBuilder {
  constructor(
    private readonly service: string,
    private readonly answers: Readonly<Record<string, unknown>>,
    private readonly documents: Readonly<Record<string, unknown>>,
  ) {}

  for(service: string): CaseBuilder {
    return new CaseBuilder(service, this.answers, this.documents)
  }

  /** Answers and documents of one of the examples beside the rule set. */
  like(example: string): CaseBuilder {
    const file = join('rules', this.service, 'examples', `${example}.json`)
    const { answers, documents } = JSON.parse(readFileSync(file, 'utf8')) as Example
    return new CaseBuilder(this.service, answers, documents)
  }

  with(answers: Readonly<Record<string, unknown>>): CaseBuilder {
    return new CaseBuilder(this.service, { ...this.answers, ...answers }, this.documents)
  }

  withDocuments(documents: Readonly<Record<string, unknown>>): CaseBuilder {
    return new CaseBuilder(this.service, this.answers, { ...this.documents, ...documents })
  }

  async openedBy(clerk: Client): Promise<CaseFileView> {
    let view = await seen(clerk.api('POST', '/api/case-files', { service: this.service }))
    const path = `/api/case-files/${view.caseFile.id}`
    for (const [question, value] of Object.entries(this.answers))
      view = await seen(clerk.api('PUT', `${path}/answers/${question}`, { value, revision: 0 }))
    for (const [document, way] of Object.entries(this.documents)) {
      const noted = typeof way === 'string' ? { seen: way } : (way as object)
      view = await seen(clerk.api('PUT', `${path}/evidence/${document}`, { ...noted, revision: 0 }))
    }
    return view
  }

  /** Opened and handed over at once. */
  async handedOverBy(clerk: Client, reason = 'Der Eingang zählt.'): Promise<CaseFileView> {
    const view = await this.openedBy(clerk)
    const reply = await clerk.api('POST', `/api/case-files/${view.caseFile.id}/hand-over`, { reason })
    if (reply.status !== 200) throw new Error(`Not handed over: ${reply.text}`)
    return view
  }
}

async function seen(reply: ReturnType<Client['api']>): Promise<CaseFileView> {
  const { status, text, json } = await reply
  if (status >= 300) throw new Error(`${status} ${text}`)
  return json<CaseFileView>()
}
