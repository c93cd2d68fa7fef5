/** More than a glance takes in is only counted. */
const mostNamed = 3

/** "A, B oder C"; of many the first ones and how many more. */
export function alternatives(all: readonly string[]): string {
  const named = all.length === mostNamed + 1 ? all : all.slice(0, mostNamed)
  const more = all.length - named.length
  const parts = more > 0 ? [...named, `${more} weitere Antworten`] : named
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter(Boolean).join(' oder ')
}
