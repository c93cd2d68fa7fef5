import { deflateSync } from 'node:zlib'
import { attack, type Attack } from './attack.js'
import { onePage, stream } from './raw-pdf.js'

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const annotation = (rest: string): string => `/Annots [<< /Type /Annot /Rect [0 0 99 99] ${rest} >>]`
const link = (action: string): string => annotation(`/Subtype /Link /A ${action}`)

/** Files that do something when they are opened, turned or touched, or that carry what does. */
export function pdfActions(): Attack[] {
  const refused = (name: string, bytes: Buffer) => attack(name, bytes, 'scanActive')
  return [
    refused('a script at opening', onePage({ catalog: `/OpenAction ${script}` })),
    refused('a script at closing', onePage({ catalog: `/AA << /WC ${script} >>` })),
    refused(
      'a script among the names',
      onePage({ catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }),
    ),
    refused('a script when a page is turned', onePage({ page: `/AA << /O ${script} >>` })),
    refused('a script under a link', onePage({ page: link(script) })),
    refused(
      'a script under an annotation of a type of its own',
      onePage({ page: annotation(`/Subtype /Xyz /A ${script}`) }),
    ),
    refused('a script in a field', onePage({ page: annotation(`/Subtype /Widget /AA << /K ${script} >>`) })),
    refused(
      'a script after a harmless step',
      onePage({ page: link(`<< /S /GoTo /D [3 0 R /Fit] /Next [${script}] >>`) }),
    ),
    refused('a script after forty harmless steps', onePage({ page: link(chain(40)) })),
    refused(
      'a script in an outline',
      onePage({ catalog: `/Outlines << /First << /Title (x) /A ${script} >> >>` }),
    ),
    refused('a script in a compressed object', compressed()),
    attack(
      'a script in an object stream that does not call itself one',
      hiddenObjectStream(),
      'scanTooCostly',
    ),
    refused('a script in an object that is replaced later', replaced()),
    refused(
      'a script with escaped names',
      onePage({ catalog: '/OpenAction << /S /#4AavaScript /#4AS (x) >>' }),
    ),
    refused(
      'a script with names escaped in small letters',
      onePage({ catalog: '/OpenAction << /S /#4aava#53cript /#4a#53 (x) >>' }),
    ),
    refused('a start of a program', onePage({ page: link('<< /S /Launch /F (cmd.exe) >>') })),
    refused(
      'a start of a program, named elsewhere',
      onePage({ page: link('<< /S 5 0 R /F (cmd.exe) >>'), more: ['/Launch'] }),
    ),
    refused(
      'a form that sends itself',
      onePage({ page: link('<< /S /SubmitForm /F (http://x.invalid) >>') }),
    ),
    refused('a form that fetches data', onePage({ page: link('<< /S /ImportData /F (x.fdf) >>') })),
    refused(
      'a jump into another file',
      onePage({ page: link('<< /S /GoToR /F (//x.invalid/a.pdf) /D [0 /Fit] >>') }),
    ),
    refused('a jump into an enclosed file', onePage({ page: link('<< /S /GoToE /T << /R /C >> >>') })),
    refused(
      'an address called at opening',
      onePage({ catalog: '/OpenAction << /S /URI /URI (http://x.invalid) >>' }),
    ),
    refused(
      'an address called when a page is seen',
      onePage({ page: '/AA << /O << /S /URI /URI (http://x.invalid) >> >>' }),
    ),
    refused(
      'a sound',
      onePage({ page: annotation('/Subtype /Sound /Sound 5 0 R'), more: [stream('/Type /Sound', 'x')] }),
    ),
    refused('a film', onePage({ page: annotation('/Subtype /Movie /Movie << /F (x.avi) >>') })),
    refused(
      'a film on a screen',
      onePage({ page: annotation('/Subtype /Screen /A << /S /Rendition /OP 0 >>') }),
    ),
    refused('rich media', onePage({ page: annotation('/Subtype /RichMedia /RichMediaContent << >>') })),
    refused(
      'a body in space',
      onePage({
        page: annotation('/Subtype /3D /3DD 5 0 R'),
        more: [stream('/Type /3D /Subtype /U3D', 'x')],
      }),
    ),
    refused(
      'an enclosed file',
      onePage({ catalog: `/Names << /EmbeddedFiles << /Names [(a) ${file}] >> >>`, more: enclosed }),
    ),
    refused('an enclosed file that belongs to a page', onePage({ page: `/AF [${file}]`, more: enclosed })),
    refused(
      'an enclosed file as a paper clip',
      onePage({ page: annotation(`/Subtype /FileAttachment /FS ${file}`), more: enclosed }),
    ),
    refused(
      'a page that lies in another file',
      onePage({
        page: '/Contents 5 0 R',
        more: ['<< /Length 0 /F (//x.invalid/page) >>\nstream\n\nendstream'],
      }),
    ),
    refused(
      'an XFA form',
      onePage({ catalog: '/AcroForm << /Fields [] /XFA 5 0 R >>', more: [stream('', '<xdp/>')] }),
    ),
    attack(
      'a form with nothing behind it',
      onePage({ catalog: '/AcroForm << /Fields [] /NeedAppearances true >>' }),
      'taken',
    ),
    attack(
      'a link to an address',
      onePage({ page: link('<< /S /URI /URI (https://example.org/JavaScript) >>') }),
      'taken',
    ),
    attack('a jump at opening', onePage({ catalog: '/OpenAction [3 0 R /Fit]' }), 'taken'),
    attack(
      'fonts that are called like keys',
      onePage({ page: '/Resources << /Font << /AA 5 0 R /A 5 0 R /S 5 0 R >> >>', more: [font] }),
      'taken',
    ),
  ]
}

const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const file = '<< /Type /Filespec /F (x.exe) /EF << /F 5 0 R >> >>'
const enclosed = [stream('/Type /EmbeddedFile', 'MZ')]

const chain = (steps: number): string =>
  '<< /S /GoTo /D [3 0 R /Fit] /Next '.repeat(steps) + script + ' >>'.repeat(steps)

const packedObjects = (type: string): Buffer =>
  stream(`${type} /N 1 /First 4 /Filter /FlateDecode`, deflateSync(Buffer.from(`9 0 ${script}`)))

const compressed = (): Buffer =>
  onePage({ catalog: '/OpenAction 9 0 R', more: [packedObjects('/Type /ObjStm')] })

const hiddenObjectStream = (): Buffer =>
  onePage({ catalog: '/OpenAction 9 0 R', more: [packedObjects('/Type 6 0 R'), '/ObjStm'] })

/** The table leads to the first of two objects with one number; who reads from top to bottom keeps the second. */
function replaced(): Buffer {
  const bytes = onePage({ catalog: '/OpenAction 5 0 R', more: [script] }).toString('latin1')
  return Buffer.from(bytes.replace('\nxref\n', '\n5 0 obj\nnull\nendobj\nxref\n'), 'latin1')
}
