import { readFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib'

/** The reference: the same scans put together by pdf-lib. */
export async function mergedWithPdfLib(paths: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const path of paths) {
    const bytes = await readFile(path)
    if (path.endsWith('.pdf')) {
      const source = await PDFDocument.load(bytes)
      for (const page of await document.copyPages(source, source.getPageIndices())) document.addPage(page)
    } else {
      const image = await document.embedJpg(bytes)
      document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
    }
  }
  return document.save()
}
