import { factsFor, type CompiledCondition, type CompiledRuleSet, type Facts } from './compile.js'
import type { Answers, Day, EvidenceList } from './rule-set.js'
import { True, type Truth } from './truth.js'

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

/** Findings that end the case: nobody is asked for documents or fees after them. */
export const endings = ['wrongAuthority', 'notEligible'] as const
