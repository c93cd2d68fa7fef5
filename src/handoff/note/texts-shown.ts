import { ageLimitInWords } from '../../precheck/document-standing.js'
import type { Day, RuleSet } from '../../precheck/rule-set.js'
import type { LoadedRuleSet } from '../../rulebook/rule-files.js'
import type { Rulebook } from '../../rulebook/rulebook.js'
import { lastDayOf } from '../../rulebook/why-in-force.js'

/** What a German text on the note is: the title of a service, a part of a needed document, or what a rule says. */
export type TextKind = 'title' | 'name' | 'why' | 'age' | 'whereToGet' | 'say'

/** A German text that a note can show and that comes from the rules. */
export interface ShownText {
  readonly text: string
  readonly kind: TextKind
  /** Services on whose note it can stand, sorted. */
  readonly services: readonly string[]
}

/** Every text that a note can show from `today` on, each once, in the order of the services, their documents and rules. */
export function textsShown(rulebook: Rulebook, today: Day): ShownText[] {
  const found = new Map<string, { readonly kind: TextKind; readonly services: Set<string> }>()
  for (const { service, kind, text } of stillInForce(rulebook, today).flatMap(textsOf)) {
    const known = found.get(text) ?? { kind, services: new Set() }
    known.services.add(service)
    found.set(text, known)
  }
  return [...found].map(([text, { kind, services }]) => ({ text, kind, services: [...services] }))
}

/** The questions: a translation may stand for them too, but clerk and citizen settle most of them at the counter. */
export const textsOfQuestions = (rulebook: Rulebook, today: Day): ReadonlySet<string> =>
  new Set(
    stillInForce(rulebook, today).flatMap(({ compiled: { ruleSet } }) =>
      ruleSet.questions.map(({ text }) => text),
    ),
  )

const stillInForce = (rulebook: Rulebook, today: Day): LoadedRuleSet[] =>
  rulebook.all().filter(({ compiled, inForceFrom }) => {
    const last = lastDayOf(rulebook, compiled.ruleSet.service, inForceFrom)
    return last === null || last >= today
  })

const textsOf = ({ compiled: { ruleSet } }: LoadedRuleSet) => [
  { service: ruleSet.service, kind: 'title' as const, text: ruleSet.title },
  ...ruleSet.documents.flatMap((document) => textsOfDocument(ruleSet.service, document)),
  ...ruleSet.rules.map(({ say }) => ({ service: ruleSet.service, kind: 'say' as const, text: say })),
]

const textsOfDocument = (service: string, document: RuleSet['documents'][number]) =>
  (
    [
      ['name', document.name],
      ['why', document.why ?? ''],
      ['age', ageLimitInWords(document)],
      ['whereToGet', document.whereToGet ?? ''],
    ] as const
  ).flatMap(([kind, text]) => (text === '' ? [] : [{ service, kind, text }]))
