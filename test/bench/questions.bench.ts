import { nextQuestion } from '../../src/precheck/diagram/ask-next.js'
import { narrowedTo, relevantQuestions } from '../../src/precheck/diagram/narrow.js'
import { drawDiagram, type RuleDiagram } from '../../src/precheck/diagram/rule-diagram.js'
import { True } from '../../src/precheck/truth.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import type { LoadedRuleSet } from '../../src/rulebook/rule-files.js'
import { Playthrough, type Asked, type Conversation, type Policy } from './playthrough.js'
import { lessIsBetter, type Row } from './row.js'
import { visibleQuestions } from './visible-questions.js'

const today = '2026-11-24'
const mostStates = 100_000
const mostStatesOfTheOptimum = 3_000

/**
 * How many questions a citizen is asked, on average over all answers and at worst: all · the author's order with
 * `askWhen` alone · the author's order where it matters · ours · the best order there is, where that can be computed.
 */
export async function questionRows(): Promise<Row[]> {
  const rulebook = Rulebook.from('rules')
  return rulebook.services().flatMap((service) => rowsOf(rulebook.inForce(service, today)!))
}

function rowsOf({ compiled, id }: LoadedRuleSet): Row[] {
  const diagram = () => drawDiagram(compiled, today)
  const deciding = compiled.ruleSet.questions.filter((question) => question.for !== 'form')
  const visible = visibleQuestions(
    diagram(),
    deciding.map((question) => question.id),
  )
  const author = played(diagram(), (drawn) => (at) => askable(drawn, at).slice(0, 1))
  const ours = played(diagram(), (drawn) => (at) => [nextQuestion(so(drawn, at)) ?? []].flat())
  const optimum = played(diagram(), (drawn) => (at) => askable(drawn, at), mostStatesOfTheOptimum)
  const told = (pick: (asked: Asked) => number) =>
    `all ${deciding.length} · visible ${figure(pick(visible))} · author's order ${figure(pick(author!))} · ours ${figure(pick(ours!))} · optimum ${optimum ? figure(pick(optimum)) : 'not computed'}`
  return [
    lessIsBetter(`questions ${id}, mean: ${told(({ mean }) => mean)}`, ours!.mean, visible.mean, 'asked'),
    lessIsBetter(
      `questions ${id}, worst: ${told(({ worst }) => worst)}`,
      ours!.worst,
      visible.worst,
      'asked',
    ),
  ]
}

const figure = (value: number): string => String(Number(value.toFixed(2)))

const played = (
  diagram: RuleDiagram,
  policy: (diagram: RuleDiagram) => Policy,
  most = mostStates,
): Asked | null => new Playthrough(diagram, policy(diagram), most).play()

/** Of the answers only counts that they were given. */
const so = (diagram: RuleDiagram, { known, asked }: Conversation) =>
  narrowedTo(diagram, known, Object.fromEntries([...asked].map((id) => [id, true])))

function askable(diagram: RuleDiagram, conversation: Conversation): string[] {
  const narrowed = so(diagram, conversation)
  return relevantQuestions(narrowed).filter((id) => narrowed.applies(id) === True)
}
