import { writeFile } from 'node:fs/promises'
import { json } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'
import { mergedWithPdfLib } from './merged-with-pdf-lib.js'

/** The reference in a process of its own; like ours, it has done something of the kind before its task comes. */
await (await PDFDocument.create()).save()
const { paths, out } = (await json(process.stdin)) as { paths: string[]; out: string }
await writeFile(out, await mergedWithPdfLib(paths))
