import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Pdf from 'pdfkit'
import { allowMissingAnchors } from './missing-anchors.js'
import { sfntFromWoff } from './woff.js'

/** A font as the PDF writer has it in one document. */
interface EmbeddedFont {
  /** As it was read: the same for all documents. */
  readonly font: object
  /** How words are laid out, by word. */
  layoutCache: object
}

/** The types of the writer know only fonts that are still to be opened. */
type FontSource = Parameters<PDFKit.PDFDocument['registerFont']>[1]

interface OpenFont {
  readonly source: FontSource
  readonly words: object
}

const require = createRequire(import.meta.url)
const latin = '@kern-ux/native/dist/fonts/noto-sans/NotoSans'
const arabic = '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic'

const sfnt = (path: string): Buffer => sfntFromWoff(readFileSync(require.resolve(`${path}.woff`)))

interface Weights<T> {
  readonly regular: T
  readonly bold: T
}

let fonts: Weights<OpenFont> | undefined
let arabicFonts: Weights<Buffer> | undefined

/**
 * Lets the document write in Noto Sans, as `regular` and `bold`. It has every letter of DIN 91379 and places all its
 * combining sequences; KERN's Fira Sans lacks 62 of them. Its tables are read once per process.
 */
export function registerNotoSans(document: PDFKit.PDFDocument): void {
  for (const [name, { source }] of Object.entries(notoSans())) document.registerFont(name, source)
}

/**
 * The same for a document of which many are made: laying out words is most of what it costs, so that is done once per
 * process as well. A child makes one package, and sets its pages several times.
 */
export function useNotoSans(document: PDFKit.PDFDocument): void {
  registerNotoSans(document)
  for (const [name, { words }] of Object.entries(notoSans()))
    embeddedIn(document.font(name)).layoutCache = words
}

const notoSans = (): Weights<OpenFont> =>
  (fonts ??= { regular: open(`${latin}-Regular`), bold: open(`${latin}-Bold`) })

// The writer's own way to open a font is not for others, but it takes one that it opened for another document.
function open(path: string): OpenFont {
  const { font, layoutCache } = embeddedIn(new Pdf({ font: '', autoFirstPage: false }).font(sfnt(path)))
  allowMissingAnchors(font)
  return { source: font as FontSource, words: layoutCache }
}

const embeddedIn = (document: PDFKit.PDFDocument): EmbeddedFont =>
  (document as unknown as { _font: EmbeddedFont })._font

/** Noto Sans Arabic: Arabic letters and signs alone, no Latin ones and no digits. */
export const notoSansArabic = (): Weights<Buffer> =>
  (arabicFonts ??= { regular: sfnt(`${arabic}-400-normal`), bold: sfnt(`${arabic}-700-normal`) })
