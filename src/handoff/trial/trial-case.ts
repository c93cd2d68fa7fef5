import { applicantOf } from '../../casework/applicant-of.js'
import { newCaseFile, type CaseFile } from '../../casework/case-file.js'
import { withCompleteness } from '../../casework/pre-check.js'
import { withScan } from '../../casework/with-scan.js'
import { isRefusal } from '../../platform/refusal.js'
import type { Evidence } from '../../precheck/rule-set.js'
import type { TypedCase } from '../../rulebook/typed-case.js'

/** Who stands for authority, department, office and clerk in a trial: nobody should look for them. */
export const trialNames = {
  authority: { id: 'probe', name: 'Probe-Behörde' },
  department: { id: 'probe', name: 'Probe-Fachdienst' },
  office: { id: 'probe', name: 'Probe-Bürgerbüro', address: 'Probe' },
  clerk: { id: 'probe', name: 'Probe' },
} as const

/** A trial has no clock of its own: everything in it happens at this moment of its day. */
export const momentOf = (day: string): string => `${day}T11:00:00.000Z`

/** The case file that answers and documents would be at the counter, on the day that was given. */
export function trialCase(
  { ruleSet, input }: TypedCase,
  scans: readonly { readonly document: string }[],
): CaseFile {
  const at = momentOf(input.today)
  const stamp = { by: trialNames.clerk.id, byName: trialNames.clerk.name, at }
  const recorded = { ...stamp, revision: 1 }
  const begun = newCaseFile({
    id: 'probe',
    number: 'Probe',
    authorityId: trialNames.authority.id,
    officeId: trialNames.office.id,
    departmentId: trialNames.department.id,
    service: ruleSet.compiled.ruleSet.service,
    ruleSet: ruleSet.id,
    receivedOn: input.today,
    openedBy: trialNames.clerk.id,
    openedAt: at,
  })
  const typed: CaseFile = {
    ...begun,
    answers: mapped(input.answers, (value) => ({ value, ...recorded })),
    evidence: mapped(input.evidence, (evidence: Evidence) => ({ ...evidence, ...recorded })),
  }
  const withScans = scans.reduce((caseFile, { document }, index) => {
    const changed = withScan(caseFile, document, index, { ruleSet, stamp, today: input.today })
    return isRefusal(changed) ? caseFile : changed
  }, typed)
  const { ruleSet: rules } = ruleSet.compiled
  return withCompleteness(
    ruleSet.compiled,
    { ...withScans, applicant: applicantOf(rules, withScans) },
    input.today,
  )
}

const mapped = <A, B>(entries: Readonly<Record<string, A>>, shape: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(entries).map(([id, value]) => [id, shape(value)]))
