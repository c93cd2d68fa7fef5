import { statSync } from 'node:fs'
import { json } from 'node:stream/consumers'
import { ChildFailed } from '../child/run-child.js'
import type { SurveyTask } from '../child/tasks.js'
import type { FormSurvey } from './survey-form.js'

/** Runs a task in a child and gives what it says. */
export type RunSurvey = (task: SurveyTask) => AsyncIterable<Uint8Array>

const largestForm = 50_000_000

/**
 * What children find in these forms. One child looks at all of them, because most are harmless; only where it does
 * not come through each form gets a child of its own.
 */
export async function surveyForms(
  paths: readonly string[],
  run: RunSurvey,
): Promise<ReadonlyMap<string, FormSurvey>> {
  const sizes = new Map(paths.map((path) => [path, sizeOf(path)]))
  const readable = paths.filter((path) => sizes.get(path)! > 0 && sizes.get(path)! <= largestForm)
  const surveys = new Map(paths.map((path) => [path, unreadable(sizes.get(path)!)]))
  const found = await together(readable, run)
  for (const [index, path] of readable.entries()) surveys.set(path, found[index]!)
  return surveys
}

async function together(paths: readonly string[], run: RunSurvey): Promise<FormSurvey[]> {
  if (paths.length === 0) return []
  try {
    return (await json(run({ kind: 'survey', paths }))) as FormSurvey[]
  } catch (error) {
    if (!(error instanceof ChildFailed)) throw error
    if (paths.length === 1)
      return [without('Die Datei braucht zu viel Zeit oder Speicher, oder sie ist beschädigt')]
  }
  const surveys: FormSurvey[] = []
  for (const path of paths) surveys.push(...(await together([path], run)))
  return surveys
}

/** In bytes; 0 where there is no file. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

const unreadable = (size: number): FormSurvey =>
  without(
    size === 0 ? 'Die Datei fehlt oder ist leer' : `Die Datei ist größer als ${largestForm / 1_000_000} MB`,
  )

const without = (why: string): FormSurvey => ({
  pages: [],
  fields: [],
  takenAs: 'pages',
  obstacles: [{ place: '', message: `${why}; bitte eine andere Fassung des Formulars holen.` }],
})
