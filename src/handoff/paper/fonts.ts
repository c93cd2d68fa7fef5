import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sfntFromWoff } from './woff.js'

const require = createRequire(import.meta.url)
const latin = '@kern-ux/native/dist/fonts/noto-sans/NotoSans'
const arabic = '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic'

const read = (path: string): Buffer => sfntFromWoff(readFileSync(require.resolve(`${path}.woff`)))

interface Weights {
  readonly regular: Buffer
  readonly bold: Buffer
}

let fonts: Weights | undefined
let arabicFonts: Weights | undefined

/**
 * Noto Sans as sfnt, unpacked once per process. It has every letter of DIN 91379 and places all its combining
 * sequences; KERN's Fira Sans lacks 62 of them.
 */
export const notoSans = () => (fonts ??= { regular: read(`${latin}-Regular`), bold: read(`${latin}-Bold`) })

/** Noto Sans Arabic: Arabic letters and signs alone, no Latin ones and no digits. */
export const notoSansArabic = () =>
  (arabicFonts ??= { regular: read(`${arabic}-400-normal`), bold: read(`${arabic}-700-normal`) })
