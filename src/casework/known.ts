import type { Answers, EvidenceList } from '../precheck/rule-set.js'
import type { CaseFile } from './case-file.js'

/** The answers of a case file as the pre-check takes them. */
export const answersOf = ({ answers }: Pick<CaseFile, 'answers'>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]))

/** The evidence of a case file as the pre-check takes it. */
export const evidenceOf = ({ evidence }: Pick<CaseFile, 'evidence'>): EvidenceList =>
  Object.fromEntries(
    Object.entries(evidence).map(([id, { seen, issuedOn }]) => [
      id,
      issuedOn === undefined ? { seen } : { seen, issuedOn },
    ]),
  )
