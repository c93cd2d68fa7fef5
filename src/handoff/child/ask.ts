import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { findings } from './findings.js'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

/** What the server says next. @throws Error if it says nothing any more */
export async function nextLine(): Promise<string> {
  const { value, done } = await lines.next()
  if (done === true) throw new Error('nothing came from the server')
  return value
}

/** Asks the server one thing, in a line, and waits for its answer. */
export function ask(question: string): Promise<string> {
  writeSync(findings, `${question}\n`)
  return nextLine()
}
