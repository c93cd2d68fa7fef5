import { lent, loadPdfium, memoryOf, type Pdfium } from './pdfium.js'

/** A PDF that PDFium has opened. */
export class OpenedPdf {
  #fields: { readonly form: number; readonly callbacks: number } | undefined

  private constructor(
    readonly pdfium: Pdfium,
    readonly document: number,
    private readonly file: number,
    /** How long the file is. */
    readonly bytes: number,
  ) {}

  /** @throws Error if it cannot be opened */
  static async open(bytes: Uint8Array): Promise<OpenedPdf> {
    const pdfium = await loadPdfium()
    const file = memoryOf(pdfium, bytes.length)
    pdfium.HEAPU8.set(bytes, file)
    const document = pdfium._FPDF_LoadMemDocument(file, bytes.length, 0)
    if (document !== 0) return new OpenedPdf(pdfium, document, file, bytes.length)
    pdfium.wasmExports.free(file)
    throw new Error('PDFium cannot open the file')
  }

  get pageCount(): number {
    return this.pdfium._FPDF_GetPageCount(this.document)
  }

  /** Has a page open as long as it is used. @param index from 0 */
  async onPage<T>(index: number, use: (page: number) => T | Promise<T>): Promise<T> {
    const page = this.pdfium._FPDF_LoadPage(this.document, index)
    if (page === 0) throw new Error(`PDFium cannot open page ${index + 1}`)
    try {
      return await use(page)
    } finally {
      this.pdfium._FPDF_ClosePage(page)
    }
  }

  /** What a page says, as it stands there, up to so many characters. */
  textOf(page: number, longest = Infinity): string {
    const { pdfium } = this
    const reading = pdfium._FPDFText_LoadPage(page)
    if (reading === 0) return ''
    try {
      const most = Math.min(pdfium._FPDFText_CountChars(reading), longest)
      return most <= 0 ? '' : lent(pdfium, (most + 1) * 2, (start) => textAt(pdfium, reading, most, start))
    } finally {
      pdfium._FPDFText_ClosePage(reading)
    }
  }

  /** The form of the file, which has to be known to draw its fields. */
  get form(): number {
    return (this.#fields ??= fieldsOf(this.pdfium, this.document)).form
  }

  /** Gives back all memory. */
  close(): void {
    const { pdfium } = this
    if (this.#fields !== undefined) pdfium._FPDFDOC_ExitFormFillEnvironment(this.#fields.form)
    pdfium._FPDF_CloseDocument(this.document)
    if (this.#fields !== undefined) pdfium.wasmExports.free(this.#fields.callbacks)
    pdfium.wasmExports.free(this.file)
  }
}

/** Opens a PDF for as long as it is read. @throws Error if it cannot be opened */
export async function withPdf<T>(bytes: Uint8Array, read: (pdf: OpenedPdf) => T | Promise<T>): Promise<T> {
  const pdf = await OpenedPdf.open(bytes)
  try {
    return await read(pdf)
  } finally {
    pdf.close()
  }
}

function textAt(pdfium: Pdfium, reading: number, most: number, start: number): string {
  const read = pdfium._FPDFText_GetText(reading, 0, most, start)
  // At the end stands a zero.
  return Buffer.from(pdfium.HEAPU8.slice(start, start + Math.max(0, read - 1) * 2))
    .toString('utf16le')
    .toWellFormed()
}

// fpdf_formfill.h
const sizeOfCallbacks = 256
const versionOfCallbacks = 2

/** All that the library could ask of a viewer stays empty, so that nothing answers. */
function fieldsOf(pdfium: Pdfium, document: number): { form: number; callbacks: number } {
  const callbacks = memoryOf(pdfium, sizeOfCallbacks)
  pdfium.HEAPU8.fill(0, callbacks, callbacks + sizeOfCallbacks)
  pdfium.HEAPU8[callbacks] = versionOfCallbacks
  return { form: pdfium._FPDFDOC_InitFormFillEnvironment(document, callbacks), callbacks }
}
