/** Indented, with lists of plain values on one line: as the other rule files are. */
export const asText = (json: unknown): string =>
  `${JSON.stringify(json, null, 2).replaceAll(/\[\n\s+([^[\]{}]*?)\n\s+\]/g, (_, items: string) => `[${items.replaceAll(/\n\s+/g, ' ')}]`)}\n`
