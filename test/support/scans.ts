import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'

/** A file as a browser chooses it. */
export interface ScanFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export async function aPdf(name = 'scan.pdf', pages = 1): Promise<ScanFile> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page++)
    document.addPage([595, 842]).drawText(`Seite ${page}`, { x: 60, y: 760 })
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) }
}

export async function aPhoto(name = 'foto.jpg'): Promise<ScanFile> {
  const image = sharp({ create: { width: 600, height: 400, channels: 3, background: '#d8e2ee' } })
  return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() }
}

/** The same bytes as a program sends them in a form. */
export const asFile = ({ name, mimeType, buffer }: ScanFile): File =>
  new File([new Uint8Array(buffer)], name, { type: mimeType })
