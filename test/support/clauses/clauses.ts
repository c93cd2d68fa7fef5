import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFPage,
} from 'pdf-lib'
import { marksOf } from './marked-content.js'
import { elementsOf, parentsOf, rootOf } from './structure.js'

/** What a document has to fulfil, by the clause of ISO 19005-3 (6…) or ISO 14289-1 (UA …) that asks for it. */
const clauses: Readonly<Record<string, (document: PDFDocument) => boolean>> = {
  '6.1.3-1 trailer has an ID': ({ context }) => context.trailerInfo.ID !== undefined,
  '6.1.3-2 not encrypted': ({ context }) => context.trailerInfo.Encrypt === undefined,
  '6.2.4.3 output intent': (document) =>
    dictsIn(document.catalog, 'OutputIntents').some(
      (intent) =>
        is(intent, 'S', 'GTS_PDFA1') && intent.lookup(name('DestOutputProfile')) instanceof PDFStream,
    ),
  '6.2.11.4.1 fonts embedded': (document) => fontsOf(document).every(isEmbedded),
  '6.2.11.7.2 fonts can be read as text': (document) =>
    fontsOf(document).every((font) => !is(font, 'Subtype', 'Type0') || font.has(name('ToUnicode'))),
  '6.6.4 PDF/A identification': (document) =>
    has(metadataOf(document), 'pdfaid:part', '3') && has(metadataOf(document), 'pdfaid:conformance', 'A'),
  '6.7.2.2 marked': ({ catalog }) => isTrue(catalog.lookupMaybe(name('MarkInfo'), PDFDict), 'Marked'),
  '6.8-1 type of the embedded file': (document) =>
    filesOf(document).every((file) => embeddedIn(file)?.dict.get(name('Subtype')) instanceof PDFName),
  '6.8-2 F and UF': (document) =>
    filesOf(document).every((file) => file.has(name('F')) && file.has(name('UF'))),
  '6.8-3 AFRelationship': (document) => filesOf(document).every((file) => file.has(name('AFRelationship'))),
  '6.8-4 catalogue names the file': (document) => {
    const named = dictsIn(document.catalog, 'AF')
    return named.length > 0 && filesOf(document).every((file) => named.includes(file))
  },
  'UA 5 PDF/UA identification': (document) => has(metadataOf(document), 'pdfuaid:part', '1'),
  'UA 7.1-1 all content marked': (document) =>
    document.getPages().every((page) => marksOf(page).loose.length === 0),
  'UA 7.1-2 content belongs to its elements': (document) =>
    document.getPages().every((page) => isClaimed(document, page)),
  'UA 7.1-9 title in metadata': (document) =>
    /<dc:title>[\s\S]*\S[\s\S]*<\/dc:title>/.test(metadataOf(document)),
  'UA 7.1-10 title shown': ({ catalog }) =>
    isTrue(catalog.lookupMaybe(name('ViewerPreferences'), PDFDict), 'DisplayDocTitle'),
  'UA 7.1-11 structure': (document) => rootOf(document) !== undefined,
  'UA 7.2 language': ({ catalog }) => textIn(catalog, 'Lang').startsWith('de'),
  'UA 7.3 figures have a text': (document) =>
    elementsOf(document).every(({ type, dict }) => type !== 'Figure' || textIn(dict, 'Alt') !== ''),
  'UA 7.5 headings of tables have a scope': (document) =>
    elementsOf(document).every(({ type, dict }) => type !== 'TH' || hasScope(dict)),
  'UA 7.18.1 annotations belong to an element': (document) =>
    document.getPages().every((page) => annotationsOf(page).every((one) => isInStructure(document, one))),
  'UA 7.18.3 tab order': (document) =>
    document.getPages().every((page) => annotationsOf(page).length === 0 || is(page.node, 'Tabs', 'S')),
}

export const clauseNames: readonly string[] = Object.keys(clauses)

/** The clauses that the document does not fulfil. Not a whole check; each of these has broken a package once. */
export const brokenClauses = (document: PDFDocument): string[] =>
  clauseNames.filter((clause) => !clauses[clause]!(document))

const name = (text: string): PDFName => PDFName.of(text)
const is = (dict: PDFDict, key: string, value: string): boolean => dict.lookup(name(key)) === name(value)
const isTrue = (dict: PDFDict | undefined, key: string): boolean => dict?.lookup(name(key)) === PDFBool.True

function textIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

function dictsIn(dict: PDFDict, key: string): PDFDict[] {
  const array = dict.lookupMaybe(name(key), PDFArray)
  return Array.from({ length: array?.size() ?? 0 }, (_, index) => array!.lookup(index, PDFDict))
}

function metadataOf({ catalog }: PDFDocument): string {
  const stream = catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFStream)) return ''
  const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
  return Buffer.from(bytes).toString()
}

const has = (xml: string, element: string, value: string): boolean =>
  xml.includes(`<${element}>${value}</${element}>`)

const dictsOf = ({ context }: PDFDocument): PDFDict[] =>
  context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))

const filesOf = (document: PDFDocument): PDFDict[] =>
  dictsOf(document).filter((dict) => is(dict, 'Type', 'Filespec') || dict.has(name('EF')))

const embeddedIn = (file: PDFDict): PDFStream | undefined =>
  file.lookupMaybe(name('EF'), PDFDict)?.lookupMaybe(name('F'), PDFStream)

const fontsOf = (document: PDFDocument): PDFDict[] =>
  dictsOf(document).filter((dict) => is(dict, 'Type', 'Font'))

function isEmbedded(font: PDFDict): boolean {
  if (is(font, 'Subtype', 'Type0')) return dictsIn(font, 'DescendantFonts').every(isEmbedded)
  const descriptor = font.lookupMaybe(name('FontDescriptor'), PDFDict)
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor?.lookup(name(key)) instanceof PDFStream,
  )
}

function annotationsOf(page: PDFPage): PDFDict[] {
  const annotations = page.node.Annots()
  return Array.from({ length: annotations?.size() ?? 0 }, (_, index) => annotations!.lookup(index, PDFDict))
}

function isInStructure(document: PDFDocument, annotation: PDFDict): boolean {
  const number = annotation.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber()
  const element = number === undefined ? undefined : parentsOf(document).get(number)
  return elementsOf(document).some(
    ({ dict, objects }) =>
      dict === element && objects.some((ref) => document.context.lookup(ref) === annotation),
  )
}

function hasScope(heading: PDFDict): boolean {
  const attributes = heading.lookup(name('A'))
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  return list.some((one) => {
    const dict = one === undefined ? undefined : heading.context.lookup(one)
    return dict instanceof PDFDict && is(dict, 'O', 'Table') && dict.has(name('Scope'))
  })
}

/** Whether every marked piece of the page leads to an element, and that element back to the piece. */
function isClaimed(document: PDFDocument, page: PDFPage): boolean {
  const number = page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber()
  const parents = number === undefined ? undefined : parentsOf(document).get(number)
  const { ids } = marksOf(page)
  if (!(parents instanceof PDFArray) || new Set(ids).size < ids.length) return false
  const elements = new Map(elementsOf(document).map((element) => [element.dict, element]))
  return ids.every((id) => {
    const parent = parents.lookup(id)
    const pieces = parent instanceof PDFDict ? elements.get(parent)?.pieces : undefined
    return pieces?.some((piece) => piece.id === id && piece.page === page.ref) === true
  })
}
