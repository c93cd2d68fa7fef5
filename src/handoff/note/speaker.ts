import { isolated } from '../paper/bidi.js'
import { filled, germanFrame, type FrameKey } from './frame.js'
import type { Said } from './note-contents.js'
import type { NoteTexts } from './note-texts.js'

type Values = Readonly<Record<string, string | Said>>

/** Says everything twice: in German, and in the language of the citizen where it is translated. */
export class Speaker {
  constructor(private readonly texts: NoteTexts | null) {}

  /** A sentence of the note itself. What is put in as plain text, such as a name, is the same in both languages. */
  sentence(key: FrameKey, values: Values = {}): Said {
    const german = filled(
      germanFrame[key],
      mapped(values, (value) => (typeof value === 'string' ? value : value.german)),
    )
    const unsaid = Object.values(values).some((value) => typeof value !== 'string' && value.other === null)
    if (this.texts === null || unsaid) return { german, other: null }
    const put = mapped(values, (value) => (typeof value === 'string' ? this.kept(value) : value.other!))
    return { german, other: filled(this.texts.frame[key], put) }
  }

  /** A text of the rules. */
  text(german: string): Said {
    return { german, other: this.texts?.texts.get(german) ?? null }
  }

  /** A text of the rules with facts put in, `fill`ed in both languages alike. */
  template(german: string, fill: (template: string) => string): Said {
    const other = this.text(german).other
    return { german: fill(german), other: other === null ? null : fill(other) }
  }

  /** What is the same in both languages, such as an address, and so needs to stand there only once. */
  unchanged(text: string): Said {
    return { german: text, other: text }
  }

  /** Several in a row; who reads the other language reads the German of what is not translated. */
  list(parts: readonly Said[], between: Said = { german: ', ', other: this.comma }): Said {
    const other = parts.map((part) => part.other ?? this.kept(part.german)).join(between.other ?? ', ')
    return {
      german: parts.map((part) => part.german).join(between.german),
      other: this.texts === null ? null : other,
    }
  }

  /** Any one of several: the last comes after an "or". */
  choice(parts: readonly Said[], or: Said): Said {
    const others = parts.slice(0, -1)
    const last = parts.slice(-1)
    return others.length === 0
      ? this.list(last)
      : this.list([this.list(others), ...last], { german: ` ${or.german} `, other: ` ${or.other} ` })
  }

  /** Several in one row that is said as a whole or not at all. */
  row(parts: readonly Said[]): Said {
    const others = parts.flatMap(({ other }) => other ?? [])
    return {
      german: parts.map(({ german }) => german).join(' · '),
      other: others.length === parts.length ? others.join(' · ') : null,
    }
  }

  private get comma(): string {
    return this.texts?.direction === 'rtl' ? '، ' : ', '
  }

  private kept(text: string): string {
    return this.texts?.direction === 'rtl' ? isolated(text) : text
  }
}

const mapped = (values: Values, map: (value: string | Said) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
