import type { Refusal } from '../refusal.js'

const statuses: Readonly<Record<string, number>> = {
  changedMeanwhile: 409,
  caseFileClosed: 409,
  stepNotPossible: 409,
  fileGone: 409,
  unknownQuestion: 404,
  unknownDocument: 404,
  unknownFile: 404,
  unknownCode: 404,
  tooManyCodes: 429,
  fileTooLarge: 413,
  fileTypeNotAccepted: 415,
  malwareNotChecked: 503,
}

/** The HTTP status that tells a program what kind of refusal this is. */
export const refusalStatus = ({ code }: Refusal): number => statuses[code] ?? 422
