import { piecesOf, type FieldMap } from './field-map.js'

/** A problem of a field that others of its group show. */
export interface FieldNote {
  readonly field: string
  readonly message: string
}

/**
 * Lines for persons: each line has to have what the others have, and none may be left out. Whoever has no line at all
 * goes to the continuation page; whoever has half a line would lose the other half.
 */
export function checkGroups(map: FieldMap): FieldNote[] {
  const lines = Object.entries(map).flatMap(([field, source]) =>
    piecesOf(source).flatMap((piece) =>
      typeof piece === 'object' && piece.item !== undefined
        ? [{ field, fact: piece.fact, part: piece.part ?? 'alles', item: piece.item }]
        : [],
    ),
  )
  return [...Map.groupBy(lines, ({ fact }) => fact)].flatMap(([fact, own]) => {
    const last = Math.max(...own.map(({ item }) => item))
    return [...Map.groupBy(own, ({ part }) => part)].flatMap(([part, cells]) => {
      const missing = Array.from({ length: last + 1 }, (_, item) => item).filter(
        (item) => !cells.some((cell) => cell.item === item),
      )
      return missing.map((item) => ({
        field: cells[0]!.field,
        message: `„${part}“ von „${fact}“ fehlt für Zeile ${item + 1} („item“: ${item}), andere Felder haben sie.`,
      }))
    })
  })
}
