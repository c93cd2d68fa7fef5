import { citizenIn } from '../precheck/diagram/citizen.js'
import type { RuleDiagram } from '../precheck/diagram/rule-diagram.js'
import { evaluate, type Evaluation } from '../precheck/evaluate.js'
import type { Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import type { Answers, Day } from '../precheck/rule-set.js'
import { isShownBy, whereShown, type Shown } from './coverage.js'
import { dialogue } from './dialogue.js'
import { documentsShown, evidenceFrom, type DocumentsShown } from './evidence-shown.js'
import type { Expectation } from './example-files.js'
import { shownBy } from './examples.js'
import type { LoadedRuleSet } from './rule-files.js'

/** A made-up citizen on a day, and what came out. */
export interface GeneratedRun {
  readonly on: Day
  readonly answers: Answers
  readonly documents: DocumentsShown
  readonly expect: Expectation
  readonly evaluation: Evaluation
  readonly result: Precheck
}

/** A citizen on the diagram's day who shows something, with no more answers than it takes; `null` if none was found. */
export function exampleShowing(
  loaded: LoadedRuleSet,
  diagram: RuleDiagram,
  shows: Shown,
  until: Day | null,
): GeneratedRun | null {
  const found = citizenIn(diagram, whereShown(diagram, shows))
  const answers = found && inForceFor(loaded, found, diagram.today, until)
  if (answers === null) return null
  const isGood = (some: Answers): GeneratedRun | null => {
    const run = runOf(loaded, some, diagram.today, shows)
    return run.result.verdict !== 'open' && run.result.next === null && isShownBy(run, shows) ? run : null
  }
  const whole = isGood(answers)
  return whole && leanest(loaded, whole, isGood)
}

/** Leaves out, from the last question on, every answer that is neither asked for at the counter nor needed to show it. */
function leanest(
  { compiled }: LoadedRuleSet,
  whole: GeneratedRun,
  isGood: (answers: Answers) => GeneratedRun | null,
): GeneratedRun {
  const { answers, documents, on } = whole
  const { asked } = dialogue(compiled, { answers, evidence: evidenceFrom(documents), today: on })
  const beyond = Object.keys(answers).filter((id) => !asked.includes(id))
  let lean = whole
  for (const id of beyond.toReversed()) {
    const { [id]: _left, ...rest } = lean.answers
    lean = isGood(rest) ?? lean
  }
  return lean
}

function runOf({ compiled }: LoadedRuleSet, answers: Answers, on: Day, shows: Shown): GeneratedRun {
  const documents = shows.kind === 'verdict' && shows.verdict === 'missingDocuments' ? {} : neededBy()
  const result = resultWith(documents)
  return {
    on,
    answers,
    documents,
    result,
    expect: shownBy(result),
    evaluation: evaluate(compiled, answers, on),
  }

  function resultWith(shown: DocumentsShown): Precheck {
    return precheckOf(compiled, { answers, evidence: evidenceFrom(shown), today: on })
  }

  /** What is asked for lies there. */
  function neededBy(): DocumentsShown {
    const missing = new Set(
      resultWith({})
        .documents.filter(({ state }) => state === 'missing')
        .map(({ id }) => id),
    )
    return documentsShown(compiled.ruleSet.documents.filter(({ id }) => missing.has(id)))
  }
}

/**
 * The answers such that this rule set judges them: where an answered day decides which one does, that day has to lie
 * while it is in force. `null` if the answered day does not.
 */
function inForceFor(
  { compiled, inForceFrom }: LoadedRuleSet,
  answers: Answers,
  today: Day,
  until: Day | null,
): Answers | null {
  const { decidingDay } = compiled.ruleSet
  const answered = Object.hasOwn(answers, decidingDay) ? (answers[decidingDay] as Day) : today
  return answered >= inForceFrom && (until === null || answered <= until) ? answers : null
}
