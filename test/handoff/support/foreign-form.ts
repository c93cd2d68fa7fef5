import {
  PDFArray,
  PDFDocument,
  PDFName,
  PDFString,
  StandardFonts,
  TextAlignment,
  degrees,
  rgb,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib'

export interface ForeignFormWishes {
  /** Draws the page as a word processor does: with a font that is not embedded. */
  readonly text?: string
  /** Changes the document before it is saved. */
  readonly change?: (document: PDFDocument, page: PDFPage) => void
}

/** A form as an authority brings it: not drawn by us, with fields of every kind. */
export async function aForeignForm({ text, change }: ForeignFormWishes = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  page.drawRectangle({ x: 50, y: 690, width: 300, height: 24, borderWidth: 1, borderColor: rgb(0, 0, 0) })
  if (text !== undefined) {
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText(text, { x: 50, y: 780, size: 18, font })
  }
  addFields(document, page)
  change?.(document, page)
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

function addFields(document: PDFDocument, page: PDFPage): void {
  const form = document.getForm()
  form.createTextField('Name').addToPage(page, { x: 52, y: 692, width: 296, height: 20, borderWidth: 0 })
  const birth = form.createTextField('Geboren')
  birth.setMaxLength(8)
  birth.enableCombing()
  birth.setAlignment(TextAlignment.Left)
  birth.addToPage(page, { x: 52, y: 650, width: 160, height: 20 })
  const short = form.createTextField('Kurz')
  short.setMaxLength(5)
  short.addToPage(page, { x: 52, y: 610, width: 200, height: 20 })
  const reasons = form.createTextField('Gründe')
  reasons.enableMultiline()
  reasons.addToPage(page, { x: 52, y: 500, width: 300, height: 80 })
  form.createCheckBox('Eilig').addToPage(page, { x: 52, y: 470, width: 12, height: 12 })
  const list = form.createDropdown('Stand')
  list.addOptions(['ledig', 'verheiratet'])
  list.addToPage(page, { x: 52, y: 430, width: 200, height: 20 })
  form.createButton('Leeren').addToPage('Leeren', page, { x: 400, y: 430, width: 80, height: 20 })
}

/** As a page with actions of its own: a script that runs when it is opened. */
export const withScript = (_: PDFDocument, { node, doc }: PDFPage): void =>
  node.set(PDFName.of('AA'), doc.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }))

/** As an action that waits in the twentieth of lists that lie in each other. */
export const withScriptFarDown = (_: PDFDocument, { node, doc }: PDFPage): void => {
  const script = doc.context.obj({ JS: PDFString.of('app.alert(1)') })
  const nested = Array.from({ length: 20 }).reduce<PDFObject>((inside) => doc.context.obj([inside]), script)
  node.set(PDFName.of('PieceInfo'), nested)
}

/** Boxes that name their corners the other way round, as they may. */
export function withSwappedCorners(document: PDFDocument, { node, doc }: PDFPage): void {
  node.set(PDFName.of('MediaBox'), doc.context.obj([595, 842, 0, 0]))
  for (const field of document.getForm().getFields())
    for (const { dict } of field.acroField.getWidgets()) {
      const corners = dict.lookup(PDFName.of('Rect'), PDFArray).asArray()
      dict.set(PDFName.of('Rect'), doc.context.obj([...corners.slice(2), ...corners.slice(0, 2)]))
    }
}

/** As a part cut out that does not lie on the sheet. */
export const withoutArea = (_: PDFDocument, page: PDFPage): void => page.setCropBox(600, 0, 100, 100)

export const withXfa = ({ catalog, context }: PDFDocument): void => {
  const form = catalog.lookup(PDFName.of('AcroForm')) as unknown as {
    set(key: PDFName, value: unknown): void
  }
  form.set(PDFName.of('XFA'), context.register(context.flateStream('<xdp:xdp/>')))
}

export const turned = (_: PDFDocument, page: PDFPage): void => page.setRotation(degrees(90))

/** As a stamp that somebody put over the page. */
export const withStamp = (_: PDFDocument, { node, doc }: PDFPage): void => {
  const stamp = doc.context.obj({ Type: 'Annot', Subtype: 'Stamp', Rect: [400, 600, 500, 650], F: 4 })
  node.Annots()!.push(doc.context.register(stamp))
}

/** Content of one's own under the page's, for example `0 0 0 1 k`. */
export const withContent =
  (commands: string) =>
  (document: PDFDocument, page: PDFPage): void =>
    page.node.addContentStream(document.context.register(document.context.flateStream(commands)))
