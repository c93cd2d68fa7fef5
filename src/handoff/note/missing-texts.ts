import type { NoteTexts } from './note-texts.js'
import type { ShownText } from './texts-shown.js'

/** What is to be done in the file of one language. */
export interface TextsToDo {
  readonly language: string
  readonly name: string
  /** Without a translation: the note shows them in German alone. */
  readonly missing: readonly ShownText[]
  /** Translations whose German text no rule has any more, letter by letter. */
  readonly stale: readonly string[]
}

/**
 * Compares a language with the texts of the rules.
 * @param others texts of the rules that may be translated too, but need not be
 */
export const textsToDo = (
  { code, name, texts }: NoteTexts,
  shown: readonly ShownText[],
  others: ReadonlySet<string>,
): TextsToDo => {
  const known = new Set(shown.map(({ text }) => text))
  return {
    language: code,
    name,
    missing: shown.filter(({ text }) => !texts.has(text)),
    stale: [...texts.keys()].filter((text) => !known.has(text) && !others.has(text)),
  }
}
