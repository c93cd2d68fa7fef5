import type { OpenedPdf } from './opened-pdf.js'
import { lent, type Pdfium } from './pdfium.js'

/** As much as objects that stood packed in the file may take, and rounding. */
const mostMore = 64_000_000

/**
 * The file as PDFium sees it, written anew: every object that its table leads to stands there once and is as long as it
 * says, and nothing else. Packed streams stay as they are.
 * @throws Error if it cannot be written
 */
export function rewritten({ pdfium, document, bytes }: OpenedPdf): Buffer {
  // Takes no memory before it is filled, unlike pieces that are put together.
  const whole = Buffer.alloc(2 * bytes + mostMore)
  let end = 0
  const write = (_: number, start: number, length: number): number => {
    if (end + length > whole.length) return 0
    whole.set(pdfium.HEAPU8.subarray(start, start + length), end)
    end += length
    return 1
  }
  const isWritten = called(pdfium, write, () =>
    lent(pdfium, sizeOfWriter, (writer) => {
      pdfium.HEAPU8.fill(0, writer, writer + sizeOfWriter)
      pdfium.HEAPU8[writer] = versionOfWriter
      return pdfium._FPDF_SaveAsCopy(document, writer, notAppended) !== 0
    }),
  )
  if (!isWritten) throw new Error('PDFium cannot write the file')
  return whole.subarray(0, end)
}

// fpdf_save.h: the version, then the function that is called with each piece. It is number 0 of the table.
const sizeOfWriter = 8
const versionOfWriter = 1
const notAppended = 2

type Write = (writer: number, start: number, length: number) => number

/**
 * Has PDFium call a function of ours. Its table of functions cannot grow; number 0 is free in it because a program takes
 * a zero for no function, and is free again afterwards.
 */
function called<T>({ wasmExports }: Pdfium, write: Write, use: () => T): T {
  const table = wasmExports.__indirect_function_table
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(passing), { '': { '': write } })
  table.set(0, exports[''])
  try {
    return use()
  } finally {
    table.set(0, null)
  }
}

/** A module that passes on what it imports, because a table takes no function without the types of its numbers. */
const passing = Buffer.from(
  [
    '0061736d01000000',
    // A type: three numbers of 32 bits become one.
    '01080160037f7f7f017f',
    // An import without a name, of this type, and the same as an export.
    '02050100000000',
    '070401000000',
  ].join(''),
  'hex',
)
