import { factsFor, type CompiledCondition, type CompiledRuleSet, type Facts } from './compile.js'
import type { Answers, Day, EvidenceList, FindingKind } from './rule-set.js'
import { False, True, type Truth } from './truth.js'
import { standingOf } from './document-standing.js'
import type { Outcome } from './precheck.js'

/** What a pre-check looks at. `today` is the day at the counter. */
export interface PrecheckInput {
  readonly answers: Answers
  readonly evidence: EvidenceList
  readonly today: Day
}

/** The truth of every rule, need and fee of a rule set, each in the order of the file. */
export interface Evaluation {
  readonly facts: Facts
  readonly rules: readonly Truth[]
  readonly documents: readonly Truth[]
  readonly fees: readonly Truth[]
}

/** Evaluates a compiled rule set for the answers given so far. What is not answered makes nothing true or false. */
export function evaluate(compiled: CompiledRuleSet, answers: Answers, today: Day): Evaluation {
  const facts = factsFor(compiled, answers, today)
  const truthOf = (condition: CompiledCondition | null): Truth => condition?.truth(facts) ?? True
  return {
    facts,
    rules: compiled.rules.map(truthOf),
    documents: compiled.documents.map(truthOf),
    fees: compiled.fees.map(truthOf),
  }
}

/** The strongest truth among the rules with this finding. */
export function truthOfFinding(
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  finding: FindingKind,
): Truth {
  let strongest: Truth = False
  for (const [index, rule] of compiled.ruleSet.rules.entries())
    if (rule.finding === finding && evaluation.rules[index]! > strongest) strongest = evaluation.rules[index]!
  return strongest
}

/** Findings that end the case: nobody is asked for documents or fees after them. */
export const endings = ['wrongAuthority', 'notEligible'] as const

/** What the verdict can still become, from the strongest; one member: it is fixed. */
export function possibleOutcomes(
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  { evidence, today }: Pick<PrecheckInput, 'evidence' | 'today'>,
): Outcome[] {
  const possible: Outcome[] = []
  for (const finding of [...endings, 'needsReview'] as const) {
    const truth = truthOfFinding(compiled, evaluation, finding)
    if (truth !== False) possible.push(finding)
    if (truth === True) return possible
  }
  const missing = truthOfMissing(compiled, evaluation, evidence, today)
  if (missing !== False) possible.push('missingDocuments')
  if (missing !== True) possible.push('complete')
  return possible
}

function truthOfMissing(
  compiled: CompiledRuleSet,
  evaluation: Evaluation,
  evidence: EvidenceList,
  today: Day,
): Truth {
  let strongest: Truth = False
  for (const [index, document] of compiled.ruleSet.documents.entries()) {
    const needed = evaluation.documents[index]!
    if (needed > strongest && standingOf(document, evidence[document.id], today).state === 'missing')
      strongest = needed
  }
  return strongest
}
