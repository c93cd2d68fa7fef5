export interface TextStyle {
  /** Points. */
  readonly size: number
  readonly bold?: boolean
  /** For what stands beside the matter: sources, who and when. Still readable in a copy. */
  readonly quiet?: boolean
  /** Space between two lines, as a factor of the font's own. */
  readonly leading?: number
  /** Set from the right, in this order of writing. */
  readonly direction?: 'rtl'
}

export const ink = { normal: '#111111', quiet: '#4a4a4a', line: '#9a9a9a', tint: '#ececec' } as const

export const styles = {
  title: { size: 20, bold: true },
  section: { size: 12.5, bold: true },
  subsection: { size: 10.5, bold: true },
  lead: { size: 11 },
  body: { size: 9.5 },
  strong: { size: 9.5, bold: true },
  label: { size: 9.5, quiet: true },
  small: { size: 8, quiet: true },
} as const satisfies Record<string, TextStyle>

/** A piece of text in one style; a paragraph or a cell is one or more of them, one under the other. */
export interface Run {
  readonly text: string
  readonly style: TextStyle
}
