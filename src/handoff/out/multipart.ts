import { jsonText } from './package-json.js'
import type { Parcel, ParcelFile } from './parcel.js'

/** A parcel as the body of a request (RFC 7578): first what it is, then its files. Its length is known beforehand. */
export interface Multipart {
  readonly contentType: string
  readonly bytes: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/** Names hold letters, digits and `-_.` alone, so they need no escaping. */
export function multipartOf({ packageId, name, files }: Parcel): Multipart {
  const boundary = `lotse-${packageId}`
  const about = { paket: packageId, name, dateien: files.map(listed) }
  const first = part(boundary, 'name="paket"', 'application/json', jsonText(about))
  const parts = files.map((file) => ({
    ...file,
    before: part(boundary, `name="datei"; filename="${file.name}"`, file.mediaType),
  }))
  const end = Buffer.from(`\r\n--${boundary}--\r\n`)
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: parts.reduce((sum, { before, bytes }) => sum + before.length + bytes, first.length + end.length),
    open: async function* () {
      yield first
      for (const { before, open } of parts) {
        yield before
        yield* open()
      }
      yield end
    },
  }
}

const listed = ({ name, mediaType, bytes, sha256 }: ParcelFile) => ({ name, mediaType, bytes, sha256 })

const part = (boundary: string, disposition: string, mediaType: string, text = ''): Buffer =>
  Buffer.from(
    `\r\n--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${mediaType}\r\n\r\n${text}`,
  )
