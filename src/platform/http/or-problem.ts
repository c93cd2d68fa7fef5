import { notFound, Problem } from '../../platform/http/problem.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { statusOf } from './status-of.js'

/** What a use case gave. @throws Problem 404 where these eyes see nothing, or with the status of the refusal */
export function orProblem<T>(outcome: T | Refusal | null): T {
  if (outcome === null) throw notFound()
  if (isRefused(outcome)) throw new Problem(statusOf(outcome), [outcome])
  return outcome
}

const isRefused = <T>(outcome: T | Refusal): outcome is Refusal => isRefusal(outcome)
