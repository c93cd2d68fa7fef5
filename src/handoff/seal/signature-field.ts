import type { Document } from '../paper/open-document.js'
import type { Sheet } from '../paper/sheet.js'
import { unsigned } from './placeholder.js'
import type { SealShown } from './seal.js'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Reference = PDFKit.PDFKitReference
type Values = Record<string, unknown>

/** The parts of the writing library that its types leave out. */
interface Insides {
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: { Fields: unknown[] } & Values } } }
  readonly page: { readonly annotations: Reference[] }
}

const printAndLocked = 4 + 128
const signaturesAndAppendOnly = 1 + 2

/**
 * Lays the field of the signature over a box of the page: who clicks there in a reader is shown the signature. The
 * box itself says in text what there is to say, so the field has nothing to show.
 */
export function signatureField(sheet: Sheet, { x, y, width, height }: Box, tooltip: string): void {
  const { document } = sheet
  document.font('regular').initForm()
  const insides = document as unknown as Insides
  const form = insides._root.data.AcroForm.data
  // Readers would draw the fields anew, which PDF/A forbids (ISO 19005-3, 6.4.1).
  delete form['NeedAppearances']
  form['SigFlags'] = signaturesAndAppendOnly
  const look = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
  look.end(Buffer.from('q Q'))
  const field = {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Siegel'),
    TU: new String(tooltip),
    F: printAndLocked,
    P: document.page.dictionary,
    V: document.ref({}),
    AP: { N: look },
  }
  sheet.group(sheet.root, 'Form', (element) => {
    document.annotate(x, y, width, height, { ...field, structParent: element } as never)
  })
  form.Fields = [insides.page.annotations.at(-1)]
}

/**
 * Ends the document with its signature as the last object, so that whoever seals the stream holds back little. The
 * document must have a signature field.
 * @param mark hexadecimal, stands where the signature will
 */
export function endWithSignature(document: Document, shown: SealShown, madeAt: string, mark: string): void {
  const [field] = (document as unknown as Insides)._root.data.AcroForm.data.Fields as [
    { data: { V: Reference } },
  ]
  const signature = field.data.V
  signature.data = {
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    Name: new String(shown.signer),
    M: new Date(madeAt),
    ...unsigned(mark),
  } as never
  document.end()
  // The library writes its table of objects as soon as no object is open any more.
  signature.finalize()
}
