import type { PlateImage } from './plates.js'
import type { Document } from '../paper/open-document.js'

type Reference = PDFKit.PDFKitReference

/** What the library writes objects with; it offers no way of its own for a stream that comes piece by piece. */
interface Writing {
  _offset: number
  _write(data: string | Uint8Array): void
  _refEnd(reference: Reference): void
}

/** Writes an image into the document while its bytes come: no more of it than one piece is in memory, and as it is. */
export function writeImage(document: Document, image: PlateImage, content: Iterable<Uint8Array>): Reference {
  const writing = document as unknown as Writing
  const reference = document.ref({})
  const at = reference as unknown as { offset: number }
  at.offset = writing._offset
  writing._write(`${reference.id} 0 obj\n<<\n${dictionaryOf(image)}\n>>\nstream`)
  for (const piece of content) writing._write(piece)
  writing._write('\nendstream\nendobj')
  writing._refEnd(reference)
  return reference
}

// Neither /Interpolate nor a colour profile of its own: PDF/A forbids the one, and the other is the document's sRGB.
const dictionaryOf = (image: PlateImage): string =>
  [
    '/Type /XObject',
    '/Subtype /Image',
    `/Width ${image.width}`,
    `/Height ${image.height}`,
    `/BitsPerComponent ${image.bits}`,
    `/ColorSpace ${colourSpace(image.colour)}`,
    ...(image.inverted ? [`/Decode [${image.colour === 'rgb' ? '1 0 1 0 1 0' : '1 0'}]`] : []),
    ...packingOf(image),
    `/Length ${image.bytes}`,
  ].join('\n')

function colourSpace(colour: PlateImage['colour']): string {
  if (colour === 'grey') return '/DeviceGray'
  if (colour === 'rgb') return '/DeviceRGB'
  return `[/Indexed /DeviceRGB ${colour.palette.length / 6 - 1} <${colour.palette}>]`
}

function packingOf({ packed, width, height }: PlateImage): string[] {
  switch (packed.as) {
    case 'jpeg':
      return ['/Filter /DCTDecode', ...parameters(packed.transform, (at) => `/ColorTransform ${at}`)]
    case 'flate':
      return [
        '/Filter /FlateDecode',
        ...parameters(
          packed.predictor,
          ({ kind, colours, bits, columns }) =>
            `/Predictor ${kind} /Colors ${colours} /BitsPerComponent ${bits} /Columns ${columns}`,
        ),
      ]
    case 'fax':
      return [
        '/Filter /CCITTFaxDecode',
        `/DecodeParms << /K ${packed.k} /Columns ${width} /Rows ${height} /EncodedByteAlign ${packed.byteAlign} /BlackIs1 ${packed.blackIs1} >>`,
      ]
  }
}

const parameters = <T>(value: T | null, inWords: (value: T) => string): string[] =>
  value === null ? [] : [`/DecodeParms << ${inWords(value)} >>`]
