/** The word that differs least from what was typed, or `null` if none is near enough to be meant. */
export function nearestOf(typed: string, words: readonly string[]): string | null {
  const begun = words.filter((word) => typed.length > 1 && word.startsWith(typed))
  if (begun.length === 1) return begun[0]!
  const [best] = words
    .map((word) => ({ word, changes: changesBetween(typed, word) }))
    .toSorted((a, b) => a.changes - b.changes)
  return best !== undefined && best.changes <= Math.max(1, typed.length / 3) ? best.word : null
}

/** How many letters must be changed, added or removed (Levenshtein). */
function changesBetween(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1]
    for (let column = 1; column <= to.length; column++)
      line.push(
        Math.min(
          above[column]! + 1,
          line[column - 1]! + 1,
          above[column - 1]! + (letter === to[column - 1] ? 0 : 1),
        ),
      )
    above = line
  }
  return above[to.length]!
}
