import type { Document } from '../paper/open-document.js'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A field to write in, with the name that a screen reader says. */
export function textWidget(document: Document, name: string, label: string, area: Area, lines: number): void {
  document.formText(name, area.x, area.y, area.width, area.height, { multiline: lines > 1 })
  describe(document, label)
}

/** A box to tick, with both of its looks, because a viewer need not make them. */
export function tickWidget(document: Document, name: string, label: string, area: Area): void {
  document.formCheckbox(name, area.x, area.y, area.width, area.height)
  const field = describe(document, label)
  const { width, height } = area
  const look = (content: string) => {
    const stream = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] })
    stream.end(Buffer.from(content, 'latin1'))
    return stream
  }
  const [near, far] = [width * 0.2, width * 0.8]
  field['AP'] = {
    N: {
      Ja: look(`q 1.2 w ${near} ${near} m ${far} ${far} l ${near} ${far} m ${far} ${near} l S Q`),
      Off: look(''),
    },
  }
  field['V'] = 'Off'
  field['AS'] = 'Off'
}

function describe(document: Document, label: string): Record<string, unknown> {
  const widgets = document.page.annotations as { data: Record<string, unknown> }[]
  const field = widgets.at(-1)!.data
  // The library writes a plain string as a PDF name and a String object as a text.
  field['TU'] = Object(label) as unknown
  return field
}
