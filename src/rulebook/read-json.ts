import { readFileSync, statSync } from 'node:fs'

const largestFile = 1_000_000
const deepestNesting = 60

/** The JSON of a file, or a German sentence that says why there is none. Size and depth are looked at first. */
export type ReadJson =
  | { readonly ok: true; readonly json: unknown; readonly text: string }
  | { readonly ok: false; readonly message: string }

export function readJson(path: string): ReadJson {
  if (statSync(path).size > largestFile)
    return refuse(`Die Datei ist größer als ${largestFile / 1_000_000} MB.`)
  const text = readFileSync(path, 'utf8')
  if (depthOf(text) > deepestNesting)
    return refuse(`Die Datei ist tiefer als ${deepestNesting} Ebenen verschachtelt.`)
  try {
    return { ok: true, json: JSON.parse(text, refuseProto), text }
  } catch (error) {
    return refuse(`Die Datei ist kein gültiges JSON: ${(error as Error).message}`)
  }
}

const refuse = (message: string): ReadJson => ({ ok: false, message })

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('der Schlüssel __proto__ ist nicht erlaubt')
  return value
}

/** Deepest nesting of brackets outside of strings, without parsing. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth)
    else if (token === ']' || token === '}') depth--
  }
  return deepest
}
