import type { DerivedFact, RuleSet } from '../rule-set.js'

/** Derived facts with the same definition on both sides, made of shared ones alone. */
export function sharedFacts(before: RuleSet, after: RuleSet, questions: ReadonlySet<string>): Set<string> {
  const now = new Map((after.derived ?? []).map((derived) => [derived.fact, derived]))
  const shared = new Set<string>()
  const isShared = (id: string) => id === 'today' || questions.has(id) || shared.has(id)
  // A fact may stand before those it is made of.
  for (let found = -1; found !== shared.size;) {
    found = shared.size
    for (const old of before.derived ?? [])
      if (sameFunction(old, now.get(old.fact)) && old.of.every(isShared)) shared.add(old.fact)
  }
  return shared
}

const sameFunction = (a: DerivedFact, b: DerivedFact | undefined): boolean =>
  b !== undefined &&
  a.function === b.function &&
  JSON.stringify([a.of, Object.entries(a.with ?? {}).toSorted()]) ===
    JSON.stringify([b.of, Object.entries(b.with ?? {}).toSorted()])
