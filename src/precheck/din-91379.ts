/**
 * The characters of DIN 91379:2022-08 by the groups of the standard, and the data types made of them.
 * Source: the character list of String.Latin (CC BY 4.0). Ranges are hexadecimal code points; letters that
 * Unicode has only as a base with combining marks are listed as such ("definierte Zeichensequenzen").
 */
const groups = {
  latinLetters:
    '41-5a 61-7a c0-d6 d8-f6 f8-17e 187-188 18f 197 1a0-1a1 1af-1b0 1b7 1cd-1dc 1de-1df 1e2-1f0 ' +
    '1f4-1f5 1f8-1ff 212-213 218-21b 21e-21f 227-233 259 268 292 1e02-1e03 1e06-1e07 1e0a-1e11 ' +
    '1e17 1e1c-1e2b 1e2f-1e37 1e3a-1e3b 1e40-1e49 1e52-1e5b 1e5e-1e63 1e6a-1e6f 1e80-1e87 ' +
    '1e8c-1e97 1e9e 1ea0-1ef9',
  nameMarks: '20 27 2c-2e 60 7e a8 b4 b7 2b9-2ba 2be-2bf 2c8 2cc 2019 2021',
  marks: '21-26 28-2b 2f-40 5b-5f 7b-7d a1-a3 a5 a7 a9-ac ae-b3 b5-b6 b9-bb bf d7 f7 20ac',
  separators: '9-a d a0',
  rareMarks: 'a4 a6 b8 bc-be',
  greekLetters: '386 388-38a 38c 38e-3a1 3a3-3ce',
  cyrillicLetters: '40d 410-42a 42c 42e-44a 44c 44e-44f 45d',
  extendedMarks:
    '192 2b0 2b3 2c6 2dc 2e2 1d48 1d57 2018 201a 201c-201e 2020 2026 2030 2032-2033 2039-203a ' +
    '2070 2074-2079 207f-2089 2122 221e 2264-2265',
} as const

/** Base letters that may carry these combining marks. */
const sequences: readonly (readonly [bases: string, marks: string])[] = [
  ['Aa', '\u030b'],
  ['CFGKMPSTZcfgkmpstz', '\u0300'],
  ['CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ', '\u0304'],
  ['CMNRZcmnrzÇç', '\u0306'],
  ['CTZczẠạỌọỤụ', '\u0308'],
  ['CKPTckptČč', '\u0315'],
  ['CPcpČč', '\u0323'],
  ['CHKLNchklnŽž', '\u0326'],
  ['Cc', '\u0328\u0306'],
  ['DKLMNdklmn', '\u0302'],
  ['HSs', '\u0331'],
  ['JjÿĪī', '\u0301'],
  ['J', '\u030c'],
  ['KUku', '\u0307'],
  ['KTkt', '\u031b'],
  ['K', '\u035f\u0048'],
  ['Kk', '\u035f\u0068'],
  // The longer first: the shorter would leave the macron behind.
  ['LRlr', '\u0325\u0304'],
  ['LRlr', '\u0325'],
  ['Mm', '\u0310'],
  ['Ss', '\u031b\u0304'],
  ['ZzŽž', '\u0327'],
  ['ēō', '\u030d'],
]

const typeA = ['latinLetters', 'nameMarks'] as const
const typeB = [...typeA, 'marks'] as const
const typeE = [
  ...typeB,
  'separators',
  'rareMarks',
  'greekLetters',
  'cyrillicLetters',
  'extendedMarks',
] as const

/** Data type A: names of natural persons. B: other names, streets, places. E: all that the standard knows. */
export type CharacterType = 'A' | 'B' | 'E'
const typeGroups: Record<CharacterType, readonly (keyof typeof groups)[]> = { A: typeA, B: typeB, E: typeE }
const allowed: Record<CharacterType, RegExp> = {
  A: oneCharacterOf(typeGroups.A),
  B: oneCharacterOf(typeGroups.B),
  E: oneCharacterOf(typeGroups.E),
}

/** The first character or sequence that the data type does not have, or `null`. The text is in NFC. */
export function firstForeignCharacter(text: string, type: CharacterType): string | null {
  const pattern = allowed[type]
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length
    if (length === undefined) return String.fromCodePoint(text.codePointAt(at)!)
    at += length
  }
  return null
}

/** Every character and sequence that the data type has, in the order of the standard's groups. */
export function charactersOf(type: CharacterType): string[] {
  const singles = typeGroups[type].flatMap((name) => groups[name].split(' ').flatMap(charactersIn))
  const joined = sequences.flatMap(([bases, marks]) => [...bases].map((base) => base + marks))
  return [...singles, ...joined]
}

function charactersIn(range: string): string[] {
  const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16)) as [number, number?]
  return Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset))
}

// Sequences come first in the alternation, so that a base never leaves its marks behind.
function oneCharacterOf(names: readonly (keyof typeof groups)[]): RegExp {
  const sequence = sequences.map(([bases, marks]) => `[${bases}]${marks}`).join('|')
  const single = names
    .map((name) => groups[name].replace(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', ''))
    .join('')
  return new RegExp(`(?:${sequence}|[${single}])`, 'uy')
}
