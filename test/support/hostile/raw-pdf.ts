import { Buffer } from 'node:buffer'

/** The body of an object: as text, or with bytes that are no text. */
export type Body = string | Buffer

const bytesOf = (text: Body): Buffer => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text)

/** A stream with the entries of its dictionary. */
export function stream(entries: string, content: Body): Buffer {
  const bytes = bytesOf(content)
  return Buffer.concat([
    bytesOf(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    bytesOf('\nendstream'),
  ])
}

/** A file with these objects, numbered from 1, a right table of them, and what else its trailer says. */
export function rawPdf(bodies: readonly Body[], trailer = '/Root 1 0 R'): Buffer {
  const parts = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const starts: number[] = []
  let length = parts[0]!.length
  for (const [index, body] of bodies.entries()) {
    const object = Buffer.concat([bytesOf(`${index + 1} 0 obj\n`), bytesOf(body), bytesOf('\nendobj\n')])
    starts.push(length)
    parts.push(object)
    length += object.length
  }
  const lines = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${lines.join('')}`
  const end = `trailer\n<< /Size ${bodies.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, bytesOf(table + end)])
}

export interface Wishes {
  /** More entries of the catalogue, of the page, and more objects, from 5 on. */
  readonly catalog?: string
  readonly page?: string
  readonly more?: readonly Body[]
  readonly trailer?: string
}

/** One page with a line on it, and what a test wants besides. */
export function onePage({ catalog = '', page = '', more = [], trailer = '' }: Wishes = {}): Buffer {
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`,
      stream('', '60 700 m 500 700 l S'),
      ...more,
    ],
    `/Root 1 0 R ${trailer}`,
  )
}
