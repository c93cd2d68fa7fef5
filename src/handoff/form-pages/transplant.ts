import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib'
import type { Document } from '../paper/open-document.js'

type Reference = PDFKit.PDFKitReference

// Nothing of this is seen on the page; some of it can act, point elsewhere or say who made the file.
const leftBehind = new Set(
  (
    'Length AA A AF F FFilter FDecodeParms JS Metadata OPI Parent PieceInfo Ref StructParent StructParents ' +
    'LastModified Alternates'
  ).split(' '),
)

// The keys of these dictionaries are names that the file gave, `/A` or `/F` among them.
const hasGivenNames = new Set(
  'Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs'.split(' '),
)

/**
 * Carries objects over from a parsed PDF into a document that is being written, each once. Streams go over as they
 * are, without being unpacked. Only what is asked for comes along: no catalogue, no actions, no attachments.
 */
export class Transplant {
  readonly #carried = new Map<PDFRef, Reference>()

  constructor(
    private readonly into: Document,
    private readonly from: PDFContext,
  ) {}

  /** The object as the writing library takes it. */
  value(object: PDFObject | undefined, givenNames = false): unknown {
    if (object instanceof PDFRef) return this.#reference(object, givenNames)
    if (object instanceof PDFName) return object.asString().slice(1)
    if (object instanceof PDFNumber) return object.asNumber()
    if (object instanceof PDFBool) return object.asBoolean()
    if (object instanceof PDFString || object instanceof PDFHexString) return Buffer.from(object.asBytes())
    if (object instanceof PDFArray) return object.asArray().map((item) => this.value(item))
    if (object instanceof PDFDict) return this.#dictionary(object, givenNames)
    if (object instanceof PDFRawStream) return this.stream(object)
    return null
  }

  #dictionary(dictionary: PDFDict, givenNames = false): Record<string, unknown> {
    return Object.fromEntries(
      dictionary
        .entries()
        .map(([name, value]) => [name.asString().slice(1), value] as const)
        .filter(([key]) => givenNames || !leftBehind.has(key))
        .map(([key, value]) => [key, this.value(value, !givenNames && hasGivenNames.has(key))]),
    )
  }

  /** A stream as a new object, with entries set or replaced. */
  stream(stream: PDFRawStream, changes: Record<string, unknown> = {}): Reference {
    return this.#writeStream(this.into.ref({}), stream, changes)
  }

  #reference(source: PDFRef, givenNames: boolean): Reference {
    const known = this.#carried.get(source)
    if (known !== undefined) return known
    // Known before it is filled: objects may point at each other in a circle.
    const reference = this.into.ref({})
    this.#carried.set(source, reference)
    const object = this.from.lookup(source)
    if (object instanceof PDFRawStream) return this.#writeStream(reference, object, {})
    reference.data = this.value(object, givenNames) as Reference['data']
    reference.finalize()
    return reference
  }

  #writeStream(reference: Reference, stream: PDFRawStream, changes: Record<string, unknown>): Reference {
    const dictionary = { ...this.#dictionary(stream.dict), ...changes }
    reference.data = dictionary as unknown as Reference['data']
    reference.compress = !('Filter' in dictionary)
    reference.end(stream.getContents())
    return reference
  }
}
