/** A signature as its bytes stand in the file. */
export interface FoundSignature {
  /** Where `<` of /Contents stands, and where what follows `>` begins. */
  readonly from: number
  readonly to: number
  /** /Contents, padding included. */
  readonly contents: Buffer
  readonly range: readonly number[]
  /** /M, ISO instant. */
  readonly madeAt: string | null
}

const kind = '/SubFilter /ETSI.CAdES.detached'
const longestHead = 4_096
// Only as our sealing writes it: of these bytes no hash is made, so nothing in them may be open.
const rangeAfter = /^>\n\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]\n>>\nendobj\n/

/** The last signature in a file, or null where none is written as our sealing writes it. */
export function findSignature(bytes: Buffer): FoundSignature | null {
  const start = bytes.lastIndexOf(kind)
  if (start === -1) return null
  const head = bytes.toString('latin1', start, start + longestHead)
  const opening = head.indexOf('\n/Contents <')
  if (opening === -1) return null
  const from = start + opening + '\n/Contents '.length
  const end = bytes.indexOf('>', from)
  const hex = end === -1 ? '' : bytes.toString('latin1', from + 1, end)
  const range = rangeAfter.exec(end === -1 ? '' : bytes.toString('latin1', end, end + 128))
  if (range === null || hex.length % 2 !== 0 || !/^[0-9a-f]+$/.test(hex)) return null
  return {
    from,
    to: end + 1,
    contents: Buffer.from(hex, 'hex'),
    range: [0, ...range.slice(1).map(Number)],
    madeAt: instantOf(head.slice(0, opening)),
  }
}

function instantOf(head: string): string | null {
  const parts = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(head)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second] = parts
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
