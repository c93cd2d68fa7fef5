import { PDFiumModule } from '@hyzyla/pdfium'

type Listed = Awaited<ReturnType<typeof PDFiumModule>>

/** PDFium with those of its functions that its types leave out. What they take and give are places in its memory. */
export interface Pdfium extends Listed {
  readonly wasmExports: Listed['wasmExports'] & { readonly __indirect_function_table: WebAssembly.Table }
  _FPDFDoc_GetAttachmentCount(document: number): number
  _FPDFDoc_GetAttachment(document: number, index: number): number
  _FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number
  _FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, needed: number): number
  _FPDFPage_GetRotation(page: number): number
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number
  _FPDFTextObj_GetTextRenderMode(text: number): number
  _FPDF_SaveAsCopy(document: number, writer: number, flags: number): number
  _FPDF_GetSignatureCount(document: number): number
  _FPDF_GetSignatureObject(document: number, index: number): number
  _FPDFSignatureObj_GetContents(signature: number, buffer: number, length: number): number
  _FPDFSignatureObj_GetByteRange(signature: number, buffer: number, length: number): number
}

let loaded: Promise<Pdfium> | undefined

/**
 * A reader of PDF files that was written to survive hostile ones, once for the process. It runs as WebAssembly: what
 * goes wrong in it stays in its own memory. It may still take long, so only in a child.
 */
export const loadPdfium = (): Promise<Pdfium> => (loaded ??= load())

async function load(): Promise<Pdfium> {
  const pdfium = (await PDFiumModule({})) as Pdfium
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  return pdfium
}

/** Takes memory of PDFium, which has to be given back with `free`. @throws Error if there is no more */
export function memoryOf({ wasmExports }: Pdfium, length: number): number {
  const start = wasmExports.malloc(length)
  if (start === 0) throw new Error(`PDFium has no memory for ${length} bytes`)
  return start
}

/** Lends memory of PDFium for as long as it is used. */
export function lent<T>(pdfium: Pdfium, length: number, use: (start: number) => T): T {
  const start = memoryOf(pdfium, length)
  try {
    return use(start)
  } finally {
    pdfium.wasmExports.free(start)
  }
}

const largestAnswer = 50_000_000

/** Asks how many bytes there are, and then for as many. */
export function answered(pdfium: Pdfium, ask: (buffer: number, length: number) => number): Buffer {
  const length = ask(0, 0)
  if (length <= 0) return Buffer.alloc(0)
  if (length > largestAnswer) throw new Error(`${length} bytes in one piece`)
  return lent(pdfium, length, (buffer) => {
    ask(buffer, length)
    return Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + length))
  })
}
