import type { CaseFile, Deficiency, PointKind } from './case-file.js'

export const pointAbout = (caseFile: CaseFile, kind: PointKind, id: string): Deficiency | undefined =>
  caseFile.deficiencies.find(({ about }) => about.kind === kind && about.id === id)

/** Saving a disputed field, even unchanged, deals with what the department disputed about it. */
export function withoutPoint(caseFile: CaseFile, kind: PointKind, id: string): CaseFile {
  if (pointAbout(caseFile, kind, id) === undefined) return caseFile
  const deficiencies = caseFile.deficiencies.filter(({ about }) => about.kind !== kind || about.id !== id)
  return { ...caseFile, deficiencies }
}
