import PdfKit from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import { attack, type Attack } from './attack.js'
import { onePage } from './raw-pdf.js'

type Version = NonNullable<PDFKit.PDFDocumentOptions['pdfVersion']>

/** Files that are two things at once. */
export function pdfDisguises(): Attack[] {
  const pdf = onePage()
  const zip = Buffer.from('504b0506' + '00'.repeat(18), 'hex')
  const before = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), pdf])
  return [
    attack('a PDF that is an archive as well', Buffer.concat([pdf, zip]), 'taken'),
    attack('an archive before the PDF', Buffer.concat([zip, pdf]), 'fileTypeNotAccepted'),
    attack(
      'a page of the web before the PDF',
      before('<html><script>alert(1)</script>\n'),
      'fileTypeNotAccepted',
    ),
    attack('a GIF before the PDF', before('GIF89a'), 'fileTypeNotAccepted'),
    attack('a PDF that begins five bytes late', before('\n\n\n\n\n'), 'fileTypeNotAccepted'),
    attack('a byte order mark before the PDF', before('\xef\xbb\xbf'), 'fileTypeNotAccepted'),
    attack('a program', before('MZ\x90\x00'), 'fileTypeNotAccepted'),
    attack('PostScript', Buffer.from('%!PS-Adobe-3.0\n(x) run'), 'fileTypeNotAccepted'),
    attack('nothing', Buffer.alloc(0), 'fileEmpty'),
    attack('one byte', Buffer.from('%'), 'fileTypeNotAccepted'),
    attack('only the beginning of a PDF', Buffer.from('%PDF-'), 'scanDamaged'),
    attack('two PDFs in a row', Buffer.concat([pdf, pdf]), 'taken', 'scanDamaged'),
  ]
}

/** Files that nobody can read without a word, and files that open by themselves and are locked all the same. */
export const lockedPdfs = (): Promise<Attack[]> =>
  Promise.all(
    (['1.3', '1.4', '1.7', '1.7ext3'] as const).flatMap((version) => [
      locked(version, 'geheim'),
      locked(version, ''),
    ]),
  )

/** RC4 with 40 and 128 bits, AES with 128 and 256. */
async function locked(pdfVersion: Version, userPassword: string): Promise<Attack> {
  const document = new PdfKit({ pdfVersion, userPassword, ownerPassword: 'geheim' })
  document.text('Vertraulich').end()
  const name = `encrypted as of PDF ${pdfVersion}, ${userPassword === '' ? 'without' : 'with'} a password`
  return attack(name, await buffer(document), 'scanEncrypted')
}
