import type { KnownFact } from '../../rulebook/known-facts.js'
import type { FieldNote } from './check-groups.js'
import { factIn, piecesOf, type FieldMap } from './field-map.js'
import type { FormField } from './read-template.js'

/** Answers that nothing on the form would show: no box for them, or no such entry in the list. */
export function missingOptions(
  map: FieldMap,
  fields: readonly FormField[],
  facts: ReadonlyMap<string, KnownFact>,
): FieldNote[] {
  return [...withoutBox(map, facts), ...fields.flatMap((field) => notInList(map, field, facts))]
}

function withoutBox(map: FieldMap, facts: ReadonlyMap<string, KnownFact>): FieldNote[] {
  const pieces = Object.entries(map).flatMap(([field, source]) =>
    piecesOf(source).map((piece) => ({ field, piece, fact: factIn(piece) })),
  )
  return [...Map.groupBy(pieces, ({ fact }) => fact)].flatMap(([fact, own]) => {
    const ticked = own.map(({ piece }) =>
      typeof piece === 'object' ? (piece.is ?? piece.includes) : undefined,
    )
    // Where the fact is written out as well, every answer is seen.
    if (ticked.includes(undefined)) return []
    const shown = new Set(ticked.flat())
    const missing = (facts.get(fact)?.options ?? []).filter(({ value }) => !shown.has(value))
    if (missing.length === 0) return []
    const names = missing.map(({ value }) => `„${value}“`).join(', ')
    return [
      {
        field: own[0]!.field,
        message: `Ohne Kästchen bleibt auf „${fact}“ ${missing.length === 1 ? 'die Antwort' : 'die Antworten'} ${names}.`,
      },
    ]
  })
}

function notInList(
  map: FieldMap,
  { kind, name, choices }: FormField,
  facts: ReadonlyMap<string, KnownFact>,
): FieldNote[] {
  const source = map[name] ?? null
  if (kind !== 'choice' || typeof source !== 'string') return []
  return (facts.get(source)?.options ?? [])
    .filter(({ label }) => !choices.includes(label))
    .map(({ label }) => ({
      field: name,
      message: `„${label}“ steht nicht in der Auswahlliste des Formulars; es wird trotzdem gedruckt.`,
    }))
}

/** Whether a text has room in a field. */
export type Fits = (field: FormField, text: string) => boolean

/** Answers that are known beforehand and go to the continuation page each time: a wider field would hold them. */
export function withoutRoom(
  map: FieldMap,
  fields: readonly FormField[],
  facts: ReadonlyMap<string, KnownFact>,
  fits: Fits,
): FieldNote[] {
  return fields.flatMap((field) => {
    const source = map[field.name] ?? null
    if (field.kind === 'tick' || typeof source !== 'string') return []
    const fact = facts.get(source)
    if (fact?.kind !== 'choice') return []
    return (fact.options ?? [])
      .filter(({ label }) => !fits(field, label))
      .map(({ label }) => ({
        field: field.name,
        message: `„${label}“ hat im Feld keinen Platz und kommt jedes Mal auf das Fortsetzungsblatt.`,
      }))
  })
}
