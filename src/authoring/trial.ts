import { waysFor } from '../casework/evidence.js'
import { clausesOf } from '../precheck/consequences.js'
import { narrow } from '../precheck/diagram/narrow.js'
import { mostLeft } from '../precheck/diagram/questions-left.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { DocumentStanding, Precheck } from '../precheck/precheck.js'
import { precheckOf } from '../precheck/precheck-of.js'
import { questionStandings, type StandingQuestion } from '../precheck/question-standing.js'
import type { NeededDocument, Question } from '../precheck/rule-set.js'
import { questionGroups } from '../rulebook/question-groups.js'
import type { LoadedRuleSet } from '../rulebook/rule-files.js'

export interface TrialDocument {
  readonly document: NeededDocument
  readonly standing: DocumentStanding
  readonly ways: ReturnType<typeof waysFor>
}

/** A case that exists on one page alone: the checklist of a clerk without a citizen (Probelauf). */
export interface Trial {
  readonly ruleSet: LoadedRuleSet
  readonly input: PrecheckInput
  readonly precheck: Precheck
  /** Why the next question is asked, answer by answer. */
  readonly because: readonly string[]
  /** The most questions that can still be asked. */
  readonly mostLeft: number
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly questions: readonly Question[]
  }[]
  /** Data that only the official form needs. */
  readonly formData: readonly Question[]
  /** What does not matter now, with the reason. */
  readonly aside: readonly StandingQuestion[]
  readonly documents: readonly TrialDocument[]
}

/** Evaluates the answers and documents of a trial run, and sorts its questions as a checklist does. */
export function trialOf(ruleSet: LoadedRuleSet, input: PrecheckInput): Trial {
  const { compiled } = ruleSet
  const precheck = precheckOf(compiled, input)
  const narrowed = narrow(compiled, input.answers, input.today)
  const standings = questionStandings(compiled, input)
  const standingOf = new Map(standings.map(({ question, standing }) => [question.id, standing]))
  const isShown = ({ id }: Question) => ['ask', 'answered'].includes(standingOf.get(id)!)
  return {
    ruleSet,
    input,
    precheck,
    because: precheck.next === null ? [] : clausesOf(narrowed, input, precheck.next.question),
    mostLeft: mostLeft(narrowed),
    groups: questionGroups(compiled.ruleSet)
      .map((group) => ({ ...group, questions: group.questions.filter(isShown) }))
      .filter(({ questions }) => questions.length > 0),
    formData: compiled.ruleSet.questions.filter(({ id }) => standingOf.get(id) === 'form'),
    aside: standings.filter(({ standing }) => standing === 'notApplicable' || standing === 'settled'),
    documents: trialDocuments(ruleSet, precheck, input),
  }
}

/** Those that are needed, and those of which something was noted. */
function trialDocuments(
  { compiled }: LoadedRuleSet,
  { documents }: Precheck,
  { evidence }: PrecheckInput,
): TrialDocument[] {
  return documents
    .filter(({ state, id }) => state !== 'unclear' || evidence[id] !== undefined)
    .map((standing) => {
      const document = compiled.ruleSet.documents.find(({ id }) => id === standing.id)!
      return { document, standing, ways: waysFor(document) }
    })
}
