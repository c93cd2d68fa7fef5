import { createHash } from 'node:crypto'
import type { Answer, Day, Evidence } from '../precheck/rule-set.js'
import { codesFor, type Codes, type Column } from '../precheck/replay/column.js'
import type { PastCases } from '../precheck/replay/past-cases.js'

/** A file that holds no past cases; the message says in German why not. */
export class WrongPastCases extends Error {}

/** The last character is the version of the format. */
const mark = Buffer.from('LOTSEPC1')
const headAt = 16
const hashBytes = 32

/** What stands before the codes: every column with its different values, in the order of the codes. */
interface Head {
  readonly service: string
  readonly count: number
  readonly today: readonly (Day | null)[]
  /** Question id, its kind after a colon. */
  readonly answers: readonly (readonly [name: string, values: readonly (Answer | null)[]])[]
  readonly evidence: readonly (readonly [document: string, values: readonly (Evidence | null)[]])[]
}

/**
 * Past cases as bytes: mark, length of the head, head (JSON), the codes of each column (little-endian, as wide as its
 * number of values needs), SHA-256 of all before. Every part begins at a multiple of 8, so that codes are used as they
 * lie.
 */
export function packPastCases({ service, count, today, answers, evidence }: PastCases): Buffer {
  const named = <Value>(columns: ReadonlyMap<string, Column<Value>>) =>
    [...columns].map(([name, { values }]) => [name, valuesOf(values)] as const)
  const head: Head = {
    service,
    count,
    today: valuesOf(today.values),
    answers: named(answers),
    evidence: named(evidence),
  }
  const headBytes = padded(Buffer.from(JSON.stringify(head)), 0x20)
  const start = Buffer.alloc(headAt)
  mark.copy(start)
  start.writeUInt32LE(headBytes.length, mark.length)
  const columns = [today, ...answers.values(), ...evidence.values()]
  const parts = [start, headBytes, ...columns.map(({ codes }) => padded(bytesOf(codes), 0))]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return Buffer.concat([...parts, hash.digest()])
}

const valuesOf = <Value>(values: readonly (Value | undefined)[]): (Value | null)[] =>
  values.map((value) => value ?? null)

const bytesOf = ({ buffer, byteOffset, byteLength }: Codes): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

const nextEighth = (bytes: number): number => Math.ceil(bytes / 8) * 8

const padded = (bytes: Buffer, filler: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(nextEighth(bytes.length) - bytes.length, filler)])

/** Reads them back. @throws WrongPastCases */
export function unpackPastCases(file: Buffer): PastCases {
  // A buffer of its own, because numbers of several bytes must not begin just anywhere.
  const bytes = Buffer.from(new Uint8Array(file).buffer)
  const end = bytes.length - hashBytes
  if (end < headAt || !bytes.subarray(0, mark.length - 1).equals(mark.subarray(0, -1)))
    throw new WrongPastCases('Das ist keine Falldatei.')
  if (bytes[mark.length - 1] !== mark.at(-1))
    throw new WrongPastCases('Die Falldatei stammt von einer anderen Fassung des Programms.')
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest()
  if (!hash.equals(bytes.subarray(end))) throw new WrongPastCases('Die Falldatei ist beschädigt.')
  const headEnd = headAt + bytes.readUInt32LE(mark.length)
  const head = JSON.parse(bytes.toString('utf8', headAt, headEnd)) as Head
  return columnsFrom(head, new CodeReader(bytes.buffer, headEnd, head.count))
}

const columnsFrom = ({ service, count, today, answers, evidence }: Head, codes: CodeReader): PastCases => ({
  service,
  count,
  today: codes.columnOf(today),
  answers: new Map(answers.map(([name, values]) => [name, codes.columnOf(values)])),
  evidence: new Map(evidence.map(([name, values]) => [name, codes.columnOf(values)])),
})

/** Takes the codes of one column after the other, without copying them. */
class CodeReader {
  constructor(
    private readonly buffer: ArrayBuffer,
    private at: number,
    private readonly count: number,
  ) {}

  columnOf<Value>(values: readonly (Value | null)[]): Column<Value> {
    const Width = codesFor(values.length, 0).constructor as new (
      buffer: ArrayBuffer,
      at: number,
      length: number,
    ) => Codes
    const codes = new Width(this.buffer, this.at, this.count)
    this.at = nextEighth(this.at + codes.byteLength)
    return { codes, values: values.map((value) => value ?? undefined) }
  }
}
