import type { Upload } from './case-file.js'

/** The first bytes of a file that decide what it is; its name and what the browser says count for nothing. */
const signatures: readonly (readonly [Upload['mediaType'], readonly number[]])[] = [
  ['application/pdf', [...Buffer.from('%PDF-')]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** What the file is by its bytes from offset 0, or `null` for anything that is not accepted. */
export const mediaTypeOf = (start: Uint8Array): Upload['mediaType'] | null =>
  signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0] ?? null

export const signatureLength = 8

const mostCharacters = 120

// Under these Windows opens a device instead of a file, whatever follows the dot.
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name of a file as the clerk sees it: without folders, control characters and marks that turn the writing around,
 * and such that every system can keep a file under it.
 */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1)!
  const visible = last.replaceAll(/[\p{C}\p{Z}<>:"|?*]+/gu, ' ')
  const short = [...visible.replace(/^[ .]+/, '')].slice(0, mostCharacters).join('')
  return short.replace(/[ .]+$/, '').replace(device, 'Datei $1') || 'Datei'
}

const endings: Readonly<Record<Upload['mediaType'], RegExp>> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/tiff': /\.tiff?$/i,
}

/**
 * The name under which a file is sent out: it ends as its content says, or a picture that is a script as well could
 * run on a double click.
 */
export function nameToSend({ name, mediaType }: Pick<Upload, 'name' | 'mediaType'>): string {
  return endings[mediaType].test(name) ? name : `${name}.${mediaType.split('/')[1]}`
}
