import { isUtf8 } from 'node:buffer'
import type { EmbeddedFile } from './pdfium/embedded-files.js'

/**
 * What a package says for programs, unchecked: anyone may have made it. `undefined` where there is no such file, more
 * than one, or one that is no text; `null` where the text is no JSON.
 */
export function dataIn(files: readonly EmbeddedFile[]): unknown {
  const [file, ...more] = files.filter(({ name }) => name === 'uebergabe.json')
  const bytes = file?.bytes ?? null
  return bytes === null || more.length > 0 || !isUtf8(bytes) ? undefined : parsed(bytes.toString())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
