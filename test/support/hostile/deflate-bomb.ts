import { constants, deflateRawSync } from 'node:zlib'

const megabyte = 1_048_576

/** A compressed megabyte of one letter that can stand any number of times in a row. */
const block = (letter: number): Buffer =>
  deflateRawSync(Buffer.alloc(megabyte, letter), { level: 9, finishFlush: constants.Z_FULL_FLUSH })

/** Many megabytes of one letter in a thousandth of them, made in no time; its checksum is wrong. */
export function deflateBomb(megabytes: number, start = '', letter = 0): Buffer {
  const opening = deflateRawSync(Buffer.from(start, 'latin1'), { finishFlush: constants.Z_FULL_FLUSH })
  const repeated = Array<Buffer>(megabytes).fill(block(letter))
  return Buffer.concat([Buffer.from([0x78, 0xda]), opening, ...repeated, Buffer.from([3, 0, 0, 0, 0, 1])])
}
