import { readdirSync, readFileSync } from 'node:fs'
import type { Answer, Evidence, Question, RuleSet, WaySeen } from '../../../src/precheck/rule-set.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import type { TestApp } from '../../support/app.js'
import type { Client } from '../../support/client.js'
import { answer, note, openCase } from '../../casework/support/desk-app.js'

/** The rules of the project, read once. */
export const rulebook = Rulebook.from('rules')

export interface Example {
  readonly name: string
  readonly on: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly documents?: Readonly<Record<string, WaySeen | Evidence>>
  readonly expect: { readonly verdict: string }
}

/** The first example of a service with this verdict under its newest rule set. */
export function exampleOf(service: string, verdict: string): Example {
  const folder = `rules/${service}/examples`
  const newest = rulebook.all().findLast(({ compiled }) => compiled.ruleSet.service === service)!
  const examples = readdirSync(folder)
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Example)
  return examples.find(({ on, expect }) => on >= newest.inForceFrom && expect.verdict === verdict)!
}

const samples: Record<Question['kind'], Answer> = {
  yesNo: true,
  choice: '',
  choices: [],
  integer: 1,
  euro: 100,
  date: '1990-05-17',
  text: 'Angabe',
  personName: 'Łukaszewicz-M\u0302aier',
  address: { street: 'Große Straße', houseNumber: '12 b', postcode: '19258', city: 'Boizenburg/Elbe' },
  country: 'DE',
  plate: 'LUP-AB 123',
  iban: 'DE02120300000000202051',
  persons: [{ familyName: 'Kara', givenNames: 'Ayşe', birthDate: '2015-01-09' }],
}

const sampleFor = ({ kind, options = [], example }: Question): Answer =>
  example ?? (kind === 'choice' ? options[0]!.value : samples[kind])

/** A case at the counter on the day of an example, with all that the example says and every required datum of the form. */
export async function caseFromExample(
  app: TestApp,
  client: Client,
  service: string,
  verdict: string,
): Promise<string> {
  const example = exampleOf(service, verdict)
  app.clock.startAt(`${example.on}T09:00:00Z`)
  const { caseFile } = await openCase(client, service)
  const { id } = caseFile
  const ruleSet = rulebook.byId(caseFile.ruleSet)!.compiled.ruleSet
  for (const [question, value] of Object.entries({ ...example.answers, ...formAnswers(example, ruleSet) }))
    await must(answer(client, id, question, value))
  for (const [document, seen] of Object.entries(example.documents ?? {}))
    await must(note(client, id, document, typeof seen === 'string' ? { seen } : seen))
  return id
}

/** What an example does not say and the official form needs. */
export const formAnswers = ({ answers }: Example, { questions }: RuleSet): Record<string, Answer> =>
  Object.fromEntries(
    questions
      .filter(({ id, required }) => required === true && answers[id] === undefined)
      .map((question) => [question.id, sampleFor(question)]),
  )

async function must(reply: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await reply
  if (status >= 300) throw new Error(`${status} ${text}`)
}
