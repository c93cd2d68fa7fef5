import { notFound, Problem } from './problem.js'
import { isRefusal, type Refusal } from '../refusal.js'
import { refusalStatus } from './refusal-status.js'

/** What a use case gave. @throws Problem 404 where these eyes see nothing, or with the status of the refusal */
export function orProblem<T>(outcome: T | Refusal | null): T {
  if (outcome === null) throw notFound()
  if (isRefused(outcome)) throw new Problem(refusalStatus(outcome), [outcome])
  return outcome
}

const isRefused = <T>(outcome: T | Refusal): outcome is Refusal => isRefusal(outcome)
