import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFStream } from 'pdf-lib'
import { Workshop } from '../../src/handoff/child/workshop.js'
import { brokenClauses, clauseNames } from '../support/clauses/clauses.js'
import { contentOf } from '../support/clauses/marked-content.js'
import { elementsOf, rootOf } from '../support/clauses/structure.js'
import { prepared } from './support/plates.js'
import { aPhoto, scratchFolder } from './support/scans.js'
import { documentOf, trialOf } from './support/trial.js'

const name = (text: string): PDFName => PDFName.of(text)

const folder = scratchFolder()
let bytes: Buffer
beforeAll(async () => {
  const trial = await trialOf('hundesteuer')
  const photo = await aPhoto('jpeg', { width: 200, height: 300 })
  const enclosure = {
    id: 'foto',
    document: 'd',
    documentName: 'Nachweis',
    name: 'foto.jpg',
    mediaType: 'image/jpeg' as const,
    pages: 1,
    bytes: photo.length,
    sha256: 'ab'.repeat(32),
    malwareCheckedAt: null,
    redrawn: [],
  }
  const contents = { ...trial.contents, enclosures: [enclosure] }
  const { plates } = await prepared(new Workshop(), folder, 'foto.jpg', photo, 'image/jpeg')
  const scans = { foto: plates }
  bytes = await documentOf({ ...trial, contents, scans })
})
afterAll(() => folder.remove())

const opened = (): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false })

it('a package with form and scan breaks none of the clauses', async () => {
  expect(brokenClauses(await opened())).toEqual([])
})

const dictsWith = (document: PDFDocument, key: string, value?: string): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dict) => dict.has(name(key)) && (value === undefined || dict.get(name(key)) === name(value)))

const first = (document: PDFDocument, type: string): PDFDict =>
  elementsOf(document).find((element) => element.type === type)!.dict

function changeMetadata(document: PDFDocument, from: string, to: string): void {
  const stream = document.catalog.lookup(name('Metadata'), PDFStream)
  const changed = Buffer.from(stream.getContents()).toString().replace(from, to)
  document.catalog.set(name('Metadata'), PDFRawStream.of(stream.dict, Buffer.from(changed)))
}

function changeContent(document: PDFDocument, change: (content: string) => string): void {
  const page = document.getPage(0)
  const changed = document.context.stream(Buffer.from(change(contentOf(page)), 'latin1'))
  page.node.set(name('Contents'), document.context.register(changed))
}

/** How each clause is broken in a document that fulfils it. */
const breaks: Readonly<Record<string, (document: PDFDocument) => unknown>> = {
  '6.1.3-1 trailer has an ID': ({ context }) => delete context.trailerInfo.ID,
  '6.1.3-2 not encrypted': ({ context }) => (context.trailerInfo.Encrypt = context.obj({})),
  '6.2.4.3 output intent': ({ catalog }) => catalog.delete(name('OutputIntents')),
  '6.2.11.4.1 fonts embedded': (document) => dictsWith(document, 'FontFile2')[0]!.delete(name('FontFile2')),
  '6.2.11.7.2 fonts can be read as text': (document) =>
    dictsWith(document, 'ToUnicode')[0]!.delete(name('ToUnicode')),
  '6.6.4 PDF/A identification': (document) =>
    changeMetadata(document, '<pdfaid:conformance>A', '<pdfaid:conformance>B'),
  '6.7.2.2 marked': ({ catalog }) => catalog.lookup(name('MarkInfo'), PDFDict).delete(name('Marked')),
  '6.8-1 type of the embedded file': ({ context }) =>
    context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFStream ? [object.dict] : []))
      .find((dict) => dict.get(name('Type')) === name('EmbeddedFile'))!
      .delete(name('Subtype')),
  '6.8-2 F and UF': (document) => dictsWith(document, 'Type', 'Filespec')[0]!.delete(name('UF')),
  '6.8-3 AFRelationship': (document) =>
    dictsWith(document, 'Type', 'Filespec')[0]!.delete(name('AFRelationship')),
  '6.8-4 catalogue names the file': ({ catalog }) => catalog.delete(name('AF')),
  'UA 5 PDF/UA identification': (document) => changeMetadata(document, '<pdfuaid:part>1</pdfuaid:part>', ''),
  'UA 7.1-1 all content marked': (document) =>
    changeContent(document, (content) => `${content}\n0 0 10 10 re f`),
  'UA 7.1-2 content belongs to its elements': (document) =>
    changeContent(document, (content) => content.replace('/MCID 0', '/MCID 1')),
  'UA 7.1-9 title in metadata': (document) => changeMetadata(document, '<dc:title>', '<dc:subject>'),
  'UA 7.1-10 title shown': ({ catalog }) =>
    catalog.lookup(name('ViewerPreferences'), PDFDict).delete(name('DisplayDocTitle')),
  'UA 7.2 language': ({ catalog }) => catalog.delete(name('Lang')),
  'UA 7.3 figures have a text': (document) =>
    first(document, 'Figure').set(name('Alt'), PDFHexString.fromText('')),
  'UA 7.5 headings of tables have a scope': (document) => first(document, 'TH').delete(name('A')),
  'UA 7.18.1 annotations belong to an element': (document) =>
    document.getPage(0).node.Annots()!.lookup(0, PDFDict).delete(name('StructParent')),
  'UA 7.18.3 tab order': (document) => document.getPage(0).node.delete(name('Tabs')),
}

describe('what breaks a clause is noticed, by that clause alone', () => {
  it.each(Object.keys(breaks))('%s', async (clause) => {
    const document = await opened()
    breaks[clause]!(document)
    expect(brokenClauses(document)).toEqual([clause])
  })

  it('and without any structure everything that rests on it', async () => {
    const document = await opened()
    document.catalog.delete(name('StructTreeRoot'))
    expect(rootOf(document)).toBeUndefined()
    expect(brokenClauses(document)).toEqual([
      'UA 7.1-2 content belongs to its elements',
      'UA 7.1-11 structure',
      'UA 7.18.1 annotations belong to an element',
    ])
  })

  it('is tried for each clause', () => {
    const tried = [...Object.keys(breaks), 'UA 7.1-11 structure']
    expect(tried.toSorted()).toEqual(clauseNames.toSorted())
  })

  it('also where an element forgets its piece, or the table of parents is another', async () => {
    const forgetful = await opened()
    first(forgetful, 'H1').delete(name('K'))
    const mixedUp = await opened()
    mixedUp.getPage(0).node.set(name('StructParents'), PDFNumber.of(1))
    for (const document of [forgetful, mixedUp])
      expect(brokenClauses(document)).toEqual(['UA 7.1-2 content belongs to its elements'])
  })
})
