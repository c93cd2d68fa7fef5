import type { Redrawn, WhyRedrawn } from '../casework/case-file.js'

const because: Record<WhyRedrawn, string> = {
  content: 'mehr enthalten ist als ein eingescanntes Bild (Text, Zeichnung, Formularfelder oder Stempel)',
  format: 'das Bild in einem Format vorliegt, das sich nicht zum Aufbewahren eignet',
  converted: 'das Bild aufgerichtet, verkleinert oder in seinen Farben umgerechnet wurde',
}

/** Says which pages of a scan stand in the package as images made anew, and why. */
export function redrawnInWords({ why, from, to }: Redrawn, pages: number): string {
  const which =
    from === 1 && to === pages
      ? pages === 1
        ? 'Als Bild'
        : 'Alle Seiten als Bild'
      : from === to
        ? `Seite ${from} als Bild`
        : `Seiten ${from}–${to} als Bild`
  return `${which} übernommen, weil ${because[why]}; das Original liegt im Aktenspeicher.`
}
