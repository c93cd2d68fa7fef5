import { nextQuestion } from '../../src/precheck/diagram/ask-next.js'
import { yes, type Node } from '../../src/precheck/diagram/diagrams.js'
import { evenWeights } from '../../src/precheck/diagram/questions-left.js'
import { narrowedTo, relevantQuestions } from '../../src/precheck/diagram/narrow.js'
import { drawDiagram, type RuleDiagram } from '../../src/precheck/diagram/rule-diagram.js'
import { True } from '../../src/precheck/truth.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { Playthrough, type Asked, type Conversation, type Policy } from './question-count.js'

const today = '2026-11-24'

const after = (diagram: RuleDiagram, { known, asked }: Conversation) => {
  const answers = Object.fromEntries([...asked].map((id) => [id, true]))
  return narrowedTo(diagram, known, answers)
}
const askable = (diagram: RuleDiagram, conversation: Conversation): string[] => {
  const narrowed = after(diagram, conversation)
  return relevantQuestions(narrowed).filter((id) => narrowed.applies(id) === True)
}
const policies: Record<string, (diagram: RuleDiagram) => Policy> = {
  author: (diagram) => (conversation) => askable(diagram, conversation).slice(0, 1),
  ours: (diagram) => (conversation) => {
    const next = nextQuestion(after(diagram, conversation))
    return next === null ? [] : [next]
  },
  optimum: (diagram) => (conversation) => askable(diagram, conversation),
}

/** Every question that applies is asked, one after the other, whether it still matters or not. */
function visible(diagram: RuleDiagram): Asked {
  const { diagrams, axes } = diagram
  const weights = evenWeights(diagram)
  const known = new Map<string, Asked>()
  const count = (applies: readonly Node[]): Asked => {
    const sure = applies.filter((node) => node === yes).length
    const open = applies.filter((node) => node > yes).toSorted((a, b) => a - b)
    if (open.length === 0) return { mean: sure, worst: sure }
    const key = open.join()
    const left = known.get(key) ?? through(open)
    known.set(key, left)
    return { mean: left.mean + sure, worst: left.worst + sure }
  }
  const through = (open: readonly Node[]): Asked => {
    const variable = Math.min(...open.map((node) => diagrams.variableOf(node)))
    let mean = 0
    let worst = 0
    for (const cell of axes[variable]!.cells.keys()) {
      const left = count(open.map((node) => diagrams.step(node, variable, cell)))
      mean += weights[variable]![cell]! * left.mean
      worst = Math.max(worst, left.worst)
    }
    return { mean, worst }
  }
  return count(
    diagram.compiled.ruleSet.questions
      .filter((q) => q.for !== 'form')
      .map(({ id }) => diagram.applies.get(id)!),
  )
}

const rulebook = Rulebook.from('rules')
for (const service of rulebook.services()) {
  const { compiled, id } = rulebook.inForce(service, today)!
  const row: string[] = []
  for (const [name, policy] of Object.entries(policies)) {

    const diagram = drawDiagram(compiled, today)
    const t = performance.now()
    let played: Asked | null = null
    try {
      played = new Playthrough(diagram, policy(diagram), name === 'optimum' ? 3000 : 100_000).play()
    } catch (e) {
      row.push(String((e as Error).message))
    }
    row.push(
      `${name} ${played === null ? '-' : `${played.mean.toFixed(3)}/${played.worst}`} ${(performance.now() - t).toFixed(0)}ms`,
    )
  }
  process.stdout.write(
    id,
    JSON.stringify(visible(drawDiagram(compiled, today))),
    compiled.ruleSet.questions.filter((q) => q.for !== 'form').length,
    row.join(' · '),
  )
}
