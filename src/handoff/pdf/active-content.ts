import { PDFArray, PDFDict, PDFName, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib'
import { namesIn, resolved, valueOf } from './pdf-names.js'

/** What is wrong with an object: it can do something, or it is built to cost more than it shows. */
export type Finding = 'active' | 'costly'

const scriptKeys = ['JS', 'JavaScript']
const activeKeys = new Set([...scriptKeys, 'XFA', 'EmbeddedFiles', 'EF'])

// A link to a page or an address does nothing until someone follows it.
const activeKinds = new Set(
  (
    'JavaScript Launch ImportData SubmitForm Rendition GoToR GoToE RichMediaExecute GoTo3DView Sound Movie ' +
    'RichMedia 3D'
  ).split(' '),
)

const harmlessAtOnce = new Set(['GoTo', 'Named'])

// Twice compressed, two kilobytes become a gigabyte; nobody who means well compresses twice.
const packers = new Set('FlateDecode Fl LZWDecode LZW RunLengthDecode RL'.split(' '))

const deepest = 64

/** Whether an object of the file can do something, points into other files, or costs too much; `null` for a plain one. */
export function findingIn(context: PDFContext, object: PDFObject): Finding | null {
  // An action may say by a reference what kind it is.
  if (object instanceof PDFName) return activeKinds.has(object.decodeText()) ? 'active' : null
  return look(context, object, isActive, 0)
}

/** Whether an object of the file has a script, or is so built that nobody can tell; `null` for one without. */
export const scriptIn = (context: PDFContext, object: PDFObject): Finding | null =>
  look(context, object, hasScript, 0)

type Acts = (context: PDFContext, dictionary: PDFDict) => boolean

function look(context: PDFContext, object: PDFObject, acts: Acts, depth: number): Finding | null {
  if (depth > deepest) return 'costly'
  if (object instanceof PDFStream)
    return findingInStream(context, object) ?? look(context, object.dict, acts, depth)
  if (object instanceof PDFDict && acts(context, object)) return 'active'
  for (const part of partsOf(object)) {
    const finding = look(context, part, acts, depth + 1)
    if (finding !== null) return finding
  }
  return null
}

/** What lies directly in the object; what it refers to is an object of the file, and looked at as such. */
function partsOf(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray()
  return object instanceof PDFDict ? object.values() : []
}

function findingInStream(context: PDFContext, { dict }: PDFStream): Finding | null {
  if (valueOf(dict, 'F') !== undefined) return 'active'
  const filters = namesIn(context, valueOf(dict, 'Filter'))
  if (filters.filter((filter) => packers.has(filter)).length > 1) return 'costly'
  // Objects that the parser did not see, because the stream does not call itself what it is.
  return valueOf(dict, 'First') !== undefined && valueOf(dict, 'N') !== undefined ? 'costly' : null
}

const hasScript: Acts = (_, dictionary) =>
  dictionary.keys().some((name) => scriptKeys.includes(name.decodeText()))

function isActive(context: PDFContext, dictionary: PDFDict): boolean {
  return dictionary.entries().some(([name, value]) => {
    const key = name.decodeText()
    if (key === 'S' || key === 'Subtype')
      return value instanceof PDFName && activeKinds.has(value.decodeText())
    if (key === 'OpenAction') return actsAtOnce(context, value)
    if (key === 'AA') return occasionsOf(context, value).some((action) => actsAtOnce(context, action))
    return activeKeys.has(key)
  })
}

function occasionsOf(context: PDFContext, value: PDFObject): readonly PDFObject[] {
  const found = resolved(context, value)
  return found instanceof PDFDict ? found.values() : []
}

/** An action that nobody has to follow. A place to open the file at may be a list or a name. */
function actsAtOnce(context: PDFContext, value: PDFObject): boolean {
  const action = resolved(context, value)
  if (!(action instanceof PDFDict)) return false
  const kind = valueOf(action, 'S')
  return kind !== undefined && !namesIn(context, kind).every((name) => harmlessAtOnce.has(name))
}
