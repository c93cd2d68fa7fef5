import { boundsOf } from '../bounds.js'
import type { CompiledRuleSet } from '../compile.js'
import { countries } from '../countries.js'
import { addDays, dayNumber } from '../day.js'
import { atomsOf, rootsOf } from '../diagram/atoms.js'
import { personLists } from '../diagram/person-lists.js'
import { runsOf, type Asked, type Run } from '../diagram/runs.js'
import { notKnown, type Answer, type Day, type Person, type Question } from '../rule-set.js'
import { oneOf, type Random } from './random.js'

/** How many answers stand for a question, or for one run of an ordered one. */
const each = 40

/**
 * Answers that citizens could give to a question, to be drawn from at random: every option and every run between two
 * thresholds of the rule set is about as frequent as the next, and now and then someone does not know.
 */
export function sampleAnswers(
  compiled: CompiledRuleSet,
  question: Question,
  today: Day,
  random: Random,
): Answer[] {
  const atoms = [...atomsOf(compiled).values()].filter(({ slot }) => {
    const roots = rootsOf(compiled, slot)
    return roots.length === 1 && compiled.slots[roots[0]!]!.id === question.id
  })
  const known = knownAnswers({ compiled, question, atoms, today }, random)
  const unknown = Array<Answer>(Math.ceil(known.length / 20)).fill(notKnown)
  return question.mayBeUnknown === true ? [...known, ...unknown] : known
}

function knownAnswers(asked: Asked, random: Random): Answer[] {
  const values = (asked.question.options ?? []).map(({ value }) => value)
  switch (asked.question.kind) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return values
    case 'choices':
      return Array.from({ length: each }, () => values.filter(() => random() < 0.3))
    case 'country':
      return [...Array<string>(countries.length).fill('DE'), ...countries]
    case 'persons': {
      const lists = personLists(asked)
      return Array.from({ length: each }, () => oneOf(lists, random))
    }
    default:
      return runsOf(asked).flatMap((run) => Array.from({ length: each }, () => inRun(asked, run, random)))
  }
}

/** Near the usual answer more often than far from it, so that days lie close together as they do in life. */
function inRun({ question }: Asked, { from, to, sample }: Run, random: Random): Answer {
  const { kind } = question
  const { min, max } = boundsOf(question) ?? { min: -Infinity, max: Infinity }
  const distance = Math.floor(15_000 ** random()) - 1
  const wanted = positionOf(sample) + (random() < 0.5 ? -distance : distance)
  const first = from === null ? min : positionOf(from)
  const last = to === null ? max : positionOf(to)
  const position = Math.min(Math.max(wanted, first), last)
  return kind === 'date' ? addDays('1970-01-01', position) : position
}

/** Days since 1970, pieces or whole euros. */
const positionOf = (answer: Answer): number =>
  typeof answer === 'string' ? dayNumber(answer) : (answer as number)

/** The same answer some days later, where it names days. */
export function daysLater(answer: Answer, kind: Question['kind'], days: number): Answer {
  if (answer === notKnown) return answer
  if (kind === 'date') return addDays(answer as Day, days)
  if (kind !== 'persons') return answer
  return (answer as readonly Person[]).map(({ birthDate }) =>
    birthDate === undefined ? {} : { birthDate: addDays(birthDate, days) },
  )
}
