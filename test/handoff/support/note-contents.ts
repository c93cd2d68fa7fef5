import { composeNote } from '../../../src/handoff/note/compose-note.js'
import type { NoteContents, Said } from '../../../src/handoff/note/note-contents.js'
import { readNoteTexts } from '../../../src/handoff/note/read-note-texts.js'
import { Speaker } from '../../../src/handoff/note/speaker.js'
import { gathered } from '../../../src/handoff/paper/gathered.js'

export const folder = 'templates/laufzettel'
export const { languages, problems } = readNoteTexts(folder)
export const textsOf = (code: string) => languages.find((one) => one.code === code)!

/** A note as for many cases: `documents` to bring, each of them translated. */
export function contentsIn(code: string | null, documents = 3): NoteContents {
  const texts = code === null ? null : textsOf(code)
  const say = new Speaker(texts)
  const both = (german: string): Said => ({
    german,
    other: texts === null ? null : texts.frame.needsReview,
  })
  return {
    madeAt: '2026-11-24T09:00:00.000Z',
    caseNumber: '2026-000123',
    applicant: 'Łukasz Müller-Nguyễn',
    language:
      texts === null
        ? null
        : { tag: texts.language, direction: texts.direction, onlyGerman: texts.frame.onlyGerman },
    note: say.sentence('note'),
    service: both('Unterhaltsvorschuss'),
    number: say.sentence('caseNumber', { number: '2026-000123' }),
    binding: say.sentence('binding'),
    verdict: say.sentence('missingDocuments'),
    sections: [
      {
        heading: say.sentence('bring'),
        lead: say.sentence('unlessSaid', { forms: say.sentence('original') }),
        toDo: true,
        items: Array.from({ length: documents }, (_, index) => ({
          name: both(`Nachweis ${index + 1} über das Einkommen`),
          lines: [both('Damit wird berechnet, wie viel Sie bekommen.')],
        })),
      },
      {
        heading: say.sentence('hints'),
        lead: null,
        toDo: false,
        items: [{ name: null, lines: [{ german: 'Die Frist endet bald.', other: null }] }],
      },
      {
        heading: say.sentence('where'),
        lead: null,
        toDo: false,
        items: [{ name: null, lines: [say.sentence('decides', { authority: 'Stadt Grabow' })] }],
      },
    ],
    code: {
      link: 'https://lotse.example/weiter/K7QX29ABCDEFGHJKMNPQRSTVWXYZ',
      text: 'K7QX-29AB-CDEF-GHJK-MNPQ-RSTV-WXYZ',
    },
  }
}

export const noteOf = (contents: NoteContents): Buffer => gathered((write) => composeNote(contents, write))
