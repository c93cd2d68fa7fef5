import type { AnswerToCheck, CaseFile, Deficiency, PointKind } from './case-file.js'

export const pointAbout = (caseFile: CaseFile, kind: PointKind, id: string): Deficiency | undefined =>
  caseFile.deficiencies.find(({ about }) => about.kind === kind && about.id === id)

export const toCheckAbout = (caseFile: CaseFile, question: string): AnswerToCheck | undefined =>
  caseFile.toCheck.find((one) => one.question === question)

/** Saving a field, even unchanged, deals with what the department disputed about it and with what was to be checked. */
export function withoutPoint(caseFile: CaseFile, kind: PointKind, id: string): CaseFile {
  const settlesCheck = kind === 'question' && toCheckAbout(caseFile, id) !== undefined
  if (pointAbout(caseFile, kind, id) === undefined && !settlesCheck) return caseFile
  const deficiencies = caseFile.deficiencies.filter(({ about }) => about.kind !== kind || about.id !== id)
  const toCheck = settlesCheck ? caseFile.toCheck.filter(({ question }) => question !== id) : caseFile.toCheck
  return { ...caseFile, deficiencies, toCheck }
}
