import { yes, type Node } from './diagrams.js'
import type { Narrowed } from './narrow.js'
import { ruleOutcomes, type RuleOutcome } from './outcome-nodes.js'
import { shortestChange } from './shortest-change.js'

/** A smallest set of answers that already fixes what no document can change. */
export interface ShortestReason {
  readonly decides: RuleOutcome
  readonly questions: readonly string[]
  /** `false` where the search was cut short: then these answers are enough, but fewer may be too. */
  readonly isShortest: boolean
}

const mostRounds = 200
/** Of one search for a set that meets all others. */
const mostTries = 50_000

/**
 * The smallest set of the given answers that fixes the outcome, whatever the others are; `null` while it is open.
 * Every other outcome must need one of these answers to be different: so the answers are a smallest set that meets
 * all sets of answers whose change would bring another outcome.
 */
export function shortestReason(narrowed: Narrowed): ShortestReason | null {
  const { diagram, known, outcome } = narrowed
  const decides = ruleOutcomes.find((one) => outcome[one] === yes)
  if (decides === undefined) return null
  const otherwise: Node = diagram.diagrams.not(diagram.outcome[decides])
  const changes: (readonly string[])[] = []
  for (let round = 0; round < mostRounds; round++) {
    const { questions: reason, isSmallest } = smallestMeeting(changes)
    const change = shortestChange(diagram, otherwise, known, new Set(reason))
    if (change === null)
      return { decides, questions: diagram.order.filter((id) => reason.includes(id)), isShortest: isSmallest }
    changes.push(change.questions)
  }
  return { decides, questions: Object.keys(narrowed.answers), isShortest: false }
}

/** A smallest set that has a member of each of these sets. */
function smallestMeeting(sets: readonly (readonly string[])[]): { questions: string[]; isSmallest: boolean } {
  let best: string[] = [...new Set(sets.flat())]
  let left = mostTries
  const extend = (chosen: readonly string[]): void => {
    if (chosen.length >= best.length || left-- <= 0) return
    const missed = sets.find((set) => !set.some((id) => chosen.includes(id)))
    if (missed === undefined) best = [...chosen]
    else for (const id of missed) extend([...chosen, id])
  }
  extend([])
  return { questions: best, isSmallest: left > 0 }
}
