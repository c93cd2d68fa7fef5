import barcodes from 'bwip-js/node'
import type { Sheet } from './sheet.js'

interface Squares {
  readonly text: string
  readonly dark: readonly number[]
  readonly side: number
}

// A page is set more than once until its numbers are known; its code stays the same.
let last: Squares | undefined

/** Draws a QR code as squares, not as an image: sharp at any size, and the same bytes each time. */
export function qrCode(sheet: Sheet, text: string, x: number, y: number, size: number): void {
  const { dark, side } = (last = last?.text === text ? last : encoded(text))
  const module = size / side
  for (const [index, isDark] of dark.entries())
    if (isDark === 1)
      sheet.document.rect(x + (index % side) * module, y + Math.floor(index / side) * module, module, module)
  sheet.document.fill('#000000')
}

function encoded(text: string): Squares {
  // Not the named export `raw`: that one is the symbology of this name.
  const [symbol] = barcodes.raw({ bcid: 'qrcode', text })
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no QR code was made')
  return { text, dark: symbol.pixs, side: symbol.pixx }
}
