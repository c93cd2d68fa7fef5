import barcodes from 'bwip-js/node'
import type { Sheet } from './sheet.js'

/** Draws a QR code as squares, not as an image: sharp at any size, and the same bytes each time. */
export function qrCode(sheet: Sheet, text: string, x: number, y: number, size: number): void {
  // Not the named export `raw`: that one is the symbology of this name.
  const [symbol] = barcodes.raw({ bcid: 'qrcode', text })
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('no QR code was made')
  const { pixs, pixx } = symbol
  const module = size / pixx
  for (const [index, dark] of pixs.entries())
    if (dark === 1)
      sheet.document.rect(x + (index % pixx) * module, y + Math.floor(index / pixx) * module, module, module)
  sheet.document.fill('#000000')
}
