import { json } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'
import { mergedWithPdfLib } from './merged-with-pdf-lib.js'

/** The reference in a process of its own; like ours, it has done something of the kind before its task comes. */
await (await PDFDocument.create()).save()
process.stdout.write(await mergedWithPdfLib((await json(process.stdin)) as string[]))
