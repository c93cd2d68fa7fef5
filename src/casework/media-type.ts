import type { Upload } from './case-file.js'

/** The first bytes of a file that decide what it is; its name and what the browser says count for nothing. */
const signatures: readonly (readonly [Upload['mediaType'], readonly number[]])[] = [
  ['application/pdf', [...Buffer.from('%PDF-')]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What the file is by its bytes from offset 0, or `null` for anything that is not accepted. */
export const mediaTypeOf = (start: Uint8Array): Upload['mediaType'] | null =>
  signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0] ?? null

export const signatureLength = 8

const mostCharacters = 120

/** The name of a file as the clerk sees it: without folders, control characters and marks that turn the writing around. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1)!
  const visible = last.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim()
  return [...visible].slice(0, mostCharacters).join('') || 'Datei'
}
