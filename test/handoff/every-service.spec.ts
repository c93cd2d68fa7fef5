import { PDFDocument } from 'pdf-lib'
import { brokenClauses } from '../support/clauses/clauses.js'
import { rulebook } from './support/counter-case.js'
import { pageTexts } from './support/read-pdf.js'
import { documentOf, trialOf } from './support/trial.js'

describe.each(rulebook.services())('a complete case of %s', (service) => {
  it('becomes a package with its form filled in', async () => {
    const trial = await trialOf(service)
    expect(trial.contents).toMatchObject({ verdict: { outcome: 'complete' }, reason: null })
    expect(trial.contents.questions.filter(({ open }) => open)).toEqual([])
    const bytes = await documentOf(trial)
    expect(brokenClauses(await PDFDocument.load(bytes, { updateMetadata: false }))).toEqual([])
    const pages = await pageTexts(bytes)
    expect(pages[0]).toContain('Vorprüfung: vollständig')
    const form = pages.filter((page) => page.includes('Blatt '))
    expect(form.length).toBeGreaterThan(0)
    expect(form.join(' ')).toMatch(/Łukaszewicz-M\u0302aier|Kara|Boizenburg/)
  })
})
