import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sfntFromWoff } from './woff.js'

const require = createRequire(import.meta.url)
const folder = '@kern-ux/native/dist/fonts/noto-sans'

const read = (name: string): Buffer => sfntFromWoff(readFileSync(require.resolve(`${folder}/${name}.woff`)))

let fonts: { readonly regular: Buffer; readonly bold: Buffer } | undefined

/**
 * Noto Sans as sfnt, unpacked once per process. It has every letter of DIN 91379 and places all its combining
 * sequences; KERN's Fira Sans lacks 62 of them.
 */
export const notoSans = () => (fonts ??= { regular: read('NotoSans-Regular'), bold: read('NotoSans-Bold') })
