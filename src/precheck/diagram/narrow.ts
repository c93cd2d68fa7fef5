import type { CompiledRuleSet } from '../compile.js'
import { standingOf } from '../document-standing.js'
import type { PrecheckInput } from '../evaluate.js'
import type { Outcome } from '../precheck.js'
import type { Answer, Answers, Day, EvidenceList } from '../rule-set.js'
import { False, True, Unknown, type Truth } from '../truth.js'
import { placeAnswers } from './diagram-of.js'
import { no, yes, type Node } from './diagrams.js'
import type { OutcomeNodes } from './outcome-nodes.js'
import type { RuleDiagram } from './rule-diagram.js'

/** What is left of a rule set once some questions are answered, exactly. */
export interface Narrowed {
  readonly diagram: RuleDiagram
  readonly answers: Answers
  /** The cell of each axis, `undefined` where it is open. */
  readonly known: readonly (number | undefined)[]
  readonly rules: readonly Node[]
  readonly documents: readonly Node[]
  readonly fees: readonly Node[]
  readonly results: readonly Node[]
  readonly outcome: OutcomeNodes
  /** When a question applies, by id. */
  readonly appliesWhen: (question: string) => Node
  readonly applies: (question: string) => Truth
}

/**
 * Narrows a rule set down by the answers given so far: what is still open, and nothing that only seems so.
 * @throws TooEntangled if the rule set cannot be worked out exactly; `rulebook/` takes no such rule set
 */
export function narrow(compiled: CompiledRuleSet, answers: Answers, today: Day): Narrowed {
  const { diagram, known } = placeAnswers(compiled, answers, today)
  return narrowedTo(diagram, known, answers)
}

/** The same where the cells are known already; of the answers only counts which questions have one. */
export function narrowedTo(
  diagram: RuleDiagram,
  known: readonly (number | undefined)[],
  answers: Answers,
): Narrowed {
  const appliesWhen = (question: string) => diagram.applies.get(question)!
  return restricted({ ...diagram, diagram, appliesWhen }, known, answers)
}

/** Goes on from where answers have led already, by one more. */
export function narrowFurther(narrowed: Narrowed, question: string, answer: Answer): Narrowed {
  const { diagram, known, answers } = narrowed
  const more = { ...answers, [question]: answer }
  const cells = diagram.axes.map(({ questions, cellOf }, variable) =>
    questions.includes(question) ? cellOf(more) : known[variable],
  )
  return cells.includes('new')
    ? narrow(diagram.compiled, more, diagram.today)
    : restricted(narrowed, cells as (number | undefined)[], more)
}

type Functions = Pick<
  Narrowed,
  'diagram' | 'rules' | 'documents' | 'fees' | 'results' | 'outcome' | 'appliesWhen'
>

function restricted(
  { diagram, outcome, ...functions }: Functions,
  known: readonly (number | undefined)[],
  answers: Answers,
): Narrowed {
  const left = diagram.diagrams.restriction(known)
  const appliesWhen = (question: string) => left(functions.appliesWhen(question))
  return {
    diagram,
    answers,
    known,
    rules: functions.rules.map(left),
    documents: functions.documents.map(left),
    fees: functions.fees.map(left),
    results: functions.results.map(left),
    outcome: {
      wrongAuthority: left(outcome.wrongAuthority),
      notEligible: left(outcome.notEligible),
      needsReview: left(outcome.needsReview),
      clear: left(outcome.clear),
      goesOn: left(outcome.goesOn),
    },
    appliesWhen,
    applies: (question) => truthOf(appliesWhen(question)),
  }
}

/** A function that is settled is true or false; any other is still unknown. */
export const truthOf = (node: Node): Truth => (node === yes ? True : node === no ? False : Unknown)

/** Whether a document is needed or a fee is due in every case, in none or in some in which the application goes on. */
export function truthIfItGoesOn({ diagram: { diagrams }, outcome: { goesOn } }: Narrowed, node: Node): Truth {
  if (goesOn === no) return truthOf(node)
  const both = diagrams.and(goesOn, node)
  return both === no ? False : both === goesOn ? True : Unknown
}

/**
 * The unanswered questions that can still change the verdict, a needed document or a fee, in the author's order;
 * for each of them there are answers to the others with which it does. Exact unless a fact that several questions
 * make up takes part (`diagram.approximate`): then a question may be among them that no citizen's answers need.
 */
export function relevantQuestions({ diagram, results, answers }: Narrowed): string[] {
  const found = [...diagram.diagrams.support(results)].flatMap(
    (variable) => diagram.axes[variable]!.questions,
  )
  const open = new Set(found.filter((id) => !Object.hasOwn(answers, id)))
  return diagram.compiled.ruleSet.questions.map(({ id }) => id).filter((id) => open.has(id))
}

/** What the verdict can still become, from the strongest; one member: it is fixed. */
export function possibleOutcomes(
  narrowed: Narrowed,
  { evidence, today }: Pick<PrecheckInput, 'evidence' | 'today'>,
): Outcome[] {
  const { outcome, diagram } = narrowed
  const { diagrams } = diagram
  const missing = diagrams.any(missingDocuments(narrowed, evidence, today))
  const when: Record<Outcome, Node> = {
    wrongAuthority: outcome.wrongAuthority,
    notEligible: outcome.notEligible,
    needsReview: outcome.needsReview,
    missingDocuments: diagrams.and(outcome.clear, missing),
    complete: diagrams.and(outcome.clear, diagrams.not(missing)),
  }
  return (Object.keys(when) as Outcome[]).filter((one) => when[one] !== no)
}

/** When each document that is not there would be needed. */
const missingDocuments = ({ diagram, documents }: Narrowed, evidence: EvidenceList, today: Day): Node[] =>
  diagram.compiled.ruleSet.documents.flatMap((document, i) =>
    standingOf(document, evidence[document.id], today).state === 'missing' ? [documents[i]!] : [],
  )
