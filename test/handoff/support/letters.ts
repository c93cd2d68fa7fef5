import { firstForeignCharacter } from '../../../src/precheck/din-91379.js'

const marks = [
  ...'\u0300\u0301\u0302\u0304\u0306\u0307\u0308\u030b\u030c\u030d\u0310\u0315\u031b\u0323\u0325\u0326\u0327\u0328\u0331',
]
const tails = ['', '\u0304', '\u0306']

const isLetter = (text: string): boolean =>
  /^[\p{Lu}\p{Ll}\p{Lt}]/u.test(text) &&
  text === text.normalize('NFC') &&
  firstForeignCharacter(text, 'A') === null

/** Every Latin letter of DIN 91379, sequences of base and marks included: 649 of them. */
export function allLetters(): string[] {
  const singles = Array.from({ length: 0x1fff }, (_, code) => String.fromCodePoint(code)).filter(isLetter)
  const sequences = singles.flatMap((base) =>
    marks.flatMap((mark) => tails.map((tail) => base + mark + tail)).filter(isLetter),
  )
  const joined = ['K\u035fH', 'K\u035fh', 'k\u035fh'].filter(isLetter)
  return [...new Set([...singles, ...sequences, ...joined])]
}
