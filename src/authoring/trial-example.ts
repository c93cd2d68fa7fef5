import type { RuleSet } from '../precheck/rule-set.js'
import { asText } from '../rulebook/json-text.js'
import type { Trial } from './trial.js'

/** A trial run as the file of an example: what came out now is what has to come out from now on. */
export interface ExampleDraft {
  /** Where it belongs, relative to the rules folder. */
  readonly file: string
  readonly json: string
}

/** Answers that do not count are left out: a reader would look for what they do. */
export function exampleOf({ ruleSet, input, precheck, aside }: Trial, name: string): ExampleDraft {
  const { service } = ruleSet.compiled.ruleSet
  const apart = new Set(
    aside.filter(({ standing }) => standing === 'notApplicable').map(({ question }) => question.id),
  )
  const example = {
    $schema: '../../example.schema.json',
    name,
    on: input.today,
    answers: Object.fromEntries(inOrder(ruleSet.compiled.ruleSet, input.answers, apart)),
    documents: Object.fromEntries(
      Object.entries(input.evidence).map(([id, { seen, issuedOn }]) => [
        id,
        issuedOn === undefined ? seen : { seen, issuedOn },
      ]),
    ),
    expect: {
      verdict: precheck.verdict,
      missing: precheck.documents.filter(({ state }) => state === 'missing').map(({ id }) => id),
      findings: precheck.findings.map(({ rule }) => rule),
      fee: precheck.fee,
    },
  }
  return {
    file: `${service}/examples/${input.today.slice(0, 7)}-${slugOf(name)}.json`,
    json: asText(example),
  }
}

const inOrder = ({ questions }: RuleSet, answers: Trial['input']['answers'], apart: ReadonlySet<string>) =>
  questions.flatMap(({ id }) =>
    answers[id] !== undefined && !apart.has(id) ? [[id, answers[id]] as const] : [],
  )

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** `Umzug über 3 Ämter` as `umzug-ueber-3-aemter`. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => umlauts[letter]!)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '') || 'beispiel'
