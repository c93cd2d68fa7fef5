import type { Verdict } from '../../precheck/precheck.js'
import type { Document } from './open-document.js'

const shapes: Record<Verdict, 'tick' | 'mark' | 'cross'> = {
  complete: 'tick',
  missingDocuments: 'mark',
  needsReview: 'mark',
  open: 'mark',
  notEligible: 'cross',
  wrongAuthority: 'cross',
}

/** A sign that tells the verdicts apart by its shape, so that it also does in grey: ring with tick, mark or cross. */
export function verdictSign(document: Document, verdict: Verdict, x: number, y: number, size: number): void {
  const at = (dx: number, dy: number) => [x + dx * size, y + dy * size] as const
  document
    .lineWidth(size * 0.07)
    .lineCap('round')
    .lineJoin('round')
  document.circle(...at(0.5, 0.5), size * 0.46).stroke('#000000')
  document.lineWidth(size * 0.1)
  if (shapes[verdict] === 'tick')
    document
      .moveTo(...at(0.28, 0.52))
      .lineTo(...at(0.44, 0.68))
      .lineTo(...at(0.73, 0.34))
      .stroke('#000000')
  if (shapes[verdict] === 'cross')
    document
      .moveTo(...at(0.33, 0.33))
      .lineTo(...at(0.67, 0.67))
      .moveTo(...at(0.67, 0.33))
      .lineTo(...at(0.33, 0.67))
      .stroke('#000000')
  if (shapes[verdict] === 'mark') {
    document
      .moveTo(...at(0.5, 0.26))
      .lineTo(...at(0.5, 0.56))
      .stroke('#000000')
    document.circle(...at(0.5, 0.73), size * 0.055).fill('#000000')
  }
}
