import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { frameKeys } from '../../src/handoff/note/frame.js'
import { textsToDo } from '../../src/handoff/note/missing-texts.js'
import { readNoteTexts } from '../../src/handoff/note/read-note-texts.js'
import { Speaker } from '../../src/handoff/note/speaker.js'
import { textsOfQuestions, textsShown } from '../../src/handoff/note/texts-shown.js'
import { closeIsolates, visualPieces } from '../../src/handoff/paper/bidi.js'
import { openDocument } from '../../src/handoff/paper/open-document.js'
import { newSheet } from '../../src/handoff/paper/sheet.js'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { elementsOf } from '../support/clauses/structure.js'
import { lotse } from '../support/lotse.js'
import { rulebook } from './support/counter-case.js'
import { contentsIn, folder, languages, noteOf, problems, textsOf } from './support/note-contents.js'
import { alternativeTexts, pageTexts } from './support/read-pdf.js'

const codes = ['ar', 'de-einfach', 'en', 'pl', 'ru', 'tr', 'uk']

describe('the languages of the note', () => {
  it('are seven, each with every sentence and nothing wrong', () => {
    expect(problems).toEqual([])
    expect(languages.map(({ code }) => code)).toEqual(codes)
    for (const { frame } of languages) expect(Object.keys(frame).toSorted()).toEqual(frameKeys.toSorted())
  })

  it.each(codes)('%s says all that the rules in force say, and nothing that they say no more', (code) => {
    const today = '2026-11-30'
    const { missing, stale } = textsToDo(
      textsOf(code),
      textsShown(rulebook, today),
      textsOfQuestions(rulebook, today),
    )
    expect({ missing, stale }).toEqual({ missing: [], stale: [] })
  })

  // In some words a mark has no place on its letter in the font, and the library broke off over it.
  it.each(codes)('%s has no word that cannot be set', (code) => {
    const { texts, frame, direction } = textsOf(code)
    const sheet = newSheet(openDocument({ title: '', madeAt: '2026-11-24T09:00:00.000Z' }))
    const style = direction === 'rtl' ? ({ size: 10, direction } as const) : { size: 10 }
    for (const text of [...texts.values(), ...Object.values(frame)])
      expect(sheet.measure(text, style)).toBeGreaterThan(0)
  })

  it.each(codes)(
    '%s stands on one page beside the German, with its code, and says which text counts',
    async (code) => {
      const { frame, direction } = textsOf(code)
      const pages = await pageTexts(noteOf(contentsIn(code)))
      expect(pages).toHaveLength(1)
      const page = pages[0]!
      // A reader puts words from right to left in order one by one.
      const foreign =
        direction === 'rtl' ? frame.bring.split(' ') : [frame.bring, frame.binding, frame.onlyGerman]
      const german = [
        'Bitte bringen Sie mit',
        'Nachweis 3',
        'Verbindlich ist der deutsche Text.',
        'K7QX-29AB',
      ]
      for (const words of [...german, ...foreign]) expect(page).toContain(words)
    },
  )

  it('says its Arabic in the order of writing, numbers and German names as they are', async () => {
    const { frame } = textsOf('ar')
    const told = await alternativeTexts(noteOf(contentsIn('ar')), 1)
    expect(told).toContain(frame.binding)
    expect(told).toContain(frame.caseNumber.replace('{number}', '2026-000123'))
    expect(told).toContain(frame.decides.replace('{authority}', 'Stadt Grabow'))
  })

  it.each(['ar', 'en'])('says of each piece in the other language which one it is: %s', async (code) => {
    const document = await PDFDocument.load(noteOf(contentsIn(code)), { updateMetadata: false })
    const marked = elementsOf(document).filter(({ dict }) => dict.has(PDFName.of('Lang')))
    const tags = marked.map(({ dict }) => dict.lookup(PDFName.of('Lang'), PDFString).asString())
    expect([...new Set(tags)]).toEqual([textsOf(code).language])
  })

  it('goes on on the next page with a text that is longer than one', async () => {
    const contents = contentsIn('en')
    const words = Array.from({ length: 1_500 }, (_, index) => `Wort${index}`)
    const lines = [{ german: words.join(' '), other: words.join(' ') }]
    const sections = [{ heading: contents.note, lead: null, toDo: false, items: [{ name: null, lines }] }]
    const text = (await pageTexts(noteOf({ ...contents, sections }))).join(' ')
    for (const word of words) expect(text).toContain(word)
  })

  it('takes a second page for a long list rather than leave something out', async () => {
    const pages = await pageTexts(noteOf(contentsIn('ru', 40)))
    expect(pages.length).toBeGreaterThan(1)
    for (let number = 1; number <= 40; number++) expect(pages.join(' ')).toContain(`Nachweis ${number} über`)
  })

  it('is the same bytes for the same contents', async () => {
    const [one, other] = [noteOf(contentsIn('ar')), noteOf(contentsIn('ar'))]
    expect(one.equals(other)).toBe(true)
  })
})

describe('what is said', () => {
  it('falls back to German where a text is not translated, and tells it apart', () => {
    const say = new Speaker(textsOf('en'))
    expect(say.text('Gibt es nicht')).toEqual({ german: 'Gibt es nicht', other: null })
    expect(say.sentence('whereToGet', { where: say.text('Gibt es nicht') }).other).toBeNull()
    expect(say.text('höchstens 3 Monate alt').other).toBe('no more than 3 months old')
  })

  it.each(['ar', 'en'])('says what is the same in both languages once: %s', (code) => {
    const address = 'Kirchplatz 1, 19258 Boizenburg/Elbe'
    expect(new Speaker(textsOf(code)).unchanged(address)).toEqual({ german: address, other: address })
  })

  it('keeps a German name in its order where a line breaks in it that runs from right to left', () => {
    const said = new Speaker(textsOf('ar')).sentence('decides', { authority: 'Amt am Markt 1, 19258 Grabow' })
    const lines = closeIsolates(said.other!.split(/ (?=1,)/))
    const pieces = lines.map((line) => visualPieces(line, 'rtl').map(({ text }) => text))
    expect(pieces[0]!.join('')).toMatch(/^Amt am Markt/)
    expect(pieces[1]!.join('')).toContain('1, 19258 Grabow')
  })

  it('puts the same values into a sentence of the rules in both languages', () => {
    const texts = { ...textsOf('en'), texts: new Map([['Bis {frist}.', 'Until {frist}.']]) }
    const fill = (template: string) => template.replace('{frist}', '01.12.2026')
    expect(new Speaker(texts).template('Bis {frist}.', fill)).toEqual({
      german: 'Bis 01.12.2026.',
      other: 'Until 01.12.2026.',
    })
  })
})

describe('a file of translations', () => {
  let own: string
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), 'templates-'))
    cpSync(folder, join(own, 'laufzettel'), { recursive: true })
  })
  afterEach(() => rmSync(own, { recursive: true }))

  interface File {
    language: string
    direction: string
    frame: Record<string, unknown>
    texts: Record<string, unknown>
  }
  const path = (code: string) => join(own, 'laufzettel', `${code}.json`)
  const change = (code: string, edit: (file: File) => void) => {
    const file = JSON.parse(readFileSync(path(code), 'utf8')) as File
    edit(file)
    writeFileSync(path(code), JSON.stringify(file))
  }
  const messages = () =>
    readNoteTexts(join(own, 'laufzettel')).problems.map(
      ({ file, pointer, message }) => `${file}:${pointer}: ${message}`,
    )

  it.each<[string, (file: File) => void, string]>([
    [
      'a missing sentence',
      ({ frame }) => delete frame['bring'],
      'en.json:/frame/bring: Dieser Satz fehlt. Deutsch: „Bitte bringen',
    ],
    [
      'a sentence too many',
      ({ frame }) => (frame['brnig'] = 'x'),
      'en.json:/frame/brnig: Der Schlüssel „brnig“ gehört nicht',
    ],
    [
      'another placeholder',
      ({ frame }) => (frame['fee'] = 'Fee: {sum}.'),
      'en.json:/frame/fee: Eingesetzt wird hier {amount}',
    ],
    [
      'a lost placeholder',
      ({ frame }) => (frame['code'] = 'Code.'),
      'en.json:/frame/code: Eingesetzt wird hier {day}',
    ],
    ['an empty sentence', ({ frame }) => (frame['or'] = ' '), 'en.json:/frame/or: Dieser Satz ist leer.'],
    ['a direction turned round', ({ frame }) => (frame['or'] = 'o\u202er'), 'U+202E'],
    ['Arabic in a text from the left', ({ frame }) => (frame['or'] = 'أو'), 'läuft von rechts nach links'],
    [
      'a translation that is no text',
      ({ texts }) => (texts['Kopie'] = 7),
      'en.json:/texts/Kopie: Erwartet wird ein Text.',
    ],
    ['a placeholder in a text without', ({ texts }) => (texts['Kopie'] = '{x}'), 'Geschweifte Klammern'],
    [
      'no language',
      (file) => (file.language = 'Englisch!'),
      'en.json:/language: Erwartet wird ein Sprachkürzel',
    ],
    ['no direction', (file) => (file.direction = 'left'), 'en.json:/direction: Erlaubt ist nur: ltr, rtl.'],
  ])('with %s is left out and told of, and the others stay', (_, edit, words) => {
    change('en', edit)
    expect(messages()).toEqual([expect.stringContaining(words)])
    expect(readNoteTexts(join(own, 'laufzettel')).languages.map(({ code }) => code)).toEqual(
      codes.filter((code) => code !== 'en'),
    )
  })

  it('that is no JSON is told of with its line', () => {
    writeFileSync(path('pl'), '{\n "language": "pl",,')
    expect(messages()).toEqual([expect.stringMatching(/^pl\.json:.*Zeile 2/)])
  })

  it('may wait for translations: an empty text counts as none', () => {
    change('en', ({ texts }) => (texts['Kopie'] = ''))
    expect(messages()).toEqual([])
  })

  it('is compared with the rules: missing and stale texts are named, and put into the file on request', () => {
    const call = (...more: string[]) => lotse(['texts', 'missing', 'tr', '--templates', own, ...more])
    change('tr', ({ texts }) => (texts['Das stand einmal im Gesetz'] = 'x'))
    const before = call('--json')
    const [found] = (
      JSON.parse(before.out) as { languages: { missing: { text: string }[]; stale: string[] }[] }
    ).languages
    expect([before.code, found!.stale]).toEqual([1, ['Das stand einmal im Gesetz']])
    change('tr', ({ texts }) => (texts['Unterhaltsvorschuss'] = 'Nafaka avansı'))
    const after = call('--write')
    expect(after.out).not.toContain('fehlt: Leistung (unterhaltsvorschuss)')
    expect(after.out).toContain('überholt, steht so in keinem Regelwerk mehr: Das stand einmal im Gesetz')
    const { texts } = JSON.parse(readFileSync(path('tr'), 'utf8')) as File
    expect(texts['Unterhaltsvorschuss']).toBe('Nafaka avansı')
    for (const { text } of found!.missing) expect(texts).toHaveProperty([text])
    expect(lotse(['texts', 'missing', 'xx', '--templates', own]).told).toContain('Es gibt: ar, de-einfach')
  })
})
