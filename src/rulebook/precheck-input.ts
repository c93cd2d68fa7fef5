import { checkAnswer } from '../precheck/check-answer.js'
import { isAnswerableDay } from '../precheck/day.js'
import { waysSeen, type Answer, type Evidence, type RuleSet, type WaySeen } from '../precheck/rule-set.js'
import type { PrecheckInput } from '../precheck/evaluate.js'
import type { ShapeProblem } from './check-shape.js'
import { pointerTo } from './scan-json.js'

/** Answers and evidence as a file gives them: `{ "answers": {…}, "documents": {…} }`. */
export type ReadInput =
  | { readonly ok: true; readonly input: Omit<PrecheckInput, 'today'> }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }

/** Checks a file of answers against a rule set; each problem names its place by JSON pointer. */
export function readPrecheckInput(ruleSet: RuleSet, json: unknown): ReadInput {
  if (!isObject(json)) return refuse('', 'Erwartet wird ein Objekt mit „answers“ und „documents“.')
  const foreign = Object.keys(json).find((key) => key !== 'answers' && key !== 'documents')
  if (foreign !== undefined)
    return refuse(pointerTo([foreign]), 'Erwartet werden nur „answers“ und „documents“.')
  const problems: ShapeProblem[] = []
  const { answers: given = {}, documents: seen = {} } = json
  const answers = readAnswers(ruleSet, given, problems)
  const evidence = readEvidence(ruleSet, seen, problems)
  return problems.length === 0 ? { ok: true, input: { answers, evidence } } : { ok: false, problems }
}

function readAnswers(
  { questions }: RuleSet,
  json: unknown,
  problems: ShapeProblem[],
): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const [id, raw] of entriesOf(json, '/answers', problems)) {
    const question = questions.find((question) => question.id === id)
    const checked = question && checkAnswer(question, raw)
    if (checked === undefined)
      problems.push({ pointer: pointerTo(['answers', id]), message: 'Diese Frage gibt es nicht.' })
    else if (checked.ok) answers[id] = checked.value
    else
      problems.push({
        pointer: ['/answers', id, checked.part].filter(Boolean).join('/'),
        message: checked.message,
      })
  }
  return answers
}

function readEvidence(
  { documents }: RuleSet,
  json: unknown,
  problems: ShapeProblem[],
): Record<string, Evidence> {
  const evidence: Record<string, Evidence> = {}
  for (const [id, raw] of entriesOf(json, '/documents', problems)) {
    const read = readOneEvidence(raw)
    if (!documents.some((document) => document.id === id))
      problems.push({ pointer: pointerTo(['documents', id]), message: 'Diese Unterlage gibt es nicht.' })
    else if ('seen' in read) evidence[id] = read
    else problems.push({ pointer: pointerTo(['documents', id]), message: read.message })
  }
  return evidence
}

function readOneEvidence(raw: unknown): Evidence | { message: string } {
  const { seen, issuedOn, ...rest } = isObject(raw) ? raw : { seen: raw, issuedOn: undefined }
  if (!waysSeen.includes(seen as WaySeen) || Object.keys(rest).length > 0)
    return {
      message: `Erwartet wird eine von: ${waysSeen.join(', ')}; oder { "seen": …, "issuedOn": "JJJJ-MM-TT" }.`,
    }
  if (issuedOn === undefined) return { seen: seen as WaySeen }
  return isAnswerableDay(issuedOn)
    ? { seen: seen as WaySeen, issuedOn }
    : { message: '„issuedOn“ ist kein Tag, den es gibt (JJJJ-MM-TT, zwischen 1850 und 2199).' }
}

function entriesOf(json: unknown, pointer: string, problems: ShapeProblem[]): [string, unknown][] {
  if (isObject(json)) return Object.entries(json)
  problems.push({ pointer, message: 'Erwartet wird ein Objekt.' })
  return []
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const refuse = (pointer: string, message: string): ReadInput => ({
  ok: false,
  problems: [{ pointer, message }],
})
