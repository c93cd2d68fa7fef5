import type { KnownFact } from '../../rulebook/known-facts.js'
import { factIn, piecesOf, type FieldSource, type Piece } from './field-map.js'
import type { FormField } from './read-template.js'

/** What does not fit between a field of the form and what it is filled with, one German sentence each. */
export function checkField(
  field: FormField,
  source: FieldSource,
  facts: ReadonlyMap<string, KnownFact>,
): string[] {
  if (source === null) return []
  if (field.kind === 'signature') return ['Hier wird unterschrieben; bitte null schreiben.']
  const ticks = piecesOf(source).map((piece) => isTick(piece))
  if (field.kind === 'tick')
    return isTicking(source) && ticks.every(Boolean)
      ? []
      : ['Ein Kästchen wird angekreuzt: Es braucht „is“ oder „includes“, oder „any“ mit mehreren davon.']
  if (ticks.some(Boolean))
    return ['In ein Textfeld kommt ein Text: „is“, „includes“ und „any“ gehören zu Kästchen.']
  return checkRoom(field, source, facts)
}

const isTick = (piece: Piece): boolean =>
  typeof piece === 'object' && (piece.is !== undefined || piece.includes !== undefined)

const isTicking = (source: FieldSource): boolean =>
  typeof source === 'object' && source !== null && ('any' in source || 'fact' in source)

/** What every answer of a kind needs, where that is known before. */
const lengths: Partial<Record<KnownFact['kind'], { readonly written: number; readonly inCells: number }>> = {
  date: { written: 10, inCells: 8 },
  iban: { written: 27, inCells: 22 },
}

function checkRoom(
  { maxLength, comb }: FormField,
  source: FieldSource,
  facts: ReadonlyMap<string, KnownFact>,
): string[] {
  const [piece, ...others] = piecesOf(source)
  if (maxLength === null || piece === undefined || others.length > 0) return []
  if (typeof piece === 'object' && piece.part !== undefined) return []
  const length = lengths[facts.get(factIn(piece))?.kind ?? 'text']
  const needed = length === undefined ? 0 : comb ? length.inCells : length.written
  return needed <= maxLength
    ? []
    : [
        `Das Feld nimmt ${maxLength} Zeichen, „${factIn(piece)}“ braucht ${needed}; bitte das Feld ändern oder einen Teil zuordnen.`,
      ]
}
