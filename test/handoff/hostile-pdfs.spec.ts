import { describe, expect, test } from '@jest/globals'
import { isRefusal } from '../../src/platform/refusal.js'
import { openPdf } from '../../src/handoff/scans/open-pdf.js'
import { pdfActions } from '../support/hostile/pdf-actions.js'
import { lockedPdfs } from '../support/hostile/pdf-disguises.js'
import { pdfStructures } from '../support/hostile/pdf-structures.js'

describe.each([
  ['that is not put together as it should be', pdfStructures()],
  ['that does something by itself, or carries what does', pdfActions()],
  ['that is encrypted', await lockedPdfs()],
])('a PDF %s', (_, attacks) => {
  test.each(attacks)('$name', async ({ bytes, right }) => {
    const opened = await openPdf(bytes)
    expect(right).toContain(isRefusal(opened) ? opened.code : 'taken')
  })
})
