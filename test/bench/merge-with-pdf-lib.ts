import { readFile } from 'node:fs/promises'
import { json } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'

/** The reference: the same scans put together by pdf-lib, in a process of its own as well. */
const paths = (await json(process.stdin)) as string[]
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
process.stdout.write(await document.save())
