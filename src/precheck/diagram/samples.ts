import { countries } from '../countries.js'
import { notKnown, type Answer } from '../rule-set.js'
import { personLists } from './person-lists.js'
import { isOrdered, runsOf, type Asked, type Run } from './runs.js'

/**
 * Answers to a question such that every way in which its comparisons can come out is among them: one from each run
 * between two thresholds, every option, every country, lists of persons of every make-up that counts.
 * @param runs those of an ordered kind, if they are known already
 */
export function samplesOf(asked: Asked, runs?: readonly Run[]): Answer[] {
  const unknown = asked.question.mayBeUnknown === true ? [notKnown] : []
  return [...knownSamples(asked, runs), ...unknown]
}

function knownSamples(asked: Asked, runs?: readonly Run[]): readonly Answer[] {
  const { kind, options = [] } = asked.question
  if (isOrdered(kind)) return (runs ?? runsOf(asked)).map(({ sample }) => sample)
  switch (kind) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return options.map(({ value }) => value)
    case 'country':
      return countries
    case 'persons':
      return personLists(asked)
    default:
      return []
  }
}
