import { PDFArray, PDFName, PDFNumber, type PDFDict, type PDFObject } from 'pdf-lib'
import { lookUp } from './look-up.js'

/** Whether what is drawn in a graphics state covers what lies under it: opaque, not mixed with it, not masked. */
export const isOpaque = (state: PDFDict): boolean =>
  isOne(lookUp(state, 'CA')) &&
  isOne(lookUp(state, 'ca')) &&
  isAmong(lookUp(state, 'SMask'), 'None') &&
  isNormal(lookUp(state, 'BM'))

const isOne = (value: PDFObject | undefined): boolean =>
  value === undefined || (value instanceof PDFNumber && value.asNumber() === 1)

const isAmong = (value: PDFObject | undefined, ...names: string[]): boolean =>
  value === undefined || names.some((name) => value === PDFName.of(name))

const isNormal = (mode: PDFObject | undefined): boolean =>
  mode instanceof PDFArray
    ? mode.size() === 1 && isAmong(mode.lookup(0), 'Normal', 'Compatible')
    : isAmong(mode, 'Normal', 'Compatible')
