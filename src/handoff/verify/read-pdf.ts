import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'

export interface SignatureSeen {
  readonly contents: Buffer
  readonly range: readonly number[]
}

export interface EmbeddedFile {
  readonly name: string
  /** null if it cannot be read. */
  readonly bytes: Buffer | null
}

/** What a reader other than our writer finds in a PDF file. */
export interface ReadPdf {
  /** The text of each page, with single spaces. */
  readonly pages: readonly string[]
  readonly files: readonly EmbeddedFile[]
  readonly signatures: readonly SignatureSeen[]
}

/** The functions of PDFium that the library does not wrap. */
interface Pdfium {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void }
  _FPDFDoc_GetAttachmentCount(document: number): number
  _FPDFDoc_GetAttachment(document: number, index: number): number
  _FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number
  _FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, needed: number): number
  _FPDF_GetSignatureCount(document: number): number
  _FPDF_GetSignatureObject(document: number, index: number): number
  _FPDFSignatureObj_GetContents(signature: number, buffer: number, length: number): number
  _FPDFSignatureObj_GetByteRange(signature: number, buffer: number, length: number): number
}

interface Insides {
  readonly module: Pdfium
  readonly documentIdx: number
}

const mostFiles = 100
const largestFile = 50_000_000

/** Reads a file with PDFium, inside WebAssembly; null if it is no PDF that can be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf | null> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const insides = document as unknown as Insides
    return { pages: texts(document), files: files(insides), signatures: signatures(insides) }
  } catch {
    return null
  } finally {
    library.destroy()
  }
}

const texts = (document: PDFiumDocument): string[] =>
  Array.from({ length: document.getPageCount() }, (_, index) =>
    document.getPage(index).getText().replaceAll(/\s+/g, ' ').trim(),
  )

function files({ module, documentIdx }: Insides): EmbeddedFile[] {
  const count = Math.min(mostFiles, module._FPDFDoc_GetAttachmentCount(documentIdx))
  return Array.from({ length: count }, (_, index) => {
    const file = module._FPDFDoc_GetAttachment(documentIdx, index)
    const name = filled(module, (buffer, length) => module._FPDFAttachment_GetName(file, buffer, length))
    return { name: name.toString('utf16le').replace(/\0$/, ''), bytes: contentOf(module, file) }
  })
}

function contentOf(module: Pdfium, file: number): Buffer | null {
  const needed = module.wasmExports.malloc(4)
  const sizeFor = (buffer: number, length: number) => {
    const isThere = module._FPDFAttachment_GetFile(file, buffer, length, needed) !== 0
    return isThere ? Buffer.from(module.HEAPU8.slice(needed, needed + 4)).readUInt32LE() : -1
  }
  try {
    return sizeFor(0, 0) === -1 ? null : filled(module, sizeFor)
  } finally {
    module.wasmExports.free(needed)
  }
}

function signatures({ module, documentIdx }: Insides): SignatureSeen[] {
  const count = Math.min(mostFiles, module._FPDF_GetSignatureCount(documentIdx))
  return Array.from({ length: count }, (_, index) => {
    const signature = module._FPDF_GetSignatureObject(documentIdx, index)
    const contents = filled(module, (buffer, length) =>
      module._FPDFSignatureObj_GetContents(signature, buffer, length),
    )
    const range = filled(module, (buffer, length) => {
      const numbers = module._FPDFSignatureObj_GetByteRange(signature, buffer, Math.floor(length / 4))
      return 4 * numbers
    })
    return { contents, range: Array.from({ length: range.length / 4 }, (_, at) => range.readInt32LE(4 * at)) }
  })
}

/** Asks how much there is, and then for as much. */
function filled(module: Pdfium, ask: (buffer: number, length: number) => number): Buffer {
  const length = ask(0, 0)
  if (length <= 0) return Buffer.alloc(0)
  if (length > largestFile) throw new Error(`${length} bytes in one piece`)
  const buffer = module.wasmExports.malloc(length)
  try {
    ask(buffer, length)
    return Buffer.from(module.HEAPU8.slice(buffer, buffer + length))
  } finally {
    module.wasmExports.free(buffer)
  }
}
