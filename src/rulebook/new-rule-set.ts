import { dayInWords } from '../precheck/answer-in-words.js'
import { addDays } from '../precheck/day.js'
import type { Day } from '../precheck/rule-set.js'
import { asText } from './json-text.js'
import type { LoadedRuleSet } from './rule-files.js'
import type { Rulebook } from './rulebook.js'
import { skeletonExample, skeletonRuleSet } from './skeleton.js'
import { lastDayOf } from './why-in-force.js'

/** The files of a new rule set and what is left to do by hand; or why there are none. */
export type NewRuleSet =
  | {
      readonly ok: true
      /** The rule set that it is a copy of; `null` for a new service. */
      readonly copiedFrom: string | null
      readonly files: readonly NewFile[]
      readonly next: readonly string[]
    }
  | { readonly ok: false; readonly message: string }

export interface NewFile {
  /** Relative to the rules folder. */
  readonly file: string
  readonly text: string
}

export interface Wish {
  readonly service: string
  readonly from: Day
  readonly title: string | undefined
}

/** The rule set of a service from a day on: a copy of the one before, or a skeleton where there is none. */
export function newRuleSet(rulebook: Rulebook, wish: Wish, textOf: (file: string) => string): NewRuleSet {
  const { service, from, title } = wish
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(service))
    return refuse(
      `„${service}“ geht nicht: nur Kleinbuchstaben, Ziffern und Bindestriche, wie „hundesteuer“.`,
    )
  if (!rulebook.services().includes(service)) return skeletonOf(wish)
  if (title !== undefined) return refuse('„--title“ gibt es nur für eine neue Leistung.')
  const before = rulebook.inForce(service, from)
  if (before === null)
    return refuse(`Vor dem ${dayInWords(from)} gibt es kein Regelwerk, das kopiert werden könnte.`)
  return copyOf(before, textOf(before.file), wish, lastDayOf(rulebook, service, from))
}

const refuse = (message: string): NewRuleSet => ({ ok: false, message })

function skeletonOf({ service, from, title = nameFrom(service) }: Wish): NewRuleSet {
  if (title.trim() === '' || title.length > 200) return refuse('„--title“ hat 1 bis 200 Zeichen.')
  return {
    ok: true,
    copiedFrom: null,
    files: [
      { file: `${service}/${from}.json`, text: asText(skeletonRuleSet(service, title, from)) },
      { file: `${service}/examples/vollstaendig.json`, text: asText(skeletonExample(from)) },
    ],
    next: [
      'Eintragen, wer entscheidet („decidedBy“), welcher Fachdienst („department“) und ob das Bürgerbüro selbst abschließt („finishedAtCounter“).',
      'Fragen, Unterlagen, Regeln und Gebühren eintragen, jede mit Fundstelle; „confirmed“ streichen, wenn sie bestätigt ist.',
      'Zu jeder Regel und Unterlage Beispiele schreiben, je eines mit und eines ohne sie.',
      `npx lotse rules check ${service} nennt, was noch fehlt.`,
    ],
  }
}

const nameFrom = (service: string): string =>
  `${service[0]!.toUpperCase()}${service.slice(1).replaceAll('-', ' ')}`

/** The text stays as its author wrote it, so that a comparison of both files shows what changes in law. */
function copyOf(before: LoadedRuleSet, text: string, { service, from }: Wish, until: Day | null): NewRuleSet {
  const file = `${service}/${from}.json`
  const ends = until === null ? [] : [`Es gilt bis zum ${dayInWords(until)}; danach gilt schon ein anderes.`]
  return {
    ok: true,
    copiedFrom: before.id,
    files: [{ file, text: text.replace(/("inForceFrom"\s*:\s*)"[^"]*"/, `$1"${from}"`) }],
    next: [
      ...ends,
      `In ${file} ändern, was sich am ${dayInWords(from)} ändert, mit der neuen Fundstelle.`,
      `Beispiele auf beiden Seiten des Stichtags schreiben: mit "on": "${addDays(from, -1)}" und mit "on": "${from}".`,
      `npx lotse rules check ${service} nennt, was noch fehlt.`,
    ],
  }
}
