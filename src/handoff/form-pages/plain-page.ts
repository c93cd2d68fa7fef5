import { PDFDict, PDFName, PDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib'
import { operatorsIn, type Operator } from '../pdf/content-operators.js'
import { entriesIn, lookUp } from '../pdf/look-up.js'
import { isOpaque } from '../pdf/opaque-state.js'
import { contentOf, latin1, unpacked } from '../pdf/page-content.js'
import { whyNotPlainColour } from './plain-colour.js'
import { whyNotPlainFont } from './plain-font.js'
import { whyNotPlainImage, whyNotPlainInlineImage } from './plain-image.js'

/**
 * Why a page cannot be proved to be fit for PDF/A-3a and PDF/UA-1 as it is, in German; empty: it is plain. Asked the
 * other way round: what is not known to be harmless makes a page not plain.
 */
export function whyNotPlain(page: PDFPage): readonly string[] {
  const reasons = new Set<string>()
  const look = new PlainLook(reasons)
  try {
    look.atContent(contentOf(page, unpacked), page.node.Resources())
  } catch {
    reasons.add('Der Inhalt der Seite lässt sich nicht lesen')
  }
  if (page.node.has(PDFName.of('Group'))) look.atGroup(lookUp(page.node, 'Group'))
  for (const kind of annotationsOn(page)) reasons.add(`Auf der Seite liegt etwas über dem Inhalt (${kind})`)
  return [...reasons]
}

// A link shows nothing, and what a widget shows is drawn anew.
const unseenAnnotations = ['/Widget', '/Link', '/Popup']

function annotationsOn(page: PDFPage): string[] {
  return (page.node.Annots()?.asArray() ?? []).flatMap((item) => {
    const annotation = page.doc.context.lookup(item)
    const kind = annotation instanceof PDFDict ? String(lookUp(annotation, 'Subtype')) : 'unbekannt'
    return unseenAnnotations.includes(kind) ? [] : [kind.slice(1)]
  })
}

// ISO 32000-1, annex A: the operators of text, paths, states, plain colours and XObjects. Marked content is not among
// them: its tags and artifacts would stand inside the figure that the page becomes.
const plainOperators = new Set(
  (
    'b B b* B* BI BT c cm cs CS d Do EI ET f F f* G g gs h i ID j J l M m n q Q re RG rg s S sc SC scn SCN ' +
    'T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y d0 d1 \' "'
  ).split(' '),
)
const ownWords: Readonly<Record<string, string>> = {
  k: 'Druckfarben (CMYK)',
  K: 'Druckfarben (CMYK)',
  sh: 'ein Farbverlauf',
  BDC: 'ausgezeichneter Inhalt',
  BMC: 'ausgezeichneter Inhalt',
  DP: 'ausgezeichneter Inhalt',
  MP: 'ausgezeichneter Inhalt',
}
// ISO 19005-3, 6.1.13.
const deepestState = 28

class PlainLook {
  readonly #seen = new Set<PDFObject>()

  constructor(private readonly reasons: Set<string>) {}

  atContent(content: string, resources: PDFDict | undefined): void {
    let depth = 0
    for (const operator of operatorsIn(content)) {
      if (operator.name === 'q' && ++depth > deepestState)
        this.reasons.add('Die Seite ist zu tief verschachtelt')
      if (operator.name === 'Q') depth--
      this.#atOperator(operator)
    }
    if (resources !== undefined) this.#atResources(resources)
  }

  atGroup(group: PDFObject | undefined): void {
    if (!(group instanceof PDFDict)) return
    // A group without a colour space of its own blends in that of the page: opaque content does not care.
    const colours = lookUp(group, 'CS')
    if (colours !== undefined) this.#add(whyNotPlainColour(colours))
  }

  #atOperator({ name, operands }: Operator): void {
    if (name === 'EMC') return
    const words = ownWords[name]
    if (words !== undefined) this.reasons.add(`Auf der Seite steht ${words}`)
    else if (name === 'ID') this.#add(whyNotPlainInlineImage(operands))
    else if (!plainOperators.has(name))
      this.reasons.add(`Auf der Seite steht der Befehl „${name.slice(0, 10)}“`)
  }

  #atResources(resources: PDFDict): void {
    if (this.#isKnown(resources)) return
    for (const font of entriesIn(resources, 'Font')) this.#atFont(font)
    for (const colours of entriesIn(resources, 'ColorSpace')) this.#add(whyNotPlainColour(colours))
    for (const state of entriesIn(resources, 'ExtGState')) this.#add(whyNotPlainState(state))
    for (const object of entriesIn(resources, 'XObject')) this.#atXObject(object)
    if (entriesIn(resources, 'Pattern').length > 0) this.reasons.add('Auf der Seite steht ein Muster')
    if (entriesIn(resources, 'Shading').length > 0) this.reasons.add('Auf der Seite steht ein Farbverlauf')
  }

  #atFont(font: PDFObject): void {
    if (!this.#isKnown(font)) this.#add(whyNotPlainFont(font))
  }

  #atXObject(object: PDFObject): void {
    if (this.#isKnown(object)) return
    const kind = object instanceof PDFRawStream ? lookUp(object.dict, 'Subtype') : undefined
    if (!(object instanceof PDFRawStream) || (kind !== PDFName.of('Image') && kind !== PDFName.of('Form')))
      this.reasons.add('Auf der Seite steht ein unbekanntes Objekt')
    else if (object.dict.has(PDFName.of('OC'))) this.reasons.add('Die Seite hat Ebenen')
    else if (kind === PDFName.of('Image')) this.#add(whyNotPlainImage(object.dict))
    else this.#atForm(object)
  }

  #atForm(form: PDFRawStream): void {
    const resources = lookUp(form.dict, 'Resources')
    if (form.dict.has(PDFName.of('Group'))) this.atGroup(lookUp(form.dict, 'Group'))
    this.atContent(latin1(unpacked(form)), resources instanceof PDFDict ? resources : undefined)
  }

  #isKnown(object: PDFObject): boolean {
    const known = this.#seen.has(object)
    this.#seen.add(object)
    return known
  }

  #add(reason: string | null): void {
    if (reason !== null) this.reasons.add(reason)
  }
}

function whyNotPlainState(state: PDFObject): string | null {
  if (!(state instanceof PDFDict)) return 'Auf der Seite steht ein unbekannter Zustand'
  if (!isOpaque(state)) return 'Auf der Seite ist etwas durchsichtig'
  const printed = ['TR', 'TR2', 'HT', 'HTP', 'BG', 'UCR', 'TK', 'Font'].some((key) =>
    state.has(PDFName.of(key)),
  )
  return printed ? 'Auf der Seite stehen Vorgaben für Druckmaschinen' : null
}
