import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ShapeProblem } from './check-shape.js'
import { scanJson, type JsonLimits } from './scan-json.js'

const largestFile = 1_000_000

/** The JSON of a file, or German sentences that say why there is none. Size comes first, then depth, then the rest. */
export type ReadJson =
  | { readonly ok: true; readonly json: unknown; readonly text: string }
  | {
      readonly ok: false
      /** The first problem, with its place. */
      readonly message: string
      readonly problems: readonly ShapeProblem[]
    }

/** @param source a path, or a descriptor such as 0 for standard input */
export function readJson(source: string | number, limits?: JsonLimits): ReadJson {
  try {
    const bytes = bytesOf(source)
    return typeof bytes === 'string' ? refuse(bytes) : readJsonBytes(bytes, limits)
  } catch (error) {
    return refuse(`Die Datei lässt sich nicht lesen (${(error as NodeJS.ErrnoException).code ?? error}).`)
  }
}

function readJsonBytes(bytes: Uint8Array, limits: JsonLimits | undefined): ReadJson {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text.trim() === '') return refuse('Die Datei ist leer.')
  if (text.startsWith('\ufeff'))
    return refuse('Die Datei beginnt mit einem BOM; bitte als UTF-8 ohne BOM speichern.')
  // The decoder puts this sign where bytes are no UTF-8. Where it stands by itself, a text was broken before.
  const broken = text.indexOf('\ufffd')
  if (broken !== -1)
    return refuse(
      `In Zeile ${text.slice(0, broken).split('\n').length} ist ein Zeichen beschädigt; bitte als UTF-8 speichern.`,
    )
  const problems = scanJson(text, limits)
  return problems.length === 0 ? { ok: true, json: JSON.parse(text), text } : refused(problems)
}

/** The bytes of a file, never more than allowed: a size that is told before can be wrong, a device has none. */
function bytesOf(source: string | number): Uint8Array | string {
  const file = typeof source === 'number' ? source : openSync(source, 'r')
  try {
    const stat = fstatSync(file)
    if (stat.isDirectory()) return 'Das ist ein Ordner, keine Datei.'
    if (stat.size > largestFile) return tooLarge
    const room = Buffer.allocUnsafe(largestFile + 1)
    let filled = 0
    for (let more = -1; more !== 0 && filled < room.length; filled += more)
      more = readSync(file, room, filled, room.length - filled, null)
    return filled > largestFile ? tooLarge : room.subarray(0, filled)
  } finally {
    if (typeof source !== 'number') closeSync(file)
  }
}

const tooLarge = `Die Datei ist größer als ${largestFile / 1_000_000} MB.`

const refuse = (message: string): ReadJson => refused([{ pointer: '', message }])

const refused = (problems: readonly ShapeProblem[]): ReadJson => ({
  ok: false,
  message: `${problems[0]!.pointer} ${problems[0]!.message}`.trim(),
  problems,
})
