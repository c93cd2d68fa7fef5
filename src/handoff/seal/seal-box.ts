import { printLines } from '../paper/blocks.js'
import { heightOfLines, type Sheet } from '../paper/sheet.js'
import { ink, styles, type Run } from '../paper/text-style.js'
import { inGroups } from './fingerprint.js'
import type { SealShown } from './seal.js'
import { signatureField } from './signature-field.js'

const inset = 8

/** Says on paper who sealed the file, so that the screen can be compared with it, and carries the signature's field. */
export function printSealBox(sheet: Sheet, { signer, fingerprint, selfMade }: SealShown): void {
  const runs: Run[] = [
    { text: `Gesiegelt von ${signer}`, style: styles.strong },
    {
      text: selfMade
        ? 'Das Siegel hat sich dieses Programm selbst gemacht. Es zeigt, ob etwas geändert wurde, aber niemand bürgt dafür, von wem es ist.'
        : '',
      style: styles.small,
    },
    { text: `Fingerabdruck ${inGroups(fingerprint)}`, style: styles.small },
    { text: 'Prüfen mit: lotse verify <Datei>', style: styles.small },
  ].filter(({ text }) => text !== '')
  const width = sheet.width - 2 * inset
  const height = heightOfLines(sheet.set(runs, width)) + 2 * inset
  sheet.keep(height + 4)
  const box = { x: sheet.left, y: sheet.y + 4, width: sheet.width, height }
  sheet.ornament(() =>
    sheet.document.lineWidth(0.8).rect(box.x, box.y, box.width, box.height).stroke(ink.quiet),
  )
  sheet.y = box.y + inset
  sheet.tag(sheet.root, 'P', () => printLines(sheet, runs, sheet.left + inset, width))
  signatureField(sheet, box, `Siegel von ${signer}`)
  sheet.y = box.y + height
}
